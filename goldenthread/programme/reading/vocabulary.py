"""The words that plans use for their fields, in headings of tables and in "label: value" lines.

A heading of a table may hold other words too ("Responsible officer (action lead)"). A label in running text
must be made of such words alone, or "Review the impact of…: …" would be taken for a field. Sources: the
fields seen in published plans of English local areas, 2018 to 2025.
"""

from __future__ import annotations

import re

# In order: the first that matches wins, so "action lead" is a lead and "progress update from action lead"
# is progress.
_FIELDS = tuple(
    (field, re.compile(pattern))
    for field, pattern in (
        ("rating", r"\bb?ragb?\b|\brating\b|\brag rated\b"),
        ("status", r"\bstatus\b|\bstage\b|^complete d?$|^completed$|^state$|percent complete|% complete"),
        (
            "success",
            r"measure\w* (?:of )?(?:our )?(?:progress|success|impact)|how (?:will|do|would|can|"
            r"could) (?:we|you|it)\b.*"
            r"(?:know|measure|tell)|(?:success|impact|outcome) measures?|measures? of (?:success|impact)|"
            r"evidence of (?:impact|success)|what will (?:be different|success|good)|progress measures?",
        ),
        (
            "completed",
            r"(?:date|actual\w*|when) complet|completed (?:on|date)|actual (?:end|finish|date)|"
            r"date closed|closed on",
        ),
        ("revised", r"\brevised\b|\bnew (?:due|date|end)|forecast|\bextended\b|\bamended\b"),
        (
            "progress",
            r"\bupdates?\b|commentary|\bcomments?\b|\bprogress\b|(?:current|latest) position|\bnarrative\b|"
            r"\bachieve(?:d|ments?)\b|what (?:we|has|have)\b.*\bdone\b|done so far|\bhighlights?\b",
        ),
        (
            "accountable",
            r"accountab|\bsro\b|senior responsible|\bsponsor|(?:executive|exec|senior|"
            r"strategic) (?:lead|owner)|"
            r"lead director|director lead",
        ),
        (
            "agency",
            r"\bagenc(?:y|ies)\b|\borganisations?\b|^(?:lead |delivery |"
            r"responsible )?partners?(?: involved)?$|"
            r"lead (?:body|service)",
        ),
        ("reviewed", r"\breview date|\bdate of review|date reviewed|last reviewed|date of (?:last )?update"),
        ("start", r"^start\b|start date|start(?:ing|s)? (?:on|from)|^commenc|^from$|^begin"),
        (
            "due",
            r"\bdue\b|by when|^when\b|dead ?line|time ?(?:scales?|frames?|lines?)\b|completion date|"
            r"(?:target|end|finish|delivery|planned|milestone) date|complet(?:ed?|ion) by|(?:date|"
            r"for) (?:for )?completion|"
            r"^dates?$|^by$|target completion|^timings?$|delivered by|date to be|^completion$|finish by|"
            r"done by",
        ),
        (
            "team",
            r"delivery team|^teams?$|project team|support(?:ed|ing)? (?:by|officers?|leads?)|contributors?",
        ),
        (
            "leads",
            r"\bleads?\b|\bowners?\b|responsib|^who$|^by who|\bby whom\b|who (?:is|will|s|"
            r"are)\b.*(?:lead|do|respons|own)|"
            r"assigned|\bofficers?\b|^named person|^people$",
        ),
        (
            "aside",
            r"^evidence|\brisks?\b|dependenc|\bresources?\b|\bcosts?\b|\bbudget\b|\bfunding\b|^notes?$|"
            r"^barriers?|"
            r"\bnational\b|\bneighbours?\b|\bengland\b|direction of travel|\btrend\b|polarity|source",
        ),
        ("baseline", r"\bbaseline\b|start(?:ing)? (?:point|position)|where (?:are we|we are) now"),
        ("milestones", r"\bmilestones?\b|\bcheckpoints?\b"),
        ("target", r"\btargets?\b|\btrajectory\b|\bambition for\b"),
        (
            "actual",
            r"\bactuals?\b|\boutturn\b|\bcurrent (?:performance|figure|value|data|rate)|"
            r"latest (?:performance|figure|"
            r"value|data|result)|^(?:performance|result|latest|current)s?$",
        ),
        (
            "measure",
            r"\bkpis?\b|performance indicators?|\bindicators?\b|^(?:the )?measures?$|\bmetrics?\b|"
            r"performance measures?|"
            r"what (?:we|are we) measur|measure (?:name|title|description)|^measures? \b",
        ),
        (
            "success",
            r"success|be different|what difference|difference (?:it|this|will)|\boutcomes?\b|\bimpact\b|"
            r"look like|"
            r"\bbenefits?\b|expected results?|intended results?",
        ),
        (
            "number",
            r"^(?:(?:action|item|row|line|unique) )?(?:no|nos|num|number|ref|reference|id|"
            r"code)s?(?: (?:no|number|id))?$|"
            r"^#$|^action ref|^ref\b",
        ),
        ("action", r"\b(?:key|priority|agreed|proposed|main) actions?\b"),
        (
            "area",
            r"weakness|\bpriorit(?:y|ies)\b|\bthemes?\b|work ?streams?|\bobjectives?\b|\bstrands?\b|"
            r"area (?:for|of)|"
            r"^areas?$|^aims?$|^section$|^pillars?$|^ambitions?$|^goals?$|improvement area|focus area",
        ),
        (
            "action",
            r"\bactions?\b|what (?:will )?(?:we|the partnership|partners) (?:will|are going to|plan to|"
            r"need to|must|intend"
            r" to|re going to|ll)?\s?(?:do|doing|be doing)|what will (?:be done|happen)|what needs to|"
            r"what are we (?:going"
            r" to do|doing)|\bactivit(?:y|ies)\b|\btasks?\b|\bsteps\b|^what$|^title$|^description$|^we will$|"
            r"how (?:we will|will we) (?:do|achieve|deliver|get)|initiatives?|deliverables?|"
            r"commitments?|^task|requirement",
        ),
    )
)
_WORDS = """
workstream stream objective objectives a about accountable accountability achieve achieved achievement
achievements act action actions activities activity actual agency agencies agreed aim aims all an and are
area areas as assigned at baseline be been benefit benefits brag by can chief children clinical code comment
commentary comments commitment commitments commissioner complete completed completion council criteria
current date dates day deadline deliver delivered delivery description desired did difference different dco
director directors do doing done due end evidence exec executive expected families far figure figures finish
for frame from future going good happen has have health how ics icb id if impact improved improvement in
indicator indicators initiative intend intended is it its key kpi kpis la latest lead leads leading led
lines local look made main make measure measured measures metric metrics milestone milestones month monthly
must name named need needs new nhs no now number of officer officers on or organisation organisations our
outcome outcomes outline outturn owner owners parents carers partner partners partnership people per
performance person planned plan point position post progress project proposed quarter quarterly rag rating
ref reference required respon responsibility responsible responsive result results revised scale send senior
service so sponsor sponsoring sponsors sro stage start starting status step steps strategic success
successful summary target targets task tasks team tell that the their there this time timeframe timeframes
timeline timelines timescale timescales timing title to today trajectory update updated updates value was we
ve ll re what when where who whom will with work worked works you young january february march april may
june july august september october november december jan feb mar apr jun jul aug sep sept oct nov dec
narrative like s q1 q2 q3 q4 three six twelve nine first second third last next weekly termly autumn spring
summer term year
"""
_LABEL_WORDS = frozenset(_WORDS.split())

