"""A plan in force: its last review, the change of phase, where the child is taught, and the type of need."""

from __future__ import annotations

from typing import TYPE_CHECKING, Any

from goldenthread.law import phase_transfer
from goldenthread.law.readings import Before, Readings
from goldenthread.returns.building.codes import OUTCOMES
from goldenthread.returns.building.story import Story, Told
from goldenthread.sen2.record import Record

if TYPE_CHECKING:
    from goldenthread.returns.building.request import Request

_AS_DFE_COUNTS = Readings(before=Before.GUIDANCE)
"""The item is the day itself, 15 February or 31 March."""
Values = dict[str, tuple[str, Told | None]]


def active_plan(request: Request, plan: Told) -> Record:
    """The active plan of a request."""
    story, moved = request.story, request.moved_in
    came = moved if moved and request.period.starts <= moved.day <= request.period.ends else None
    number = str(came.facts.get("number", "")).strip() if came else ""
    record = request.made(
        "ActivePlans",
        {
            "TransferLA": (number, came),
            **_review(story, plan),
            **_phase(story, request.period.starts, request.period.ends),
        },
    )
    for values in _placements(request):
        record.hold(request.made("PlacementDetail", values))
    if said := story.last.get("need-recorded"):
        needs = [str(said.facts.get(which, "")) for which in ("primary", "secondary")]
        for rank, need in enumerate(needs, start=1):
            if need:
                record.hold(
                    request.made("SENneed", {"SENtype": (need, said), "SENtypeRank": (str(rank), said)})
                )
    return record


def _review(story: Story, plan: Told) -> Values:
    """The last review that was decided; while none was, the last meeting."""
    met: Told | None = None
    pairs: list[tuple[Told | None, Told]] = []
    for one in story.told:
        if one.kind == "review-met":
            met = one
        elif one.kind == "review-on-record" or (one.kind in OUTCOMES and met):
            pairs.append((met if one.kind in OUTCOMES else None, one))
            met = None
    if not pairs:
        return {"ReviewMeeting": (met.day if met else "", met)}
    meeting, decided = pairs[-1]
    draft = decided if decided.kind == "amendment-proposed" else None
    return {
        "ReviewMeeting": (meeting.day if meeting else "", meeting),
        "ReviewOutcome": (OUTCOMES.get(decided.kind, ""), decided),
        "ReviewDraft": (draft.day if draft else "", draft),
        "LastReview": (decided.day, decided),
    }


def _phase(story: Story, starts: str, ends: str) -> Values:
    """The change of phase that was due in the period, and the day of the plan that named the next place."""
    for expected in reversed(story.all_of("phase-transfer-expected")):
        year = str(expected.facts.get("year", ""))
        if not (year.isdigit() and len(year) == 4):
            continue
        kind = phase_transfer.POST_16 if expected.facts.get("to") == "post-16" else phase_transfer.SCHOOL
        due = phase_transfer.due(kind, int(year), _AS_DFE_COUNTS).due_on.isoformat()
        if starts <= due <= ends:
            final = next((one for one in story.told if one.kind in ("amended-plan-issued", "review-maintained")
                          and one.day >= expected.day), None)  # fmt: skip
            return {
                "PhaseTransferDueDate": (due, expected),
                "PhaseTransferFinalDate": (final.day if final else "", final),
            }
    return {}


def _placements(request: Request) -> list[Values]:
    """Where the child is taught: the last place recorded of each rank, else the schools whose roll the child is on."""
    found: list[Values] = []
    for rank in ("1", "2"):
        held = [one for one in request.story.all_of("placement-recorded") if one.facts.get("rank") == rank]
        if held and not (rank == "2" and str(held[-1].facts.get("left_on") or "9") <= request.period.upto):
            found.append(_recorded(request, held[-1], rank))
    if found:
        return found
    return [
        {"URN": (str(urn or ""), None), "PlacementRank": (str(rank), None), "EntryDate": (since, None),
         "SENunitIndicator": ("0", None), "ResourcedProvisionIndicator": ("0", None)}
        for rank, (urn, since) in enumerate(request.taught[:2], start=1)
    ]  # fmt: skip


def _recorded(request: Request, one: Told, rank: str) -> Values:
    facts: dict[str, Any] = one.facts
    place = request.period.places.taught_at(facts)
    return {
        **{tag: (value, one) for tag, value in place.items()},
        "PlacementRank": (rank, one), "EntryDate": (one.day, one), "LeavingDate": (str(facts.get("left_on") or ""), one),
        "RES": (str(facts.get("weeks") or ""), one),
    }  # fmt: skip
