"""Threads between rooms that may not know each other: from what people said to the action that answers it, and back."""

from __future__ import annotations

from typing import Any

from django import template

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


@register.inclusion_tag("website/messages_behind.html")
def messages_behind(*, action: Any) -> dict[str, Any]:
    """What families should know because of an action, for staff."""
    return {"messages_kept": for_action(action)}
