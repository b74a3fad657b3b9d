"""What the SEN2 return asks for besides the course of a case: the type of need, and the place of education."""

from __future__ import annotations

from goldenthread.casework.process.kinds.choices import BY
from goldenthread.casework.process.kinds.kind import Fact, Kind
from goldenthread.casework.process.stages import Stage as S

NEEDS = (
    ("SPLD", "Specific learning difficulty"), ("MLD", "Moderate learning difficulty"),
    ("SLD", "Severe learning difficulty"), ("PMLD", "Profound and multiple learning difficulty"),
    ("SEMH", "Social, emotional and mental health"), ("SLCN", "Speech, language and communication"),
    ("HI", "Hearing impairment"), ("VI", "Vision impairment"), ("MSI", "Multi-sensory impairment"),
    ("PD", "Physical disability"), ("ASD", "Autistic spectrum disorder"), ("DS", "Down syndrome"),
    ("OTH", "Other difficulty"),
)  # fmt: skip
INSTEAD = (
    ("OLA", "Education elsewhere, arranged by the council"), ("OPA", "Education elsewhere, arranged by the parents"),
    ("EHE", "Educated at home by choice"), ("EYP", "Early years provider without a number"),
    ("NEET", "Not in education, employment or training (16 to 25)"), ("NIEC", "Not in education: the plan is to end"),
    ("NIEO", "Not in education, for another reason"), ("OTH", "Something else, or a type of school and no school"),
)  # fmt: skip
"""The codes of the return for what is no school or college with a number."""
RANKS = (("1", "The main place"), ("2", "A second place, beside the main one"))
UNITS = (("unit", "In its SEN unit"), ("resourced", "In its resourced provision"))
WEEKS = (("A", "Boards 38 to 51 weeks"), ("B", "Boards 52 weeks"))
ENDINGS = (
    ("1", "Reached the greatest age"), ("2", "Needs met without a plan"), ("3", "Went to higher education"),
    ("4", "Went into paid work"), ("5", "Moved to another council"), ("6", "No longer wished to take part"),
    ("7", "Moved outside England"), ("8", "Died"), ("9", "Another reason"),
)  # fmt: skip
"""Why plans end: the codes of the return."""
PAID_FOR = (
    ("education", "Education"), ("health", "Health"), ("social-care", "Social care"),
    ("integrated", "More than one of them together"),
)  # fmt: skip
IN_CUSTODY = Fact("rya", "The child was in youth custody when this was asked", "yes-no", is_required=False)
THEIR_NUMBER = Fact(
    "number", "Its three-figure number", is_required=False, hint="Such as 330. The SEN2 return asks for it."
)
HAD_ASKED = Fact("by", "Who had asked for the assessment there", "choice", is_required=False, choices=BY)
NAMED_THERE = Fact("placement", "School, college or type named in section I", is_required=False)
WHY_ENDED = Fact("why_ended", "Why the plan ended", "choice", is_required=False, choices=ENDINGS)
NAMED_INSTEAD = Fact("instead", "If no school or college is named, what there is instead", "choice", is_required=False,
                     choices=INSTEAD)  # fmt: skip

_ANY: frozenset[S] = frozenset(S)
RETURNED = (
    Kind("need-recorded", "Type of need recorded", "The council wrote down the main type of need, for the yearly return.",
         (Fact("primary", "Main type of need", "choice", choices=NEEDS),
          Fact("secondary", "Second type of need", "choice", is_required=False, choices=NEEDS)), during=_ANY),
    Kind("placement-recorded", "Place of education recorded", "The council wrote down where you are taught.",
         (Fact("rank", "Which place", "choice", choices=RANKS),
          Fact("school", "School or college", is_required=False,
               hint="Its name as in the list of schools, or its number (URN). The day above is the first day there."),
          Fact("instead", "If there is no school or college, what there is instead", "choice", is_required=False,
               choices=INSTEAD),
          Fact("unit", "Taught in a unit", "choice", is_required=False, choices=UNITS),
          Fact("weeks", "Boarding", "choice", is_required=False, choices=WEEKS),
          Fact("left_on", "Last day there, if it is over", "day", is_required=False)), during=_ANY),
)  # fmt: skip
