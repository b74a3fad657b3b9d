"""Shared costs and disputes between the partners."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.commissioning.actions import shared as actions
from goldenthread.commissioning.forms.shared import CostForm, DisputeForm, SettleForm, TermsForm
from goldenthread.commissioning.models import Dispute, JointService, SharedCost
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.money.split import share_words
from goldenthread.commissioning.queries.shared import Shared, agreed_split, disputes, shared_costs
from goldenthread.commissioning.views.asking import HOME, above, asked, posted
from goldenthread.kit.table import Cell, Column, Table

SHARED = [*HOME, {"text": "Shared costs", "href": "/commissioning/shared/"}]
DISPUTES = [*HOME, {"text": "Disputes", "href": "/commissioning/disputes/"}]
COST = ("reference", "kind", "starts_on")


@needs(Permission.KEEP_COMMISSIONING)
def costs(http: HttpRequest) -> HttpResponse:
    """Placements and packages that are paid together, those in dispute first."""
    found = shared_costs()
    count, parts = agreed_split(found)
    page = {"table": _table(found), "count": count, "breadcrumbs": HOME,
            "parts": [in_pounds(part) for part in parts], "total": in_pounds(sum(parts)),
            "is_invented": any(one.cost.is_invented for one in found)}  # fmt: skip
    return render(http, "commissioning/shared.html", page)


def _table(found: list[Shared]) -> Table:
    rows: list[list[Any]] = []
    for one in found:
        cost, newest = one.cost, one.terms
        paid = zip(newest.parts, newest.shares, strict=True)
        state, words = one.state
        rows.append([
            Cell(cost.reference, href=reverse("commissioning:terms", args=[cost.pk]), note=cost.get_kind_display()),
            Cell(words, state=state), *(Cell(in_pounds(part), note=share_words(share)) for part, share in paid),
            in_pounds(newest.total_pence), Cell(newest.agreed_on or "Not agreed", note=newest.why),
            Cell("Record one", href=reverse("commissioning:dispute_cost", args=[cost.pk])),
        ])  # fmt: skip
    columns = [Column("Number"), Column("State"), Column("Education", True), Column("Health", True), Column("Social care", True),
               Column("All, in a year", True), Column("Agreed"), Column("Dispute")]  # fmt: skip
    return Table("Placements and packages", columns, rows, is_compact=True, empty="Nothing is shared yet.")


@needs(Permission.KEEP_COMMISSIONING)
def add_cost(http: HttpRequest) -> HttpResponse:
    """A further shared cost with its first terms."""

    def act(given: dict[str, Any]) -> str:
        given.pop("based_on")
        fields = {name: given.pop(name) for name in COST}
        made = actions.add_cost(fields=fields, terms=given, on=timezone.localdate(), by=http.user)
        return f"{made} is here. The shares add up to the penny."

    return asked(http, CostForm(posted(http)), title="A cost that is shared", button="Add it", act=act,
                 back=["commissioning:shared"], above=SHARED)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, cost=SharedCost)
def terms(http: HttpRequest, cost: SharedCost) -> HttpResponse:
    """Other terms, which all agree anew."""
    newest = cost.terms.first()
    names = ("total_pence", *actions.SHARES)
    initial = {name: getattr(newest, name) for name in names} | {"based_on": newest.edition} if newest else {}

    def act(given: dict[str, Any]) -> str:
        read = given.pop("based_on")
        actions.set_terms(cost=cost, terms=given, on=timezone.localdate(), based_on=read or 0, by=http.user)
        return "Saved. What was agreed before can still be read."

    return asked(http, TermsForm(posted(http), initial=initial), title=f"Terms for {cost}", button="Save", act=act,
                 back=["commissioning:shared"], above=SHARED, as_words=_terms_words)  # fmt: skip


def _terms_words(theirs: Any) -> str:
    shares = ", ".join(share_words(one) for one in theirs.shares)
    return f"{in_pounds(theirs.total_pence)}; education, health and social care pay {shares}"


@needs(Permission.VIEW_COMMISSIONING)
def all_disputes(http: HttpRequest) -> HttpResponse:
    """What the partners do not agree about, and by when it is to be settled."""
    may = May(http, None)
    found = disputes(timezone.localdate(), with_costs=may["keep_commissioning"])
    page = {
        "rows": found,
        "may": may,
        "open": sum(not one.clock.is_done for one in found),
        "breadcrumbs": HOME,
    }
    return render(http, "commissioning/disputes.html", page)


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
def dispute_service(http: HttpRequest, service: JointService) -> HttpResponse:
    """That the partners do not agree about a joint service."""
    return _raise(http, service, above(service))


@needs(Permission.KEEP_COMMISSIONING, cost=SharedCost)
def dispute_cost(http: HttpRequest, cost: SharedCost) -> HttpResponse:
    """That the partners do not agree about a shared cost."""
    return _raise(http, cost, SHARED)


def _raise(http: HttpRequest, about: JointService | SharedCost, above: list[dict[str, str]]) -> HttpResponse:
    def act(given: dict[str, Any]) -> str:
        actions.raise_dispute(about=about, fields=given, on=timezone.localdate(), by=http.user)
        return "Recorded, with the clock of your own procedure."

    return asked(http, DisputeForm(posted(http)), title=f"A dispute about {about}", button="Record it", act=act,
                 back=["commissioning:disputes"], above=above)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, dispute=Dispute)
def settle(http: HttpRequest, dispute: Dispute) -> HttpResponse:
    """How a dispute ended."""

    def act(given: dict[str, Any]) -> str:
        actions.settle_dispute(dispute=dispute, **given, on=timezone.localdate(), by=http.user)
        return "Settled."

    return asked(http, SettleForm(posted(http)), title=f"The dispute about {dispute.cost or dispute.service}", button="Save",
                 act=act, back=["commissioning:disputes"], above=DISPUTES, words=dispute.about)  # fmt: skip
