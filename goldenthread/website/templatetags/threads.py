"""Threads between rooms that may not know each other: from what people said to the action that answers it, and back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django import template

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.commissioning.models import ServiceMeasure
from goldenthread.commissioning.queries.returns import owed, waited_for, with_the_board
from goldenthread.commissioning.views.portal import waiting_line
from goldenthread.communication.queries.messages import for_action
from goldenthread.participation.models import Said
from goldenthread.programme.models import Action

register = template.Library()


@register.inclusion_tag("website/action_that_answers.html")
def action_that_answers(number: int) -> dict[str, Any]:
    """The action of a public plan; nothing to read where it is not public or not there any more."""
    action = Action.objects.filter(pk=number, area__plan__is_public=True).select_related("area").first()
    version = action.versions.latest_known().first() if action else None
    return {"action": action, "words": version.text if version else ""}


@register.inclusion_tag("website/said_behind.html")
def said_behind(*, action: Any = None, area: Any = None) -> dict[str, Any]:
    """What people said that an action answers, or that the actions of an area do."""
    rows = Said.objects.filter(action_number__isnull=False).order_by("-heard_on", "pk")
    if action is not None:
        return {"said": rows.filter(action_number=action.pk)}
    return {
        "said": rows.filter(action_number__in=Action.objects.filter(area=area).values("pk"))
        if area
        else rows.none()
    }


@register.inclusion_tag("website/returns_with_the_board.html", takes_context=True)
def returns_with_the_board(context: Any, day: date) -> dict[str, Any]:
    """Returns of joint services that did not come and that the board hears of on a day, for whoever may read of them."""
    reads = standing(context["request"]).may(Permission.VIEW_COMMISSIONING)
    return {"periods": with_the_board(day) if reads else [], "day": day}


@register.inclusion_tag("website/returns_that_wait.html", takes_context=True)
def returns_that_wait(context: Any, day: date) -> dict[str, Any]:
    """The returns that the reader's own organisation has still to send; nothing for whoever sends none."""
    mine = ServiceMeasure.objects.none()
    if standing(context["request"]).may(Permission.SEND_RETURNS):
        mine = ServiceMeasure.objects.given_by(standing(context["request"])).select_related("service")
    return {"waiting": [waiting_line(one, day) for one in waited_for(owed(mine, day))]}


@register.inclusion_tag("website/messages_behind.html")
def messages_behind(*, action: Any) -> dict[str, Any]:
    """What families should know because of an action, for staff."""
    return {"messages_kept": for_action(action)}
