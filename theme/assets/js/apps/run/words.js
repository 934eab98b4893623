/* The sentences of the view, in the handbook's language: the view carries them, with {names} to fill. */

/** What says a sentence by its key. */
export function speaker(root) {
  const { content } = root.querySelector("template[data-jb-words]");
  const texts = new Map(Array.from(content.children, (line) => [line.dataset.say, line.textContent]));
  return (key, values = {}) => texts.get(key).replace(/\{(\w+)\}/g, (all, name) => (Object.hasOwn(values, name) ? values[name] : all));
}

/** Minutes as 45 min, 2 h, 1 h 30 min. */
export function minutesIn(say, minutes) {
  const hours = Math.floor(minutes / 60);
  const rest = minutes % 60;
  if (!hours) return say("minutes", { minutes: rest });
  return rest ? say("both", { hours, minutes: rest }) : say("hours", { hours });
}

/** About how long milliseconds are: whole minutes, or tens of seconds below one. */
export function about(say, rest) {
  if (rest >= 55_000) return minutesIn(say, Math.round(rest / 60_000));
  return say("seconds", { seconds: Math.max(5, Math.round(rest / (rest > 20_000 ? 10_000 : 5_000)) * (rest > 20_000 ? 10 : 5)) });
}
