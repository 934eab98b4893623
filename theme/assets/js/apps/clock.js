/* An activity's steps in clock times: `?start=09:30` or `#start=09:30` in the address, or the field beside the steps,
   which puts it there. Without a start they count from 0:00, as they do without JavaScript. */
const DAY = 24 * 60;

/** The minute of the day that a text such as 9:30 or 09.30 names; null where it names none. */
export function minuteOf(text) {
  const found = /^([01]?\d|2[0-3])[:.]([0-5]\d)$/.exec((text ?? "").trim());
  return found ? Number(found[1]) * 60 + Number(found[2]) : null;
}

const two = (number) => String(number).padStart(2, "0");

/** The time of day of a minute; after midnight it goes on with 00:00. */
export function clock(minute) {
  const rest = ((minute % DAY) + DAY) % DAY;
  return `${two(Math.floor(rest / 60))}:${two(rest % 60)}`;
}

function startInAddress() {
  const inFragment = new URLSearchParams(location.hash.slice(1)).get("start");
  return minuteOf(new URLSearchParams(location.search).get("start") ?? inFragment);
}

function putIntoAddress(start) {
  const address = new URL(location.href);
  if (address.hash.startsWith("#start=")) address.hash = "";
  if (start === null) address.searchParams.delete("start");
  else address.searchParams.set("start", clock(start));
  // A colon may stand in a query, and people read and share these addresses.
  history.replaceState(history.state, "", address.href.replace(/%3A/gi, ":"));
}

/** Shows the field inside `root`, and the time of every `[data-minute]` there. */
export function mount(root) {
  const field = root.querySelector("input[type=time]");
  const times = [...root.querySelectorAll("[data-minute]")];
  const counted = times.map((time) => time.textContent);
  const words = JSON.parse(root.dataset.jbWords); // an attribute: instant navigation would run a script of data
  const end = root.querySelector("[data-jb-end]");
  const total = Number(end.dataset.jbEnd);

  function show(start) {
    times.forEach((time, place) => {
      time.textContent = start === null ? counted[place] : clock(start + Number(time.dataset.minute));
    });
    end.textContent = start === null ? "" : words.end.replace("{time}", clock(start + total));
  }

  function follow() {
    const start = startInAddress();
    field.value = start === null ? "" : clock(start);
    show(start);
  }

  field.closest("[hidden]").hidden = false;
  field.addEventListener("input", () => {
    const start = minuteOf(field.value);
    show(start);
    putIntoAddress(start);
  });
  addEventListener("hashchange", function changed() {
    if (!root.isConnected) removeEventListener("hashchange", changed);
    else if (location.hash.startsWith("#start=")) follow();
  });
  follow();
}
