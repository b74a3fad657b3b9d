"""Joint commissioning: what section 26 asks for, the register with both partners' money, contracts, reviews, need."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader
from goldenthread.commissioning.actions import joint
from goldenthread.commissioning.chasing import rule_for
from goldenthread.commissioning.choices import Side
from goldenthread.commissioning.duties import BY_KEY
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.forms.joint import (
    ContractForm,
    CoverForm,
    MoneyForm,
    NeedForm,
    ReviewForm,
    ServiceForm,
)
from goldenthread.commissioning.models import ContractReview, DutyCover, JointService, YearMoney
from goldenthread.commissioning.money.pence import in_pounds
from goldenthread.commissioning.queries.joint import (
    contract_calendar,
    coverage,
    joint_reviews,
    notice_clock,
    register,
)
from goldenthread.commissioning.queries.returns import late_returns, owed
from goldenthread.commissioning.views.asking import HOME, above, asked, posted
from goldenthread.commissioning.views.tables import coverage_table, register_table, returns_table
from goldenthread.kit.as_at import as_at


@needs(Permission.VIEW_COMMISSIONING)
def home(http: HttpRequest) -> HttpResponse:
    """Where it stands: the duties, the register, the contracts that end soon."""
    today = timezone.localdate()
    lines, services = coverage(today), register()
    reviews = joint_reviews([one.service for one in services], today)
    page = {
        "may": May(http, None), "coverage": coverage_table(lines, may_keep=May(http, None)["keep_commissioning"]),
        "uncovered": sum(one.state[0] != "done" for one in lines), "duties": len(lines),
        "register": register_table(services, reviews), "unsigned": sum(not one.is_signed_by_both for one in services),
        "late_returns": [(one, len(one.missed(today)), len(one.with_the_board(today))) for one in late_returns(today)],
        "services": len(services), "ending": contract_calendar(today),
        "is_invented": any(one.service.is_invented for one in services),
    }  # fmt: skip
    return render(http, "commissioning/joint.html", page)


@needs(Permission.VIEW_COMMISSIONING, service=JointService)
def service(http: HttpRequest, service: JointService) -> HttpResponse:
    """One service: its money and who signed, its contracts, its reviews."""
    today, at = timezone.localdate(), as_at(http)
    editions = list(service.money.prefetch_related("signatures"))
    newest = {one.year: one for one in reversed(editions)}
    reviews = list(ContractReview.objects.as_known_on(at.day).filter(service=service))
    page = {
        "service": service, "may": May(http, service), "breadcrumbs": HOME, "reviews": reviews, **at.for_page(),
        "joint": sum(one.is_joint for one in reviews),
        "measures": [(one, returns_table(one, at.day)) for one in owed(service.measures.all(), at.day)],
        "rule": rule_for(at.day),
        "money": [_money(one, editions, http) for one in sorted(newest.values(), key=lambda one: -one.year)],
        "contracts": [(one, in_pounds(one.value_pence), notice_clock(one, today)) for one in service.contracts.all()],
    }  # fmt: skip
    return render(http, "commissioning/joint_service.html", page)


def _money(newest: YearMoney, editions: list[YearMoney], http: HttpRequest) -> dict[str, Any]:
    signed = {one.side: one for one in newest.signatures.all()}
    may_sign = joint.sides_of(reader(http), timezone.localdate())
    sides = [{"side": side, "signature": signed.get(side), "may_sign": side in may_sign and side not in signed}
             for side in Side]  # fmt: skip
    earlier = [f"{in_pounds(one.council_pence)} and {in_pounds(one.health_pence)}" for one in editions
               if one.year == newest.year and one.edition < newest.edition]  # fmt: skip
    return {"money": newest, "council": in_pounds(newest.council_pence), "health": in_pounds(newest.health_pence),
            "total": in_pounds(newest.total_pence), "sides": sides, "earlier": earlier}  # fmt: skip


def _both(money: YearMoney | None) -> str:
    if money is None:
        return "nothing is entered"
    return f"the council gives {in_pounds(money.council_pence)}, the NHS {in_pounds(money.health_pence)}"


def _stamp(money: YearMoney | None) -> str:
    """Which edition of which year somebody was reading."""
    return f"{money.year}:{money.edition}" if money else ""


@needs(Permission.KEEP_COMMISSIONING)
def cover(http: HttpRequest, key: str) -> HttpResponse:
    """What answers one line of section 26."""
    duty = BY_KEY.get(key)
    if duty is None:
        raise Http404("Section 26 has no such line.")
    here = DutyCover.objects.filter(key=key).first()
    form = CoverForm(
        posted(http), initial={name: getattr(here, name) for name in CoverForm.base_fields} if here else {}
    )

    def act(given: dict[str, Any]) -> str:
        joint.cover_duty(key=key, fields=given, by=http.user)
        return "Saved."

    return asked(
        http, form, title=duty.words, button="Save", act=act, back=["commissioning:home"], words=duty.citation
    )


@needs(Permission.KEEP_COMMISSIONING)
def add_service(http: HttpRequest) -> HttpResponse:
    """A further service of the register."""

    def act(given: dict[str, Any]) -> str:
        return (
            f"{joint.add_service(fields=given, by=http.user)} stands in the register. Enter its money next."
        )

    form = ServiceForm(posted(http))
    return asked(
        http, form, title="A service that both buy", button="Add it", act=act, back=["commissioning:home"]
    )


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
def money(http: HttpRequest, service: JointService) -> HttpResponse:
    """Both partners' money for a year. What was signed before must be signed anew."""
    newest = service.money.first()
    names = ("year", "council_pence", "health_pence")
    initial = {name: getattr(newest, name) for name in names} if newest else {}
    form = MoneyForm(posted(http), initial={**initial, "based_on": _stamp(newest)})

    def act(given: dict[str, Any]) -> str:
        year, _, edition = given.pop("based_on").partition(":")
        read = int(edition) if year == str(given["year"]) and edition.isdecimal() else 0
        joint.set_money(service=service, **given, based_on=read, by=http.user)
        return "Saved. Both partners sign it now."

    return asked(http, form, title=f"Money for {service}", button="Save", act=act, back=["commissioning:service", service.pk],
                  above=above(service), as_words=_both, stamp=_stamp)  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
