for (const n of [1, 2]) show("game/card" + n + ".png"); for (const n of [1, 2]) show(`cards/${n}.svg`); show("cards/3.svg")
