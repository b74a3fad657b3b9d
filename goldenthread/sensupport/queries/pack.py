"""A pupil's support in one paper: ready for an individual support plan, or to go with the child to the next school.

No law asks for an individual support plan yet, and its form is not known: this holds what the register knows, in a form of our
own that a machine can read (`FORM`). It has no word of social workers or suspensions: they are not the pupil's support.
"""

from __future__ import annotations

from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Grid, Heading, Paper, Points, Text
from goldenthread.sensupport.models import Cycle, Pupil
from goldenthread.sensupport.queries.inclusion import circumstances_now
from goldenthread.sensupport.queries.register import provision_now

FORM = "golden-thread-support-pack/1"


@dataclass(frozen=True)
class Round:
    """One cycle of assess, plan, do, review."""

    number: int
    started_on: date
    assess: str
    outcome: str
    strategies: list[dict[str, str]]
    list_version: str
    plan: str
    child_says: str
    parent_says: str
    review_due_on: date
    reviewed_on: date | None
    progress: str
    what_changed: str
    child_says_now: str
    parent_says_now: str
    next_step: str


@dataclass(frozen=True)
class Pack:
    """All of it, as at a day."""

    form: str
    as_at: date
    setting: str
    given_names: str
    family_name: str
    known_as: str
    born_on: date
    upn: str
    code: str
    code_in_words: str
    since: date | None
    needs: list[str]
    need_in_words: str
    strengths: str
    communication: str
    attendance: str
    attendance_until: date | None
    is_part_time: bool
    asked_for_assessment_on: list[date]
    cycles: list[Round]


def pack(pupil: Pupil, day: date) -> Pack:
    """The pupil's support as at a day; what is seen, and strengths, in their words of today. Five queries."""
    child, provision, list_says = pupil.child, provision_now(pupil, day), circumstances_now(pupil, day)
    needs = (
        [provision.get_primary_need_display(), provision.get_secondary_need_display()] if provision else []
    )
    return Pack(
        FORM, day, str(pupil.setting), child.given_names, child.family_name, child.known_as, child.born_on, child.upn or "",
        provision.code if provision else "", provision.get_code_display() if provision else "",
        provision.starts_on if provision else None, [str(one) for one in needs if one], pupil.need_in_words, pupil.strengths,
        child.communication,
        f"{list_says.attendance.normalize():f}%" if list_says and list_says.attendance is not None else "",
        list_says.roll.until if list_says else None, bool(list_says and list_says.is_part_time),
        list(pupil.asked.filter(asked_on__lte=day).values_list("asked_on", flat=True)),
        [_round(one, day) for one in pupil.cycles.filter(started_on__lte=day).order_by("number")],
    )  # fmt: skip


def _round(cycle: Cycle, day: date) -> Round:
    is_reviewed = cycle.reviewed_on is not None and cycle.reviewed_on <= day
    strategies = [
        {"code": code, "title": title} for code, title in zip(cycle.strategies, cycle.tried, strict=False)
    ]
    after = (
        (cycle.reviewed_on, cycle.get_progress_display(), cycle.what_changed, cycle.child_says_now, cycle.parent_says_now,
         cycle.get_next_display())
        if is_reviewed
        else (None, "", "", "", "", "")
    )  # fmt: skip
    return Round(
        cycle.number, cycle.started_on, cycle.assess, cycle.outcome, strategies, cycle.list_version, cycle.plan,
        cycle.child_says, cycle.parent_says, cycle.review_due_on, *after,
    )  # fmt: skip


def as_data(held: Pack) -> dict[str, Any]:
    """The pack for a machine: the same words, days as 2026-11-24."""
    return asdict(held)


def as_paper(held: Pack) -> Paper:
    """The pack for people: who the child is, what they say, what is done now, and what was tried before."""
    now = next((one for one in held.cycles if one.reviewed_on is None), None)
    before = [one for one in held.cycles if one is not now]
    blocks = [
        *_about(held),
        *(_now(now) if now else [Heading("What we do now"), Text("No cycle is under way.")]),
    ]
    if before:
        blocks.append(Heading("What was tried before"))
        blocks.append(
            Grid(("Cycle", "We hoped for", "We tried", "What came of it"), [_row(one) for one in before])
        )
    if held.asked_for_assessment_on:
        days = ", ".join(in_words(one) for one in held.asked_for_assessment_on)
        blocks += [Heading("Asked for"), Text(f"An EHC needs assessment: {days}.")]
    name = f"{held.given_names} {held.family_name}"
    return Paper(
        f"Support for {name}",
        f"{held.setting}, {in_words(held.as_at)}",
        f"{name}. Personal: keep it safe.",
        blocks,
    )


def _about(held: Pack) -> list[Block]:
    facts = [f"Born on {in_words(held.born_on)}"]
    if held.known_as:
        facts.append(f"Known as {held.known_as}")
    if held.since:
        facts.append(f"{held.code_in_words} ({held.code}) since {in_words(held.since)}")
    if held.needs:
        facts.append(f"Type of need: {'; '.join(held.needs)}")
    if held.attendance and held.attendance_until:
        facts.append(f"Attendance {held.attendance}, from September to {in_words(held.attendance_until)}")
    if held.is_part_time:
        facts.append("On a part-time timetable")
    told = (
        ("What we see", held.need_in_words),
        ("Good at", held.strengths),
        ("How to talk together", held.communication),
    )
    blocks: list[Block] = [Heading("Who this is about"), Points(facts)]
    return blocks + [Text(f"{title}: {words}") for title, words in told if words]


def _now(cycle: Round) -> list[Block]:
    titles = [one["title"] for one in cycle.strategies]
    return [
        Heading("What the child says"), Text(cycle.child_says), Heading("What the parents say"), Text(cycle.parent_says),
        Heading("What we do now"), Text(f"Cycle {cycle.number}, since {in_words(cycle.started_on)}."),
        Text(f"We hope for: {cycle.outcome}"),
        *([Points(titles)] if titles else []), *([Text(cycle.plan)] if cycle.plan else []),
        Text(f"We look at it again by {in_words(cycle.review_due_on)}."),
    ]  # fmt: skip


def _row(cycle: Round) -> tuple[str, ...]:
    days = f"{cycle.number}: {in_words(cycle.started_on)}"
    came = f"{cycle.progress}. {cycle.what_changed}"
    voices = (("The child", cycle.child_says_now), ("The parents", cycle.parent_says_now))
    came += "".join(f" {who}: {words}" for who, words in voices if words)
    tried = "; ".join([*(one["title"] for one in cycle.strategies), *([cycle.plan] if cycle.plan else [])])
    return days, cycle.outcome, tried, came