@require_POST
def sign(http: HttpRequest, service: JointService) -> HttpResponse:
    """Sign a year's money for one's own partner."""
    found = service.money.filter(
        pk=http.POST.get("money", "0") if http.POST.get("money", "").isdecimal() else 0
    ).first()
    if found is None or http.POST.get("side") not in Side.values:
        raise Http404("There is nothing to sign.")
    try:
        joint.sign_money(money=found, side=http.POST["side"], on=timezone.localdate(), by=reader(http))
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, f"Signed: {found.words}.")
    return redirect("commissioning:service", service.pk)


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
def contract(http: HttpRequest, service: JointService) -> HttpResponse:
    """A contract for a service."""

    def act(given: dict[str, Any]) -> str:
        return f"{joint.add_contract(service=service, fields=given, by=http.user).reference} stands in the calendar."

    form = ContractForm(posted(http), initial={"notice_months": 6})
    return asked(http, form, title=f"A contract for {service}", button="Add it", act=act,
                  back=["commissioning:service", service.pk], above=above(service))  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING, service=JointService)
def review(http: HttpRequest, service: JointService) -> HttpResponse:
    """A meeting that looked at a service."""

    def act(given: dict[str, Any]) -> str:
        made = joint.record_review(service=service, fields=given, on=timezone.localdate(), by=http.user)
        return (
            "Recorded." if made.is_joint else "Recorded. It does not count as joint: one partner was missing."
        )

    return asked(http, ReviewForm(posted(http)), title=f"A review of {service}", button="Record it", act=act,
                  back=["commissioning:service", service.pk], above=above(service))  # fmt: skip


@needs(Permission.KEEP_COMMISSIONING)
def need(http: HttpRequest) -> HttpResponse:
    """A figure of the needs assessment."""

    def act(given: dict[str, Any]) -> str:
        joint.record_need(fields=given, on=timezone.localdate(), by=http.user)
        return "Recorded, with its source."

    return asked(
        http,
        NeedForm(posted(http)),
        title="A figure of need",
        button="Record it",
        act=act,
        back=["website:gaps"],
    )
