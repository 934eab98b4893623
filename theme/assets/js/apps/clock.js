/* An activity's steps in clock times: `?start=09:30` or `#start=09:30` in the address, or the field beside the steps,
   which puts it there. Without a start they count from 0:00, as they do without JavaScript. */
import { all, around, datum, one } from "../dom.js";
import { textsOf } from "../texts.js";
import { minuteOf, timeOf } from "../time.js";

/** @import { Texts } from "../texts.js" */

function startInAddress() {
  const inFragment = new URLSearchParams(location.hash.slice(1)).get("start");
  return minuteOf(new URLSearchParams(location.search).get("start") ?? inFragment);
}

/** @param {number | null} start */
function putIntoAddress(start) {
  const address = new URL(location.href);
  if (address.hash.startsWith("#start=")) address.hash = "";
  if (start === null) address.searchParams.delete("start");
  else address.searchParams.set("start", timeOf(start));
  // A colon may stand in a query, and people read and share these addresses.
  history.replaceState(history.state, "", address.href.replace(/%3A/gi, ":"));
}

/** Shows the field inside `root`, and the time of every `[data-minute]` there. @param {HTMLElement} root */
export function mount(root) {
  const field = one(root, "input[type=time]", HTMLInputElement);
  const times = all(root, "[data-minute]");
  const counted = times.map((time) => time.textContent);
  /** @type {Texts<ClockTexts>} */
  const words = textsOf(root);
  const end = one(root, "[data-jb-end]");
  const total = Number(datum(end, "jbEnd"));

  /** @param {number | null} start */
  function show(start) {
    times.forEach((time, place) => {
      time.textContent = start === null ? counted[place] : timeOf(start + Number(datum(time, "minute")));
    });
    end.textContent = start === null ? "" : words("end", { time: timeOf(start + total) });
  }

  function follow() {
    const start = startInAddress();
    field.value = start === null ? "" : timeOf(start);
    show(start);
  }

  around(field, "[hidden]").hidden = false;
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
