/* Written by `make javascript` from the Python models and the templates. Change those, not this. */

/** An activity: its time in words, its minutes (or the least), people, what to bring, other words to find it by. */
interface ActivityData {
  id: string;
  number?: number;
  title: string;
  chapter?: string;
  time?: string;
  minutes?: number;
  least?: number;
  preparation?: number;
  group?: [number, number | null, number | null];
  materials?: ([string, number | null, "person" | "group" | "session" | null] | [string, number | null, "person" | "group" | "session" | null, string])[];
  before?: string[];
  handouts?: ([string, string, string])[];
  stage?: number;
  address: string;
  retired?: boolean;
  facts?: string[];
  synonyms?: string[];
}

/** A block of a plan: an activity, a break or something of its own. */
interface WrittenBlock {
  title?: string;
  activity?: string;
  minutes?: number;
  lead?: string;
  text?: string;
  start?: string;
  break?: string;
  audience?: string[];
}

/** A day of a plan. */
interface WrittenDay {
  title?: string;
  date?: string;
  start: string;
  end?: string;
  blocks?: WrittenBlock[];
}

/** A plan as it stands in files, in links and in the browser's store. */
interface WrittenPlan {
  version: number;
  title?: string;
  people?: number;
  location?: string;
  timezone?: string;
  audience?: string[];
  days: WrittenDay[];
}

/** A workshop of the handbook as a plan. */
interface WorkshopData {
  id: string;
  version: number;
  title?: string;
  people?: number;
  location?: string;
  timezone?: string;
  audience?: string[];
  days: WrittenDay[];
  retired?: boolean;
}

/** All that the planner knows of a handbook. */
interface BookData {
  version: number;
  chapters: Record<string, string>;
  activities: ActivityData[];
  workshops: WorkshopData[];
}

type MaterialData = [string, number | null, "person" | "group" | "session" | null] | [string, number | null, "person" | "group" | "session" | null, string];

type StepsData = Record<string, ([string, number])[]>;

/** Texts by their keys, each with the names in it. */
interface PlannerTexts {
  "minutes": "minutes";
  "hours": "hours";
  "hours_minutes": "hours" | "minutes";
  "range": "high" | "low";
  "or_more": "least";
  "activity": "number";
  "activity_bare": never;
  "day": "number";
  "break": never;
  "own": never;
  "coffee": never;
  "untitled": never;
  "usual": "time";
  "people_range": "range";
  "state_empty": never;
  "state_total": "end" | "total";
  "state_left": "end" | "left" | "total";
  "state_over": "end" | "over" | "wanted";
  "state_reversed": never;
  "state_midnight": never;
  "missing": "title";
  "late": "title";
  "add_before": never;
  "move_before": never;
  "unknown": "id";
  "retired": never;
  "crowd": "people" | "range";
  "passed": "late" | "time";
  "free": "time";
  "added": "clock" | "day" | "title";
  "moved": "clock" | "day" | "number" | "place" | "title";
  "removed": "title";
  "day_added": "day";
  "undone": never;
  "first": "title";
  "last": "title";
  "found": "number";
  "more": "number";
  "none": never;
  "per_person": "number";
  "per_group": "number";
  "per_room": never;
  "counted_for": "number";
  "no_people": never;
  "no_materials": never;
  "no_handouts": never;
  "from_link": "title";
  "from_file": "title";
  "from_workshop": "title";
  "new_plan": "title";
  "opened_rest": "title";
  "go_back": never;
  "my_plans": "number";
  "my_plans_unread": "number" | "unread";
  "opened": "title";
  "deleted": "title";
  "bring_back": never;
  "back": "title";
  "delete": never;
  "save_file": never;
  "open_rest": never;
  "of_plan": "does" | "title";
  "unread": "title";
  "unread_newer": "title";
  "copy_of": "title";
  "changed_there": never;
  "apart": "title";
  "deleted_there": "title";
  "newer_there": "title";
  "gone": never;
  "kept_again": never;
  "keep_here": never;
  "only_here": never;
  "too_large": "blocks" | "days";
  "full_day": "day" | "number";
  "full_plan": "number";
  "bad_link": never;
  "bad_file": never;
  "newer": never;
  "no_workshop": never;
  "not_kept": never;
  "no_data": never;
  "copied": never;
  "copy_this": never;
  "saved": "file";
  "exported": "file";
  "exported_open": "file";
  "export_empty": never;
  "export_midnight": "day";
  "yaml_head": never;
  "yaml_over": "end" | "over";
  "time": "end" | "start";
  "end": never;
  "count_of": "number" | "title";
  "prepare": "time";
}

/** Texts by their keys, each with the names in it. */
interface PlanButtonTexts {
  "add": never;
  "add_it": "title";
  "there": never;
  "there_it": "title";
  "named": "plan";
  "named_it": "plan" | "title";
  "goes_to": "plan";
  "unkept": never;
  "full": never;
}

/** Texts by their keys, each with the names in it. */
interface ClockTexts {
  "end": "time";
}

/** Texts by their keys, each with the names in it. */
interface HandoutTexts {
  "cleared": never;
  "cleared_all": never;
  "undone": never;
  "lost": never;
}

/** Texts by their keys, each with the names in it. */
interface RunTexts {
  "start": never;
  "pause": never;
  "resume": never;
  "ready": never;
  "paused": never;
  "calm": "time";
  "soon": never;
  "last": never;
  "over": never;
  "left": "time";
  "up": never;
  "until": "time";
  "ended": "time";
  "minutes": "minutes";
  "hours": "hours";
  "both": "hours" | "minutes";
  "seconds": "seconds";
  "ontime": never;
  "behind": "time";
  "ahead": "time";
  "begins": "time";
  "show": never;
  "hide": never;
  "first": never;
  "finish": never;
}

/** Texts by their keys, each with the names in it. */
interface FilterTexts {
  "remove": "filter";
  "from": "from";
  "to": "to";
  "both": "from" | "to";
  "people": "number";
  "words": "words";
  "without": "filters" | "found";
  "and": "first" | "second";
  "one": never;
  "two": never;
  "none": never;
  "done": "found";
  "also": "words";
  "more": never;
  "instead": "word" | "words";
  "all": never;
  "some": "found";
}

/** Texts by their keys, each with the names in it. */
interface SlideTexts {
  "nothing": never;
  "stages_fit": "count" | "points";
  "fewer_lanes": "points";
  "other_sheet": "points";
}

/** Texts by their keys, each with the names in it. */
interface ReviewTexts {
  "overdue": never;
  "soon": never;
}

/** Texts by their keys, each with the names in it. */
interface CatalogueTexts {
  "remove": "filter";
  "from": "from";
  "to": "to";
  "both": "from" | "to";
  "people": "number";
  "words": "words";
  "without": "filters" | "found";
  "and": "first" | "second";
  "one": never;
  "two": never;
  "none": never;
  "done": "found";
  "also": "words";
  "more": never;
  "instead": "word" | "words";
  "all": never;
  "some": "found";
  "by-time": never;
  "by-title": never;
}
