"""Filters and tags that templates use by name; the library is built in, so no page loads it."""

from __future__ import annotations

import re
from datetime import date, datetime
from functools import lru_cache
from typing import Any

from django import template
from django.core.paginator import Paginator
from django.forms import BoundField
from django.template.loader import render_to_string
from django.utils import timezone
from django.utils.html import format_html
from django.utils.safestring import SafeString, mark_safe

from goldenthread.kit import states
from goldenthread.kit.clock import days_words, weekday_words
from goldenthread.kit.dates import PartialDate, in_words

register = template.Library()
_NAME = re.compile(r"[a-z_]+")


def _as_day(value: date | datetime) -> date:
    return timezone.localdate(value) if isinstance(value, datetime) and timezone.is_aware(value) else value


@register.filter
def day(value: date | PartialDate | None) -> str:
    """A date in full, "16 February 2022"; a month stays a month; nothing for None."""
    if value is None or value == "":
        return ""
    return str(value) if isinstance(value, PartialDate) else in_words(_as_day(value))


register.filter("partial", day)


@register.filter
def hours(minutes: int | None) -> str:
    """Minutes as hours: `{{ 90|hours }}` gives "1 hour 30 minutes".

    >>> hours(90), hours(120), hours(45), hours(None)
    ('1 hour 30 minutes', '2 hours', '45 minutes', '')
    """
    if minutes is None:
        return ""
    whole, left = divmod(minutes, 60)
    parts = [
        f"{number} {noun}{'' if number == 1 else 's'}"
        for number, noun in ((whole, "hour"), (left, "minute"))
        if number
    ]
    return " ".join(parts) or "0 minutes"


@register.filter
def weekday(value: date | None) -> str:
    """A date with its weekday, "Monday 25 January 2027"."""
    return weekday_words(_as_day(value)) if value else ""


@register.filter
def from_day(due: date | PartialDate, today: date) -> str:
    """How far a due day is from another: `{{ due|from_day:today }}` gives "in 9 weeks" or "12 days late"."""
    return days_words(due, today)


@register.simple_tag
def when(value: date | PartialDate | None) -> SafeString:
    """A `<time>` element that people and programs both read: `{% when action.due %}`."""
    if not value:
        return mark_safe("")
    plain = value if isinstance(value, PartialDate) else _as_day(value)
    iso = plain.date().isoformat() if isinstance(plain, datetime) else plain.isoformat()
    return format_html('<time datetime="{}">{}</time>', iso, day(value))


@register.simple_tag
def icon(name: str) -> SafeString:
    """An inlined drawing that assistive technology passes over: always put a word beside it."""
    if not _NAME.fullmatch(name):
        raise ValueError(f"“{name}” is not an icon's name")
    return _drawing(f"kit/icons/{name}.svg")


@lru_cache(maxsize=256)
def _drawing(template_name: str) -> SafeString:
    """One of our own drawings, read once: a long list shows the same few in every row."""
    return mark_safe(render_to_string(template_name))  # noqa: S308 our own drawings


@register.simple_tag
def knot_mark(state: str) -> SafeString:
    """The shape of a knot in this state."""
    return _drawing(f"kit/knots/{states.known(state)}.svg")


@register.simple_tag
def status(state: str, text: str = "", tone: str = "") -> SafeString:
    """A shape and a word, `{% status "late" "12 days late" %}`; the state's own word if none is given."""
    words = str(text).strip() or states.word_for(state)
    return tag(state, tone or states.tone_of(state), words)


def tag(state: str, tone: str, words: str) -> SafeString:
    """The shape of a state in a tone, with words beside it."""
    html = '<span class="gt-tag gt-tag--{}">{}<span>{}</span></span>'
    return format_html(html, tone, icon(states.known(state)), words)


@register.simple_tag
def error_target(field: BoundField) -> str:
    """The id of the control that a person should be taken to when this field needs mending."""
    if field.id_for_label:
        return str(field.id_for_label)
    return f"{field.auto_id}_0"


@register.filter
def thousands(count: int) -> str:
    """A count with commas in its thousands.

    >>> thousands(12345)
    '12,345'
    """
    return f"{count:,}"


@register.filter
def near(paginator: Paginator[Any], number: int) -> list[int | None]:
    """The pages worth a link beside this one; None where some are left out."""
    pages = paginator.get_elided_page_range(number, on_each_side=1, on_ends=1)
    return [page if isinstance(page, int) else None for page in pages]
