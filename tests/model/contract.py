"""The contract with authors as data: the fields of each model, and short forms with their long ones."""

from __future__ import annotations

from journeybook.model import Activity, Journey, Workshop

_PAGE = "title summary description resources language aliases status owner reviewed_on review_by tags chapter"
FIELDS = {
    "Journey": f"{_PAGE} audience picture goal views centre state compares actors stages",
    "Drawing": "path funnel cycle vision map blueprint",
    "Plainly": "",
    "PathView": "feelings",
    "FunnelView": "width",
    "CycleView": "carries",
    "MapView": "lanes",
    "Centre": "title text",
    "Actor": "id title kind needs quote audience",
    "Stage": (
        "id aliases title summary description picture audience period horizon date duration count goals "
        "actions thoughts touchpoints feelings pains opportunities "
        "responsibilities measures evidence "
        "frontstage backstage support questions activities journey next effort"
    ),
    "Touchpoint": "title channel actors kind when url audience",
    "Feeling": "score label actor",
    "Pain": "text severity",
    "Opportunity": "text",
    "Responsibility": "actor does",
    "Measure": "title value target unit better",
    "Next": "to condition",
    "Question": "text audience",
    "Passage": "text audience",
    "Resource": "title url file audience",
    "Illustration": "file alt decorative credit audience",
    "Activity": (
        f"{_PAGE} number audience picture purpose objectives duration group participants setting difficulty energy "
        "materials space prerequisites steps facilitator_notes cautions variations questions debrief handouts related "
        "source tested_with"
    ),
    "Duration": "preparation min max note",
    "Group": "min max size note",
    "Difficulty": "facilitator participant",
    "Material": "title quantity per audience",
    "Step": "title text minutes grouping picture audience",
    "Handout": "id aliases title intro fields solution audience",
    "HandoutField": "label hint lines table box scale choices",
    "Scale": "from to least most",
    "Table": "columns rows",
    "Source": "title url licence authors",
    "Workshop": f"{_PAGE} audience group_size timezone location bring objectives days",
    "Day": "title date start end blocks audience",
    "Glossary": "terms",
    "Term": "term definition forms see audience",
    "Block": "title activity break start minutes lead text audience",
}

