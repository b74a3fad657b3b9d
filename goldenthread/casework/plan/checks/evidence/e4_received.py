"""E4: advice from everybody whom regulation 6 names."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.papers import KINDS

ALWAYS = ("a", "b", "c", "d", "e")
FROM_YEAR_9 = "g"
SERVING = "b-iv"


def asked_of(sheet: Sheet) -> list[str]:
    """The letters of regulation 6(1) that count for this child."""
    found = [*ALWAYS]
    if sheet.year_group >= 9:
        found.append(FROM_YEAR_9)
    if sheet.plan.child.parent_serves:
        found.append(SERVING)
    return found


def find(sheet: Sheet) -> Iterator[Found]:
    """Letters from which nothing came, and requests without an answer or a reason."""
    if sheet.plan.stage in {"amendment", "amended"} and not sheet.plan.advice:
        return
    there = {one.kind for one in sheet.plan.advice if one.status == "received" or one.reason.strip()}
    asked = {one.kind for one in sheet.plan.advice}
    for letter in asked_of(sheet):
        if letter not in there and letter not in asked:
            yield Found(f"There is no advice under ({letter}), {KINDS[letter]}, and no reason why.")
    for one in sheet.plan.advice:
        if one.status != "received" and not one.reason.strip():
            words = {
                "asked": "was asked for and has not come",
                "declined": "was declined",
                "not-needed": "was not asked for",
            }[one.status]
            yield Found(
                f"The advice “{one.id}” under ({one.kind}), {one.body or KINDS[one.kind]}, {words}, and no reason is recorded."
            )
    if sheet.plan.child.has_sight_or_hearing_loss and not any(
        "deaf" in text or "hearing" in text or "vision" in text or "visual" in text for text in _roles(sheet)
    ):
        yield Found(
            "No advice was given after consulting a qualified teacher of deaf children or of those with sight loss."
        )


def _roles(sheet: Sheet) -> Iterator[str]:
    return (
        f"{one.role} {one.body} {one.author}".lower() for one in sheet.plan.advice if one.status == "received"
    )


CHECK = Check(
    id="E4",
    title="Advice from everybody the law names",
    severity=Severity.BLOCK,
    says="Advice is missing.",
    why="The authority must seek advice from each of these. A plan without it may leave out a need that nobody looked for.",
    mend="Ask for it, chase it, or record why it is not there.",
    sources=(regulation("6(1)"), regulation("6(2)")),
    find=find,
)
