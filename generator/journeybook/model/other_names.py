"""The names by which people call fields and choices that are called otherwise here."""

from __future__ import annotations

import re
from collections.abc import Sequence

from journeybook.model.duration_forms import parse_minutes
from journeybook.problems.nearest import nearest

_HOW_MANY = (
    "number_of_people|number_of_participants|number_of_persons|how_many_people|no_of_people|people_count|headcount"
    "|group_sizes|participant_number|participants_number|capacity|max_participants|maximum|max|places|seats"
)
_OTHERS = {
    "title": "name|heading|headline|label|subject",
    "label": "title|name|question|prompt|text|feeling|emotion|mood|what",
    "summary": "subtitle|intro|introduction|abstract|teaser|lead_text|short_description|synopsis",
    "description": "text|body|content|details|about|intro|introduction|overview",
    "text": "title|name|label|pain|description|body|content|instruction|instructions|what|details|question",
    "duration": "time|length|minutes|timing|how_long",
    "minutes": "duration|time|length|min|mins|timing",
    "preparation": "prep|setup|set_up|preparing|prepare",
    "resources": "downloads|download|files|attachments|attachment|links|media|references|reading|further_reading"
    "|literature|video|videos|film|films|audio|podcast|recording",
    "start": "time|at|begin|begins|from|starts",
    "end": "until|till|finish|ends|to",
    "date": "day|when|on",
    "when": "time|date",
    "group": f"people|group_size|size|attendees|how_many|{_HOW_MANY}",
    "group_size": f"people|size|attendees|participants|group|how_many|{_HOW_MANY}",
    "participants": "for_whom|target_group|target|roles|who",
    "setting": "mode|format|location|place|where|venue",
    "grouping": "group|groups|form|social_form|arrangement|in|mode|format|setting|pairing|work_form",
    "space": "room|rooms|room_setup|location|place|where|venue|layout|seating",
    "location": "place|where|venue|room|address|space",
    "materials": "items|tools|equipment|supplies|resources_needed|you_need|needs|props",
    "bring": "materials|items",
    "quantity": "amount|number|count|how_many|pieces",
    "objectives": "aim|aims|goals|goal|outcomes|outcome|learning_goals|learning|learning_outcomes|results",
    "purpose": "why|reason|rationale|aim",
    "steps": "instructions|procedure|process|how_to|how|method|flow|agenda|stages",
    "cautions": "warnings|warning|risks|risk|safety|safeguarding|safeguards|caution|care|dangers",
    "facilitator_notes": "notes|note|tips|tip|hints|hint|facilitation|facilitation_notes|preparation_notes",
    "note": "notes|comment|remark|about",
    "debrief": "reflection|follow_up|followup|discussion|closing|harvest|evaluation|feedback",
    "variations": "variants|alternatives|adaptations|options|accessibility|inclusion",
    "handouts": "worksheets|worksheet|sheets|templates|printables",
    "questions": "prompts|ask|reflective_questions",
    "choices": "options|answers|checkboxes|checkbox|select|radio|tick",
    "difficulty": "level|complexity",
    "prerequisites": "requires|before|needs|requirements|preparation",
    "related": "see_also|similar|links|follow_up|followup|next|then|after|afterwards",
    "source": "author|authors|credit|credits|origin|attribution|by",
    "licence": "license",
    "aliases": "alias|old_ids|former_ids|old_id|redirect_from|redirects|moved_from|formerly|old_paths|previous_ids",
    "owner": "author|maintainer|responsible|contact|kept_by|editor",
    "lead": "who|leader|facilitator|host|speaker|led_by|by",
    "url": "link|href|address|website|web",
    "file": "path|attachment|document|download|src|image|picture|photo",
    "picture": "image|images|pictures|photo|photos|img|illustration|figure|graphic|photograph",
    "alt": "alt_text|alternative|alternative_text|description|text|title|label|caption",
    "credit": "credits|source|author|photographer|copyright|licence|license|by|attribution|caption|creator",
    "decorative": "decoration|decorates|is_decorative",
    "language": "lang|locale",
    "tags": "keywords|keyword|categories|category|labels|topics|topic|theme|themes|subject|subjects",
    "audience": "for|only_for|intended_for|visible_to|for_whom|readers",
    "solution": "answers|answer|answer_key|solutions|key|example|worked_example|sample|sample_answer",
    "intro": "instructions|instruction|introduction|text|description|summary|task|how_to",
    "stages": "phases|phase|steps|stops",
    "actors": "personas|persona|people|roles|who|participants|stakeholders",
    "goals": "aims|aim|objectives|needs",
    "goal": "aim|aims|objective|objectives|purpose|goals",
    "thoughts": "thinking|thinks",
    "actions": "doing|does|tasks|steps",
    "feelings": "emotion|emotions|mood|feels",
    "pains": "pain_points|problems|obstacles|frictions|barriers|challenges",
    "opportunities": "ideas|improvements|chances|solutions",
    "measures": "metrics|metric|kpi|kpis|indicators",
    "score": "value|rating|level|mood",
    "severity": "score|rating|level|weight",
    "activity": "activities|exercise|tool|method",
    "activities": "activity|exercises|tools|methods",
    "next": "then|goto|go_to|leads_to",
    "to": "next|target|stage|id|max|maximum|end|until|highest",
    "condition": "if|when|label",
    "compares": "compare|compared_with|compare_with|comparison|beside|as_is|versus",
    "views": "diagrams|diagram|drawings|drawing",
    "blocks": "sessions|agenda|items|schedule|programme|program|activities|steps",
    "days": "agenda|schedule|programme|program|sessions|parts",
    "break": "pause|lunch|coffee|recess",
    "actor": "who|actors|role|person",
    "does": "what|action|does_what|task|do|text|title|description|responsibility|duty",
    "min": "minimum|from|least|at_least|lowest",
    "from": "min|minimum|start|begin|lowest",
    "least": "low|lowest_label|left|min_label|start_label|worst|from_label",
    "most": "high|highest_label|right|max_label|end_label|best|to_label",
    "max": "maximum|to|most|at_most|up_to|highest",
    "facilitator": "leading|lead|to_lead|leader",
    "participant": "joining|join|to_join|taking_part",
    "fields": "questions|rows|lines|prompts|boxes",
    "reviewed_on": "reviewed|last_reviewed|checked|updated",
    "review_by": "review|next_review|expires",
    "channel": "channels|medium|media|via",
    "accent": "primary|main|brand|colour|color|primary_color|primary_colour|accent_color|accent_colour|highlight",
    "ink": "text_color|text_colour|foreground|fg",
    "paper": "background|bg|background_color|background_colour",
    "term": "word|name|title|entry|concept|expression",
    "definition": "meaning|means|text|description|explanation|def|explained|content",
    "forms": "plural|plurals|synonym|synonyms|alias|aliases|also|variants|abbreviation|abbreviations|form|other_forms",
    "see": "see_also|related|compare|others|links",
}


