"""Panels' sittings and agendas, as their pages read them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import AgendaItem, Case, Countersignature, Sitting
from goldenthread.partners.choices import BodyKind
from goldenthread.partners.models import Body

MOST = 50


@dataclass(frozen=True)
class Signature:
    """A second signature, and whether the decision still reads as it was signed."""

    row: Countersignature
    counts: bool


@dataclass(frozen=True)
class OnAgenda:
    """One case of an agenda, with its signatures and the days that the 20 weeks leave."""

    item: AgendaItem
    signatures: list[Signature]
    due_on: date | None

    @property
    def is_signed(self) -> bool:
        """Whether a signature counts."""
        return any(one.counts for one in self.signatures)

    @property
    def state(self) -> str:
        """How far it has come, as a state of the kit."""
        return "done" if self.item.event_id else "due"

    @property
    def state_words(self) -> str:
        """The same in words."""
        if self.item.event_id:
            return "In the case"
        if not self.item.answer:
            return "To decide"
        return "Signed: to be carried into the case" if self.is_signed else "Waits for a second signature"


def agenda_of(sitting: Sitting, standing: Any) -> list[OnAgenda]:
    """The cases of an agenda of which the reader may know, those due first at the top."""
    held = (
        AgendaItem.objects.known_to(standing)
        .filter(sitting=sitting)
        .select_related("case__child", "case__standing", "sitting__body", "decided_by")
        .prefetch_related("countersignatures__signed_by")
    )
    return sorted((on_agenda(one) for one in held), key=lambda one: (one.due_on or date.max, one.item.pk))


def on_agenda(item: AgendaItem) -> OnAgenda:
    """An item with its signatures."""
    signed = [Signature(one, one.decision_hash == item.decision_hash) for one in item.countersignatures.all()]
    return OnAgenda(item, signed, item.case.standing.next_due_on)


def panel_items_of(case: Case) -> list[OnAgenda]:
    """The agendas that a case was or is on, the latest first."""
    held = case.panel_items.select_related("sitting__body", "case__standing", "decided_by")
    return [on_agenda(one) for one in held.prefetch_related("countersignatures__signed_by").order_by("-pk")]


def sittings_of(standing: Any) -> list[Sitting]:
    """The sittings of which somebody may know, the latest first."""
    return list(Sitting.objects.known_to(standing).select_related("body")[:MOST])


def open_sittings() -> list[tuple[int, str]]:
    """Sittings that are not closed, for a list to choose from."""
    held = Sitting.objects.filter(closed_on=None).select_related("body").order_by("sits_on", "pk")
    return [(one.pk, str(one)) for one in held[:MOST]]


def panels() -> list[Body]:
    """The panels that there are."""
    return list(Body.objects.filter(kind=BodyKind.PANEL))
