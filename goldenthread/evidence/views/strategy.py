"""The yearly review of a strategy for staff, and what was agreed for anybody."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.may import May
from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.actions import strategy as actions
from goldenthread.evidence.forms.strategy import AgreeForm, BeginReviewForm, VerdictForm
from goldenthread.evidence.models import StrategyReview
from goldenthread.evidence.queries.strategy import priorities_of
from goldenthread.kit.caching import for_everybody
from goldenthread.kit.errors import Refused
from goldenthread.programme.choices import Regime
from goldenthread.programme.models import Plan


def _crumbs(plan: Plan, *further: tuple[str, str]) -> list[dict[str, str]]:
    way = [
        (str(plan.programme), reverse("programme_staff:board", args=[plan.programme.slug])),
        ("Reviews of the strategy", reverse("evidence:strategy", args=[plan.pk])), *further,
    ]  # fmt: skip
    return [{"text": text, "href": href} for text, href in way]


@needs(Permission.VIEW_PROGRAMME, plan=Plan)
def strategy(http: HttpRequest, plan: Plan) -> HttpResponse:
    """The reviews of a strategy; begins the next."""
    if plan.regime != Regime.STRATEGY:
        raise Http404("This plan is no strategy.")
    may = May(http, plan)
    form = BeginReviewForm(http.POST if http.method == "POST" else None)
    if form.is_bound and may["edit_plan"] and form.is_valid():
        try:
            made = actions.begin_review(plan=plan, **form.cleaned_data, on=timezone.localdate(), by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Begun. Say of each priority what becomes of it.")
            return redirect("evidence:strategy_review", made.pk)
    reviews = StrategyReview.objects.filter(plan=plan).order_by("-begun_on")
    page = {"plan": plan, "reviews": reviews, "at_work": reviews.filter(agreed_on=None).first(), "may": may, "form": form,
            "has_errors": bool(form.errors), "breadcrumbs": _crumbs(plan)[:1]}  # fmt: skip
    return render(http, "evidence/strategy.html", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_PROGRAMME, review=StrategyReview)
def review(http: HttpRequest, review: StrategyReview) -> HttpResponse:
    """One review: every priority with what is shown of it and what was decided; agrees it."""
    may = May(http, review)
    form = AgreeForm(http.POST if http.method == "POST" else None)
    if form.is_bound and may["edit_plan"] and form.is_valid():
        try:
            actions.agree(
                review=review, agreed_by=form.cleaned_data["agreed_by"], on=timezone.localdate(), by=http.user
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Agreed. Anybody can read it now.")
            return redirect("evidence:strategy_review", review.pk)
    page = {"review": review, "priorities": priorities_of(review, timezone.localdate()), "may": may, "form": form,
            "has_errors": bool(form.errors), "breadcrumbs": _crumbs(review.plan)}  # fmt: skip
    return render(http, "evidence/strategy_review.html", page, status=422 if form.errors else 200)


@needs(Permission.EDIT_PLAN, review=StrategyReview)
def judge(http: HttpRequest, review: StrategyReview) -> HttpResponse:
    """Keep, change or drop the priority that is asked for."""
    asked = http.GET.get("priority", "")
    looked = next(
        (one for one in priorities_of(review, timezone.localdate()) if str(one.priority.number) == asked),
        None,
    )
    if looked is None:
        raise Http404("The strategy has no such priority.")
    first: dict[str, Any] = {}
    if looked.verdict:
        first = {name: getattr(looked.verdict, name) for name in ("choice", "reason", "new_words")}
    form = VerdictForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            actions.judge(
                review=review,
                priority=looked.priority,
                **form.cleaned_data,
                on=timezone.localdate(),
                by=http.user,
            )
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"Priority {looked.priority.number} is answered.")
            return redirect("evidence:strategy_review", review.pk)
    way = _crumbs(review.plan, (str(review), reverse("evidence:strategy_review", args=[review.pk])))
    page = {"form": form, "title": f"{looked.priority.number}. {looked.priority.title}", "button": "Save",
            "has_errors": bool(form.errors), "breadcrumbs": way}  # fmt: skip
    return render(http, "evidence/form.html", page, status=422 if form.errors else 200)


@public(review=StrategyReview)
@for_everybody
def agreed(http: HttpRequest, review: StrategyReview) -> HttpResponse:
    """What was agreed of each priority, for anybody."""
    page = {"review": review, "priorities": priorities_of(review, timezone.localdate())}
    return render(http, "evidence/public_strategy_review.html", page)