# What a plan is called, not what a field is called.
_TITLE = re.compile(
    r"\b(?:action|improvement|progress|delivery) plans?\b|\bplan of action\b|\bstatement of action\b"
)


def plain_label(text: str) -> str:
    """A heading or label as compared: lower case, letters, digits, % and # only."""
    return " ".join(re.sub(r"[^a-z0-9%#]+", " ", text.lower().replace("’", "'")).split())


def field_of(heading: str) -> str | None:
    """The field that a heading of a table names, or None.

    >>> field_of("Senior responsible officer (accountable)"), field_of("By when?"), field_of("Colour")
    ('accountable', 'due', None)
    """
    label = plain_label(heading)
    if not label or len(label) > 120:
        return None
    return next((field for field, pattern in _FIELDS if pattern.search(label)), None)


def label_of(words: str) -> str | None:
    """The field that a label in running text names; None unless every word of it is a word of labels.

    >>> label_of("November progress update from action lead"), label_of("Review the impact on lunch")
    ('progress', None)
    """
    label = plain_label(words)
    tokens = label.split()
    if not tokens or len(tokens) > 12 or _TITLE.search(label):
        return None
    known = all(token in _LABEL_WORDS or token.isdigit() for token in tokens)
    return field_of(words) if known and not tokens[0].isdigit() else None
