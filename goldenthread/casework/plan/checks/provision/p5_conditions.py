"""P5: conditions under which the support lapses."""

from __future__ import annotations

from goldenthread.casework.plan.checks.check import PROVISION, Check, Severity
from goldenthread.casework.plan.checks.references import PARENTS
from goldenthread.casework.plan.language.phrases import phrases

_STATE = (
    r"(?:required|requires|needed|necessary|appropriate|advised|directed|deemed|applicable|indicated|suitable|relevant|"
    r"helpful|desired|practicable|practical|feasible|recommended|instructed|requested|convenient|beneficial|reasonable|"
    r"available|permitted)"
)
_CONDITIONS = phrases(
    rf"as (?:and when |and where |and if )?(?:is |may be |clinically |and when )?{_STATE}",
    rf"(?:if|when|where|whenever|wherever|whether|should it be|as and when|unless) (?:this is |it is |they are |he is |"
    rf"she is |is |are |clinically |and when |otherwise |and if |deemed |felt |thought )*{_STATE}",
    r"(?:if|when|whenever|should|unless) (?:he|she|they|it|the child|the pupil|[A-Z]\w+|the school|the family|staff) "
    r"(?:feels?|wants?|needs?|requires?|wishes|wish|asks?|chooses|becomes? available|thinks?|agrees?|decides?|can)(?: "
    r"\w+)?",
    "as and when", r"up to", r"or (?:an? )?(?:equivalent|similar|other suitable \w+|other appropriate \w+|comparable)",
    r"depending (?:on|upon)", r"dependent (?:on|upon)", r"subject to",
    r"as far as (?:is )?(?:reasonably )?(?:possible|practicable)",
    r"(?:resources?|staffing|time|funding|timetable|availability|space) (?:permitting|allowing)",
    r"as (?:resources|staffing|time|funding|the timetable) (?:allows?|permits?)", r"on request", r"unless",
    r"within (?:existing|available) resources", r"in so far as",
    r"if (?:a place|space|there is|the \w+ (?:has|is|are|can))(?: \w+)?",
    r"provided (?:that )?(?:there|he|she|they|staff|the)", r"according to need", r"in line with need",
    r"as (?:his|her|their|the)? ?needs? (?:dictates?|requires?|changes?|arises?)", r"should (?:the |a )?need arise",
    r"based (?:on|upon) (?:his |her |their )?needs?", r"according to (?:his|her|their|the) needs?", r"in response to need",
    r"on a needs basis", r"as deemed",
    r"(?:when|if|where) (?:a |the )?(?:staff|member of staff|teacher|assistant|room|place|therapist|slot|adult) (?:is|are|"
    r"becomes?) (?:available|free)", r"at need", r"on demand", r"as time allows", "where there is (?:a )?(?:need|capacity)",
    but=(
        r"up to (?:and including )?(?:the )?(?:age|ages|end|year|years|key stage|date|level|standard|speed|time|his|her|"
        r"their|them|him|a hundred|the table|the board|point|present|today|now|summer|july|half term|18|19|25)\b(?: "
        r"of)?(?: \w+)?",
        r"up to the age of \w+", r"up to \d+ years?", r"(?:count|counts|counting|numbers?|add|adds|adding|tables?|number "
        r"bonds|multiply|total|totals|maths facts|facts) (?:\w+ )?up to",
        r"(?:catch|catches|catching|caught|sit|sits|pull|pulled|close|look|stand|sat|line|walk|go|goes|comes?|move) up to",
        r"(?:groups?|class|classes|ratio|pairs?) of up to", r"up to date", r"size of up to",
        r"up to \w+ (?:pupils|children|students|peers|others|classmates)",
        r"as required (?:by|under|in) (?:law|the law|the act|section|regulation|the regulations|the equality act|statute|"
        r"paragraph)[\w ]*", r"year \d+ or (?:above|below)",
        r"when (?:he|she|they) (?:needs?|wants?) to (?:communicate|speak|ask|tell|say)",
        r"the subject to", r"subject to be",
    ), family="provision",
)  # fmt: skip

CHECK = Check(
    id="P5",
    title="A condition",
    severity=Severity.WARN,
    says="“{words}” lets the support lapse.",
    why="With a condition, whoever gives the support decides whether there is any.",
    mend="Say what happens and how often. Where it must answer to the day, say what sets it off, who judges, and the "
    "least that will be given.",
    sources=(PARENTS,),
    reads=PROVISION,
    spans=_CONDITIONS.spans,
)