def other_name(key: str, known: Sequence[str], value: object = None) -> str | None:
    """Give the one of the known fields that people also call `key`, or None; `value` tells a time from a duration."""
    said = slug_of(key)
    found = [field for field in known if said in _OTHERS.get(field, "").split("|")]
    if "minutes" in found and isinstance(value, str) and parse_minutes(value) is not None:
        return "minutes"
    if {"setting", "space"} <= {*found} and not _is_setting(value):
        return "space"
    if "related" in found and said in _FOLLOWING and value is not None:
        found = ["related"] if _are_ids(value) else [one for one in found if one != "related"]
    if "grouping" in found and isinstance(value, str) and not meant_choice("grouping", value):
        found.remove("grouping")
    return found[0] if found else None


_OF_FEW = {"setting": ("in_person", "online", "hybrid"), "grouping": ("alone", "pairs", "groups", "plenary")}
"""Fields of a few words, which other keys of the same name have no share in: `location: outdoors` is a room."""


def meant_choice(field: str, value: object) -> str | None:
    """Give the word of such a field that a text means, such as `in_person` of `In person`; None where it means none."""
    known = _OF_FEW.get(field, ())
    if not isinstance(value, str) or not known:
        return None
    return slug_of(value) if slug_of(value) in known else other_word(value, known)


def _is_setting(value: object) -> bool:
    """Tell whether a place is one of the few that an activity has, such as `online`, rather than a room."""
    first = value[0] if isinstance(value, list) and value else value
    return value is None or meant_choice("setting", first) is not None


def slug_of(word: str) -> str:
    """Write a word as the names of fields are: `In person` as `in_person`."""
    return re.sub(r"[\s\u00a0_-]+", "_", word.strip().casefold())


_FOLLOWING = ("follow_up", "followup", "next", "then", "after", "afterwards")
"""What people call an activity that comes after this one, and some of it what is said then."""


def _are_ids(value: object) -> bool:
    """Tell whether ids of activities stand where a text could: `ten-minutes`, or a list of them."""
    each = value if isinstance(value, list) else [value]
    return bool(each) and all(isinstance(one, str) and re.fullmatch(r"[a-z0-9]+(?:-[a-z0-9]+)*", one) for one in each)


