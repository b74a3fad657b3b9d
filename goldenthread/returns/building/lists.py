"""The list of children with a plan that inspectors ask for, row by row, out of the cases as they were known on a day."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from typing import NamedTuple

from goldenthread.returns.building.codes import AT_AN_END, OUTCOMES, PLANNED
from goldenthread.returns.building.persons import Case
from goldenthread.returns.building.places import Places
from goldenthread.returns.building.story import Story, Told
from goldenthread.sen2.lists.columns import (
    BORN,
    ETHNICITY,
    GENDER,
    HOME,
    INITIAL,
    LIST_1,
    NEED,
    NEEDS,
    PHASE,
    REVIEWED,
    SUBSIDIARY,
    ULN,
    UNIQUE_ID,
    UPDATED,
    UPN,
    URN,
)

UPDATES = ("amended-plan-issued", "reassessment-plan-issued")
HELD = (
    UNIQUE_ID,
    UPN,
    ULN,
    BORN,
    GENDER,
    ETHNICITY,
    INITIAL,
    UPDATED,
    REVIEWED,
    NEED,
    URN,
    PHASE,
    SUBSIDIARY,
    HOME,
)
"""The columns that are known here; the others come from the school census and from social care's own system."""
NOT_HELD = tuple(one for one in LIST_1 if one not in HELD)


class Listed(NamedTuple):
    """One row of the list, and whose case it is."""

    case: int
    values: dict[str, str]


def with_plan(cases: Iterable[Case], places: Places, phases: Mapping[str, str]) -> Iterator[Listed]:
    """A row for each plan in force. The cases come with what was known of them on the day of the list."""
    for case in cases:
        story = Story(case.events or ())
        plan = story.earliest(*PLANNED)
        if plan is not None and story.latest(*AT_AN_END) is None:
            yield Listed(case.case, _row(case, story, plan, places, phases))


def _row(case: Case, story: Story, plan: Told, places: Places, phases: Mapping[str, str]) -> dict[str, str]:
    first = str(plan.facts.get("made_on", plan.day)) if plan.kind == "moved-in" else plan.day
    update, review = story.latest(*UPDATES), story.latest("review-on-record", *OUTCOMES)
    row = dict.fromkeys(LIST_1, "")
    row |= {
        UNIQUE_ID: case.reference, UPN: case.upn or case.no_number, ULN: case.uln, BORN: _day(case.born_on),
        GENDER: case.sex if case.sex in ("M", "F") else "", ETHNICITY: case.ethnicity, INITIAL: _day(first),
        UPDATED: _day(update.day if update else ""), REVIEWED: _day(review.day if review else ""),
        NEED: _need(story), HOME: "No", **_schools(case, story, places, phases),
    }  # fmt: skip
    return row


def _need(story: Story) -> str:
    """The primary need. The list has no code for Down syndrome: it counts as another difficulty, as in the published figures."""
    said = story.last.get("need-recorded")
    need = str(said.facts.get("primary", "")) if said else ""
    return need if need in NEEDS or not need else "OTH"


def _schools(case: Case, story: Story, places: Places, phases: Mapping[str, str]) -> dict[str, str]:
    """The main place and the second one."""
    held = {one.facts.get("rank"): one for one in story.all_of("placement-recorded")}
    found: dict[str, str] = {}
    if main := held.get("1"):
        place = places.taught_at(main.facts)
        found = {URN: place.get("URN", ""), HOME: "Yes" if place.get("SENSetting") == "EHE" else "No"}
    elif case.taught:
        found = {URN: str(case.taught[0][0] or "")}
    second = held.get("2")
    if second and not second.facts.get("left_on"):
        found[SUBSIDIARY] = phases.get(places.taught_at(second.facts).get("URN", ""), "")
    return {**found, PHASE: phases.get(found.get(URN, ""), "")}


def _day(text: str) -> str:
    """A day as the list writes it.

    >>> _day("2026-07-06"), _day("")
    ('06/07/2026', '')
    """
    return f"{text[8:10]}/{text[5:7]}/{text[:4]}" if text else ""
