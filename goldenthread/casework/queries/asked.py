"""Who was asked for advice in a case, who is still to be asked, and how each request stands."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Advice, AdviceState, Case, Event, OpenDuty, PlanText
from goldenthread.casework.plan.checks.evidence.e4_received import ALWAYS, FROM_YEAR_9
from goldenthread.casework.plan.papers import KINDS
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.plans import year_group

STATES = {
    AdviceState.ASKED: "due", AdviceState.WRITING: "due", AdviceState.RETURNED: "warn", AdviceState.IN: "done",
    AdviceState.REUSED: "done", AdviceState.DECLINED: "late", AdviceState.NOT_NEEDED: "plain",
}  # fmt: skip


@dataclass(frozen=True)
class AskedOf:
    """One body that was asked: how its advice stands, when it is due, and how old what came is."""

    advice: Advice
    due_on: date | None
    on: date

    @property
    def mark(self) -> str:
        """How its state is drawn; late when its day is over."""
        mark = STATES[AdviceState(self.advice.state)]
        return "late" if mark == "due" and self.due_on and self.due_on < self.on else mark

    @property
    def age(self) -> int | None:
        """Days since the day that the advice bears."""
        return (self.on - self.advice.dated_on).days if self.advice.dated_on else None

    @property
    def link(self) -> object | None:
        """The last link that was mailed, or could not be."""
        return next(iter(self.advice.links.all()), None)


@dataclass(frozen=True)
class Letter:
    """One letter of regulation 6(1): whom it names, who was asked, and whether the law asks for it here."""

    letter: str
    words: str
    is_required: bool
    asked: list[AskedOf]


def asked_in(case: Case, on: date) -> list[Letter]:
    """Every letter of regulation 6(1), with those who were asked under it."""
    due = dict(OpenDuty.objects.filter(case=case, duty=Duty.ADVISE).values_list("number", "due_on"))
    held = case.advice.select_related("request").prefetch_related("links").order_by("pk")
    found = [AskedOf(one, due.get(one.request_id), on) for one in held]
    required = {*ALWAYS, *([FROM_YEAR_9] if year_group(case.child.born_on, on) >= 9 else [])}
    return [
        Letter(letter, words, letter in required, [one for one in found if one.advice.letter == letter])
        for letter, words in KINDS.items()
    ]


def lines_on_what_was_taken_out(advice: Advice) -> list[tuple[str, int]]:
    """Lines of the plan that rest on a paragraph that a later submission took out, with its number."""
    now = {number for number, _, _ in advice.paragraphs}
    text = PlanText.objects.filter(case=advice.case).first()
    return [
        (str(line["id"]), source["paragraph"])
        for held in (text.sections if text else {}).values()
        for line in held.get("lines", [])
        for source in line.get("sources", [])
        if source["advice"] == advice.key and source["paragraph"] not in now
    ]


def not_taken_up(case: Case) -> list[Event]:
    """Requests in the case's file to which no advice belongs yet: they came from an earlier record, or were entered by hand."""
    taken = set(case.advice.values_list("request", flat=True))
    held = (
        case.events.in_force().filter(kind="advice-requested", is_struck=False).order_by("occurred_on", "pk")
    )
    return [one for one in held if one.number not in taken]


def earlier_advice(advice: Advice) -> list[Advice]:
    """Advice about the same child that is in and might stand in for this: from the same letter first."""
    held = Advice.objects.filter(case__child=advice.case.child_id, received_on__isnull=False).exclude(
        pk=advice.pk
    )
    return sorted(held.select_related("case"), key=lambda one: (one.letter != advice.letter, -one.pk))