PAINS = "views: [{map: {lanes: [pains]}}]"
STAGE = "title: x\nstages:\n  - title: y\n    "
FIELD = "title: x\nhandouts:\n  title: y\n  fields:\n    label: z\n    "
BLOCK = "title: x\ndays:\n  - start: '9:00'\n    blocks:\n      - "
PAIRS = [
    (Journey, "title: x\nstages: Meet", "title: x\nstages: [{title: Meet}]"),
    (Journey, "title: x\nviews: map\nstages: a", "title: x\nviews: [map]\nstages: [a]"),
    (Journey, "title: x\nviews: map\nstages: a", "title: x\nviews: [{map: {}}]\nstages: [a]"),
    (Journey, "title: x\nviews: {map: {lanes: pains}}\nstages: a", f"title: x\n{PAINS}\nstages: a"),
    (Journey, "title: x\nactors: Client\nstages: a", "title: x\nactors: [{title: Client}]\nstages: a"),
    (Journey, "title: x\ncentre: Client\nstages: a", "title: x\ncentre: {title: Client}\nstages: a"),
    (Journey, "title: x\ntags: a\nstages: a", "title: x\ntags: [a]\nstages: a"),
    (Journey, f"{STAGE}touchpoints: A call", f"{STAGE}touchpoints: [{{title: A call}}]"),
    (Journey, f"{STAGE}touchpoints: {{title: z, actors: c}}", f"{STAGE}touchpoints: [{{title: z, actors: [c]}}]"),
    (Journey, f"{STAGE}feelings: Lost", f"{STAGE}feelings: [{{label: Lost, score: 0}}]"),
    (Journey, f"{STAGE}feelings: {{score: -1}}", f"{STAGE}feelings: [{{score: '−1'}}]"),
    (Journey, f"{STAGE}pains: Slow", f"{STAGE}pains: [{{text: Slow}}]"),
    (Journey, f"{STAGE}opportunities: More", f"{STAGE}opportunities: [{{text: More}}]"),
    (Journey, f"{STAGE}measures: Visits", f"{STAGE}measures: [{{title: Visits}}]"),
    (Journey, f"{STAGE}questions: Why?", f"{STAGE}questions: [{{text: Why?}}]"),
    (Journey, f"{STAGE}next: z", f"{STAGE}next: [{{to: z}}]"),
    (Journey, f"{STAGE}activities: z", f"{STAGE}activities: [z]"),
    (Journey, f"{STAGE}goals: z", f"{STAGE}goals: [z]"),
    (Journey, f"{STAGE}audience: mentor", f"{STAGE}audience: [mentor]"),
    (Journey, f"{STAGE}duration: 2024", f"{STAGE}duration: '2024'"),
    (Journey, f"{STAGE}count: '12'", f"{STAGE}count: 12"),
    (Activity, "title: x\nduration: 45–60 min", "title: x\nduration: {min: 45, max: 1 h}"),
    (Activity, "title: x\nduration: PT45M", "title: x\nduration: {min: 45 min, max: 45 min}"),
    (Activity, "title: x\nduration: {max: 45}", "title: x\nduration: {min: 45, max: 45}"),
    (Activity, "title: x\ngroup: 1-12", "title: x\ngroup: {min: 1, max: 12}"),
    (Activity, "title: x\ngroup: 4", "title: x\ngroup: {min: 4, max: 4}"),
    (Activity, "title: x\nmaterials: Pens", "title: x\nmaterials: [{title: Pens}]"),
    (Activity, "title: x\nsteps: Think.", "title: x\nsteps: [{text: Think.}]"),
    (Activity, "title: x\ndifficulty: easy", "title: x\ndifficulty: {participant: easy}"),
    (Activity, "title: x\nvariations: Online.", 'title: x\nvariations: {"": Online.}'),
    (Activity, "title: x\nvariations: {a: b}", "title: x\nvariations: {a: {text: b}}"),
    (
        Activity,
        "title: x\nvariations: {text: a, audience: b}",
        'title: x\nvariations: {"": {text: a, audience: [b]}}',
    ),
    (Activity, "title: x\ncautions: a", "title: x\ncautions: {text: a}"),
    (Activity, "title: x\nfacilitator_notes: a", "title: x\nfacilitator_notes: {text: a}"),
    (Activity, "title: x\ndebrief: a", "title: x\ndebrief: {text: a}"),
    (Activity, "title: x\nhandouts: {title: y, solution: a}", "title: x\nhandouts: {title: y, solution: {text: a}}"),
    (
        Workshop,
        f"{BLOCK}{{title: a, minutes: 5, text: b}}",
        f"{BLOCK}{{title: a, minutes: 5, text: {{text: b}}}}",
    ),
    (Activity, "title: x\nsource: A book", "title: x\nsource: {title: A book}"),
    (Activity, "title: x\nsetting: online", "title: x\nsetting: [online]"),
    (Activity, "title: x\nquestions: Why?", "title: x\nquestions: [{text: Why?}]"),
    (Activity, "title: x\nprerequisites: y", "title: x\nprerequisites: [y]"),
    (
        Activity,
        "title: x\nhandouts: {title: Map, fields: Today}",
        "title: x\nhandouts: [{title: Map, id: map, fields: [{label: Today}]}]",
    ),
    (
        Activity,
        "title: x\nhandouts: {title: Map, fields: {label: a, table: {columns: Step}}}",
        "title: x\nhandouts: [{title: Map, fields: [{label: a, table: {columns: [Step], rows: 5}}]}]",
    ),
    (Activity, f"{FIELD}scale: 0–10", f"{FIELD}scale: {{from: 0, to: 10}}"),
    (Activity, f"{FIELD}scale: 5", f"{FIELD}scale: {{from: 1, to: '5'}}"),
    (Activity, f"{FIELD}choices: Yes", f"{FIELD}choices: [Yes]"),
    (Activity, f"{FIELD}table: {{columns: [a, b], rows: 2}}", f"{FIELD}table: {{columns: [a, b], rows: [[], []]}}"),
    (Activity, f"{FIELD}table: {{columns: [~, b], rows: [a]}}", f"{FIELD}table: {{columns: ['', b], rows: [[a]]}}"),
    (Activity, f"{FIELD}table: {{columns: a, rows: [b, 1]}}", f"{FIELD}table: {{columns: [a], rows: [[b], ['1']]}}"),
    (
        Workshop,
        "title: x\ndays: {start: 9:00, blocks: {break: Tea, minutes: 15 min}}",
        "title: x\ndays: [{start: '09:00', blocks: [{break: Tea, minutes: 15}]}]",
    ),
    (
        Workshop,
        "title: x\nbring: Pen\ndays: {start: 9:00, blocks: {break: Tea, minutes: 1}}",
        f"title: x\nbring: [Pen]{BLOCK[8:]}{{break: Tea, minutes: 1}}",
    ),
    (Workshop, f"{BLOCK}{{title: a, minutes: 5, start: 9.30}}", f"{BLOCK}{{title: a, minutes: 5, start: '09:30'}}"),
    (Workshop, f"{BLOCK}{{title: a, minutes: 1 h, audience: b}}", f"{BLOCK}{{title: a, minutes: 60, audience: [b]}}"),
]  # fmt: skip
