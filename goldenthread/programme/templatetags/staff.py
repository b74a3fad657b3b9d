"""Filters and tags of the programme's staff pages."""

from __future__ import annotations

from typing import Any

from django import template
from django.utils.safestring import SafeString

from goldenthread.kit import states
from goldenthread.kit.templatetags.kit import tag
from goldenthread.programme import rating_key
from goldenthread.programme.forms.risks import LIKELIHOOD, SEVERITY
from goldenthread.programme.views.staff.marks import STATES, grade_cell

register = template.Library()
HIGH, MEDIUM = 15, 8


@register.simple_tag
def grade_tag(key: rating_key.Key, axis: str, code: str) -> SafeString:
    """A grade with its shape and the programme's word for it."""
    cell = grade_cell(key, axis, code)
    return tag(cell.state, states.tone_of(cell.state), str(cell.value))


@register.filter
def shape_state(shape: str) -> str:
    """The kit's state for a shape of a rating key."""
    return STATES.get(shape, "plain")


@register.filter
def with_count(word: str, count: int) -> str:
    """A grade's word and how many have it: "Complete 12"."""
    return f"{word} {count}"


@register.filter
def late_words(count: int) -> str:
    """How many are late."""
    return f"{count} late"


@register.filter
def value_words(value: Any) -> str:
    """A field's value as people read it: a list by its items, "nothing" for what is empty."""
    if isinstance(value, bool):
        return "yes" if value else "no"
    if isinstance(value, list):
        value = "; ".join(str(one) for one in value)
    return "nothing" if value in (None, "") else str(value)


@register.filter
def is_link(address: str) -> bool:
    """Whether an address can be opened from a page."""
    return address.startswith(("https://", "http://"))


@register.filter
def score_state(score: int) -> str:
    """The tone of a risk's score; the words beside it say the same."""
    return "bad" if score >= HIGH else "warn" if score >= MEDIUM else "calm"


@register.filter
def score_words(score: int) -> str:
    """A score in words: "High: 16 of 25"."""
    return f"{'High' if score >= HIGH else 'Medium' if score >= MEDIUM else 'Low'}: {score} of 25"


@register.filter
def likelihood_words(number: int) -> str:
    """The word for a likelihood from 1 to 5."""
    return dict(LIKELIHOOD)[number].split(" · ")[1]


@register.filter
def severity_words(number: int) -> str:
    """The word for a severity from 1 to 5."""
    return dict(SEVERITY)[number].split(" · ")[1]


@register.filter
def effect_words(effect: Any) -> str:
    """What a decision does: "Closed area 2", "Reopened action 3.1"."""
    did = "Closed" if effect.effect == "closes" else "Reopened"
    return f"{did} {'area ' + str(effect.area.number) if effect.area_id else effect.action.name_in_sentence}"


@register.filter
def all_same(sides: Any) -> bool:
    """Whether two versions differ in no field."""
    return not any(side.differs for side in sides)
