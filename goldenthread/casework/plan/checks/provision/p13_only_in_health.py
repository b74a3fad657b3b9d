"""P13: therapy that educates or trains, in health provision only."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import EDYOURSELF_FORMAT, GOOD_SCHOOLS, act
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import phrases

THERAPIES = {
    "speech and language therapy": phrases(r"speech (?:and|&) language", r"speech therap(?:y|ist)", "SALT", "SLT",
    "communication programme", family="provision",
),
    "occupational therapy": phrases(r"occupational therap(?:y|ist|ists)", "OT", "sensory (?:diet|programme|integration)",
    family="provision"),
    "physiotherapy": phrases(r"physio(?:therap(?:y|ist|ists))?", "hydrotherapy", family="provision"),
    "teaching or training": phrases(r"teach(?:es|ing)?(?: \w+){0,3} to", r"train(?:s|ing)? (?:him|her|them|\w+) to",
    "educational programme", family="provision",
),
}  # fmt: skip


def find(sheet: Sheet) -> Iterator[Found]:
    """Lines of health provision whose therapy stands in no educational provision."""
    educational = " ".join(line.text for kind, line in sheet.provision if kind.field == "education")
    for kind, line in sheet.provision:
        if kind.field != "health":
            continue
        for name, words in THERAPIES.items():
            if words.found(line.text) and not words.found(educational):
                yield on_line(
                    kind.key, line, f"There is {name} here and none among the special educational provision."
                )
                break


CHECK = Check(
    id="P13",
    title="Therapy that educates stands only under health",
    severity=Severity.WARN,
    says="“{words}” stands only under health.",
    why="Health provision that educates or trains is special educational provision (section 21(5)). The authority must "
    "secure it, and the family can appeal about it.",
    mend="If it teaches or trains the child, move it to the special educational provision.",
    sources=(act("21(5)"), GOOD_SCHOOLS, EDYOURSELF_FORMAT),
    find=find,
)
