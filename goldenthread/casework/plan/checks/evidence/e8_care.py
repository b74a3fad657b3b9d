"""E8: social care provision stands in the right section."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SOMERSET, Reference
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import Phrases, phrases

MUST_BE_MADE = phrases(
    r"section 2 (?:of the )?(?:CSDPA|chronically)",
    "CSDPA",
    r"chronically sick and disabled",
    r"section 2 assessment",
)
FOR_ADULTS = phrases(r"care act(?: 2014)?", r"adult social care", r"adult care package")
OTHERWISE = phrases(
    r"section 17(?! of the CSDPA)",
    r"children in need plan",
    r"child in need plan",
    r"child protection(?: plan)?",
    r"looked after",
    r"early help",
)


def find(sheet: Sheet) -> Iterator[Found]:
    """Provision of the section for children where the young person is 18, and words that belong in the other section."""
    for kind, line in sheet.provision:
        if kind.field != "care":
            continue
        if kind.under_age:
            if sheet.age >= kind.under_age:
                yield on_line(
                    kind.key,
                    line,
                    f"Section {kind.key} is for those under {kind.under_age}; this young person is {sheet.age}.",
                )
            yield from _misplaced(
                kind.key, line, FOR_ADULTS, "is adult social care, which belongs in the other section"
            )
            yield from _misplaced(
                kind.key,
                line,
                OTHERWISE,
                "is not provision under section 2 of the 1970 Act, and belongs in the other section",
            )
        else:
            yield from (
                _misplaced(
                    kind.key,
                    line,
                    MUST_BE_MADE,
                    "must be made under section 2 of the 1970 Act, and belongs in the section for that",
                )
                if sheet.age < 18
                else ()
            )


def _misplaced(key: str, line: object, words: Phrases, why: str) -> Iterator[Found]:
    for span in words.spans(line.text):  # type: ignore[attr-defined]
        yield on_line(key, line, f"“{span.words}” {why}.", span)  # type: ignore[arg-type]


CHECK = Check(
    id="E8",
    title="Social care in the right section",
    severity=Severity.WARN,
    says="“{words}” stands in the wrong section.",
    why="What must be given to a disabled child under the Act of 1970 stands apart from what may be given.",
    mend="Move the line to the other section. From 18 on, social care is the adults’.",
    sources=(
        SOMERSET,
        Reference(
            "Chronically Sick and Disabled Persons Act 1970, section 2",
            "https://www.legislation.gov.uk/ukpga/1970/44/section/2",
        ),
    ),
    find=find,
)
