"""Administrators' pages: who signs in, with which roles."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.actions import holdings, people
from goldenthread.accounts.errors import AccountsError
from goldenthread.accounts.forms import AddPersonForm, EndRoleForm, GiveRoleForm
from goldenthread.accounts.gate import needs
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.queries.people import found_people
from goldenthread.accounts.roles import ROLES
from goldenthread.accounts.standing import reader
from goldenthread.accounts.tables import holdings_table, people_table
from goldenthread.kit.dates import in_words


@needs(Permission.MANAGE_USERS)
def people_list(http: HttpRequest) -> HttpResponse:
    """Everybody with an account, and the roles they hold today."""
    words = http.GET.get("find", "").replace("\0", "").strip()[:200]
    page = found_people(words, timezone.localdate(), http.GET.get("page"))
    return render(http, "accounts/people.html", {"page": page, "table": people_table(page), "words": words})


@needs(Permission.MANAGE_USERS)
def add_person(http: HttpRequest) -> HttpResponse:
    """Add somebody, and send them a link."""
    form = AddPersonForm(http.POST or None)
    if form.is_valid():
        try:
            user = people.add(**form.cleaned_data, by=reader(http))
        except AccountsError as trouble:
            form.add_error("email", str(trouble))
        else:
            messages.success(
                http, f"{user} was added. A link to choose a password is on its way to {user.email}."
            )
            return redirect("accounts_person", user.public_id)
    return render(http, "accounts/add_person.html", {"form": form})


@needs(Permission.MANAGE_USERS, person=User)
def person(http: HttpRequest, person: User) -> HttpResponse:
    """One person's roles, past and to come; give them another."""
    form = GiveRoleForm(http.POST or None, initial={"starts_on": timezone.localdate()})
    if form.is_valid():
        try:
            holding = holdings.give(user=person, **form.cleaned_data, by=reader(http))
        except AccountsError as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(
                http, f"{person} holds the role {holding.title} from {in_words(holding.starts_on)}."
            )
            return redirect("accounts_person", person.public_id)
    today = timezone.localdate()
    return render(http, "accounts/person.html", {
        "person": person, "form": form, "today": today, "roles": ROLES.values(),
        "table": holdings_table(person, today),
        "is_self": person == http.user,
    })  # fmt: skip


@needs(Permission.MANAGE_USERS, person=User, holding=RoleHolding)
def end_role(http: HttpRequest, person: User, holding: RoleHolding) -> HttpResponse:
    """End a role from a day on."""
    form = EndRoleForm(http.POST or None, initial={"on": timezone.localdate()})
    if form.is_valid():
        try:
            holdings.end(holding=holding, on=form.cleaned_data["on"], by=reader(http))
        except AccountsError as trouble:
            form.add_error(None, str(trouble))
        else:
            messages.success(
                http, f"From {in_words(form.cleaned_data['on'])} {person} is no longer {holding.title}."
            )
            return redirect("accounts_person", person.public_id)
    return render(http, "accounts/end_role.html", {"form": form, "person": person, "holding": holding})


@needs(Permission.MANAGE_USERS, person=User)
def suspend(http: HttpRequest, person: User) -> HttpResponse:
    """Shut somebody out, after asking once."""
    return _confirmed(http, person, "accounts/suspend.html", "was suspended and can no longer sign in.",
                      lambda: people.suspend(user=person, on=timezone.localdate(), by=reader(http)))  # fmt: skip


@needs(Permission.MANAGE_USERS, person=User)
def reinstate(http: HttpRequest, person: User) -> HttpResponse:
    """Let somebody in again, after asking once."""
    return _confirmed(http, person, "accounts/reinstate.html", "can sign in again.",
                      lambda: people.reinstate(user=person, by=reader(http)))  # fmt: skip


def _confirmed(
    http: HttpRequest, person: User, template: str, outcome: str, act: Callable[[], Any]
) -> HttpResponse:
    if http.method != "POST":
        return render(http, template, {"person": person})
    try:
        act()
    except AccountsError as trouble:
        messages.error(http, str(trouble))
    else:
        messages.success(http, f"{person} {outcome}")
    return redirect("accounts_person", person.public_id)