def meant_key(key: str, known: Sequence[str], value: object = None) -> str | None:
    """Give the field that was most likely meant by a key that is none: one of nearly that name, or of that meaning.

    `no` is an answer before it is a letter wrong in `to`.
    """
    return None if key.casefold() == "no" else nearest(key, known) or other_name(key, known, value)


_CHOICES = {
    "in_person": "face to face|f2f|onsite|on site|offline|presence|in the room|live",
    "online": "virtual|remote|video|web",
    "hybrid": "both|mixed|blended",
    "easy": "easiest|low|simple|beginner|beginners",
    "moderate": "medium|middle|normal|intermediate|average",
    "hard": "hardest|high|difficult|advanced|complex",
    "low": "calm|quiet|easy|lowest|little|minimal|slow",
    "medium": "moderate|middle|normal|average|m|third",
    "high": "lively|active|hard|highest|much|fast",
    "achieved": "done|past|reached|completed|finished",
    "today": "now|current|present|currently",
    "next": "soon|upcoming|following|near future",
    "planned": "plan|later",
    "vision": "future|goal|dream|target|long term",
    "path": "road|line|timeline|linear|road map|roadmap",
    "cycle": "circle|flywheel|loop|ring|round|wheel",
    "map": "journey map|matrix|grid|table",
    "blueprint": "service blueprint|swimlane|swimlanes",
    "feelings": "emotions|emotion|mood|moods",
    "pains": "pain points|problems|obstacles",
    "opportunities": "ideas|chances",
    "actions": "steps|doing|tasks",
    "thoughts": "thinking",
    "touchpoints": "contacts|touch points",
    "draft": "wip|unpublished|todo|in progress|new",
    "current": "published|live|final|active|done|public|ready",
    "retired": "archived|old|deprecated|obsolete|closed",
    "alone": "individual|individually|solo|single|one",
    "pairs": "pair|two|duo|twos|partners",
    "groups": "group|small groups|teams|team",
    "plenary": "all|whole group|everyone|everybody|large group",
    "person": "participant|participants|people|each|head",
    "group": "groups|team|table|pair|pairs|couple|couples|trio",
    "session": "workshop|all|total|room",
    "before": "pre|prior|first|start",
    "during": "while|main|middle|now",
    "after": "post|later|last|end",
    "as_is": "current|today|now|present|actual",
    "to_be": "future|target|vision|planned",
    "higher": "high|highest|more|most|up|upwards|rising|increase|increasing|greater|bigger|larger|max|maximum",
    "lower": "low|lowest|less|least|fewer|fewest|down|downwards|falling|decrease|decreasing|smaller|min|minimum",
    "action": "act|doing|do|step|task|activity|done",
    "communication": "conversation|message|contact|call|talk|meeting|email|mail|said",
    "small": "s|short|little|low|fifth",
    "large": "l|big|tall|long|high|half",
    "count": "number|numbers|people|proportional|to scale|counted",
    "even": "equal|same|nothing|none|fixed|uniform|regular",
    "goals": "aims|aim|objectives|needs",
    "channels": "channel|medium|media|via",
    "actors": "people|persons|who|roles|participants",
    "responsibilities": "duties|accountabilities|tasks of each",
    "measures": "metrics|metric|kpi|kpis|indicators|figures",
    "activities": "exercises|tools|methods",
    "effort": "work|workload|difficulty|strain",
    "end_user": "user|customer|client|participant",
    "service_provider": "provider|staff|us|service",
}


def other_word(word: str, known: Sequence[str]) -> str | None:
    """Give the one of the known choices that people also call `word`, or None."""
    said = " ".join(re.split(r"[\s_-]+", word.strip().casefold()))
    return next((choice for choice in known if said in _CHOICES.get(choice, "").split("|")), None)


_STATES = {
    "draft": ("draft", "current"),
    "wip": ("draft", "current"),
    "hidden": ("draft", "current"),
    "published": ("current", "draft"),
    "public": ("current", "draft"),
    "archived": ("retired", "current"),
    "retired": ("retired", "current"),
    "deprecated": ("retired", "current"),
    "obsolete": ("retired", "current"),
}
"""Keys that people switch on and off, with the state of the page for either."""


def meant_status(key: str, value: object) -> str | None:
    """Give the status that a switch such as `draft: true` means; None where the key is none."""
    on, off = _STATES.get(key.strip().casefold(), (None, None))
    return off if str(value).strip().casefold() in ("no", "false", "off", "0", "n") else on
