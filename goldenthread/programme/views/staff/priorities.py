"""The priorities of a strategy, and what carries them."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import facts
from goldenthread.programme.forms.facts import PriorityForm
from goldenthread.programme.models import Action, Area, Plan, Priority
from goldenthread.programme.queries.areas import plans_as_known
from goldenthread.programme.views.staff.facts import action_choices, answer_form, sent


@needs(Permission.EDIT_PLAN, plan=Plan)
def add_priority(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Add a priority."""
    return _page(http, plan, None)


@needs(Permission.EDIT_PLAN, priority=Priority)
def change_priority(http: HttpRequest, priority: Priority) -> HttpResponse:
    """Change a priority's words and what carries it."""
    return _page(http, priority.plan, priority)


def _page(http: HttpRequest, plan: Plan, priority: Priority | None) -> HttpResponse:
    programme = plan.programme
    plans = plans_as_known(programme, timezone.localdate())
    areas = [
        (now.area.pk, f"{one.plan.title}, area {now.number}: {now.title}")
        for one in plans
        for now in one.areas
    ]
    form = PriorityForm(
        sent(http), choices_of={"areas": areas, "actions": action_choices(programme)},
        initial={"title": priority.title, "areas": list(priority.areas.values_list("pk", flat=True)),
                 "actions": list(priority.actions.values_list("pk", flat=True))} if priority else {},
    )  # fmt: skip

    def save() -> Priority:
        data = form.cleaned_data
        return facts.keep_priority(
            plan=plan, priority=priority, title=data["title"], areas=list(Area.objects.filter(pk__in=data["areas"])),
            actions=list(Action.objects.filter(pk__in=data["actions"])), by=http.user,
        )  # fmt: skip

    title = f"Change priority {priority.number}" if priority else "Add a priority"
    return answer_form(
        http, form, save, of={"programme": programme, "record": plan, "title": title, "button": "Save the priority"},
        back=(plan.title, "plan", plan.pk), said="The priority is saved.",
    )  # fmt: skip
