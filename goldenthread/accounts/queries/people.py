"""People as the administrators' list shows them."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Page, Paginator
from django.db.models import Prefetch, Q

from goldenthread.accounts.models import RoleHolding, User

PER_PAGE = 50


def found_people(words: str, day: date, page: Any) -> Page[User]:
    """One page of the people whose name or address has these words, each with the roles held on the day as `held`."""
    held = Prefetch("holdings", queryset=RoleHolding.objects.held_on(day), to_attr="held")
    people = User.objects.order_by("-is_active", "name", "pk").prefetch_related(held)
    for word in words.split():
        people = people.filter(Q(name__icontains=word) | Q(email__icontains=word))
    return Paginator(people, PER_PAGE).get_page(page)
