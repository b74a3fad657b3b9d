"""Steps to approval, milestones and what an action waits for: adding one, and taking one back with the reason."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import facts
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.facts import DependencyForm, MilestoneForm, RouteStepForm, TakeBackForm
from goldenthread.programme.models import Action, Dependency, Milestone, Plan, Programme, Reading, RouteStep
from goldenthread.programme.queries.actions import actions_as_known
from goldenthread.programme.views.staff.frame import crumbs, done, show


def answer_form(
    http: HttpRequest,
    form: Any,
    save: Callable[[], Any],
    *,
    of: dict[str, Any],
    back: tuple[str, str, int],
    said: str,
) -> HttpResponse:
    """A form on a page of its own: save and go back, or show it again with what to mend. `back` is (text, page, id)."""
    text, page, pk = back
    if form.is_bound and form.is_valid():
        try:
            save()
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, said, page, pk)
    programme: Programme = of["programme"]
    way = crumbs(programme, (text, reverse(f"programme_staff:{page}", args=[pk])))
    return show(http, "form", {**of, "form": form, "breadcrumbs": way}, status=422 if form.errors else 200)


def sent(http: HttpRequest) -> Any:
    """What was sent, or None."""
    return http.POST if http.method == "POST" else None


@needs(Permission.EDIT_PLAN, plan=Plan)
def add_route_step(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Record a step of a plan to its approval."""
    form = RouteStepForm(sent(http))
    return answer_form(
        http, form, lambda: facts.add_route_step(plan=plan, on=timezone.localdate(), by=http.user, **form.cleaned_data),
        of={"programme": plan.programme, "record": plan, "title": "Record a step to approval", "button": "Record it"},
        back=(plan.title, "plan", plan.pk), said="The step is recorded.",
    )  # fmt: skip


@needs(Permission.EDIT_PLAN, action=Action)
def add_milestone(http: HttpRequest, action: Action) -> HttpResponse:
    """Add a milestone to an action."""
    form = MilestoneForm(sent(http))
    return answer_form(
        http, form, lambda: facts.add_milestone(action=action, on=timezone.localdate(), by=http.user, **form.cleaned_data),
        of={"programme": action.area.plan.programme, "record": action, "title": f"Add a milestone to {action.name_in_sentence}",
            "button": "Add it"},
        back=(str(action), "action", action.pk), said="The milestone is added.",
    )  # fmt: skip


@needs(Permission.EDIT_PLAN, action=Action)
def add_dependency(http: HttpRequest, action: Action) -> HttpResponse:
    """Say what an action waits for."""
    programme, today = action.area.plan.programme, timezone.localdate()
    form = DependencyForm(sent(http), actions=action_choices(programme, but=action))
    return answer_form(
        http, form,
        lambda: facts.add_dependency(action=action, needs=Action.objects.get(pk=form.cleaned_data["needs"]), on=today,
                                     by=http.user),
        of={"programme": programme, "record": action, "title": f"What does {action.name_in_sentence} wait for?",
            "button": "Save"},
        back=(str(action), "action", action.pk), said="Saved.",
    )  # fmt: skip


def action_choices(programme: Programme, but: Action | None = None) -> list[tuple[int, str]]:
    """The programme's actions as they stand today, to choose from."""
    held = actions_as_known(timezone.localdate(), area__plan__programme=programme).select_related("record")
    return [
        (version.record_id, f"{version.record.number}. {version.text}"[:120])
        for version in held.order_by("record__area__plan", "record__area__number", "record__number")
        if but is None or version.record_id != but.pk
    ]


def _take_back(
    http: HttpRequest, fact: Any, programme: Programme, back: tuple[str, str, int]
) -> HttpResponse:
    form = TakeBackForm(sent(http))
    return answer_form(
        http, form,
        lambda: facts.take_back(fact=fact, why=form.cleaned_data["why"], on=timezone.localdate(), by=http.user),
        of={"programme": programme, "record": fact, "title": f"Take back: {fact}", "button": "Take it back"},
        back=back, said="It is taken back. Days before today still show it.",
    )  # fmt: skip


@needs(Permission.EDIT_PLAN, step=RouteStep)
def take_back_step(http: HttpRequest, step: RouteStep) -> HttpResponse:
    """Take back a step to approval that was recorded wrongly."""
    return _take_back(http, step, step.plan.programme, (step.plan.title, "plan", step.plan_id))


@needs(Permission.EDIT_PLAN, milestone=Milestone)
def take_back_milestone(http: HttpRequest, milestone: Milestone) -> HttpResponse:
    """Take back a milestone: one that was wrong, or whose date moves."""
    action = milestone.action
    return _take_back(http, milestone, action.area.plan.programme, (str(action), "action", action.pk))


@needs(Permission.EDIT_PLAN, dependency=Dependency)
def take_back_dependency(http: HttpRequest, dependency: Dependency) -> HttpResponse:
    """An action waits no more for another."""
    action = dependency.action
    return _take_back(http, dependency, action.area.plan.programme, (str(action), "action", action.pk))


@needs(Permission.UPDATE_ACTION, reading=Reading)
def take_back_reading(http: HttpRequest, reading: Reading) -> HttpResponse:
    """Take back a reading that was wrong; then record it rightly."""
    measure = reading.measure
    return _take_back(http, reading, measure.plan.programme, (measure.name, "measure", measure.pk))
