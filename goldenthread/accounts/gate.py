"""The gate that every view passes. A view says who may come in; a view that says nothing cannot be reached.

    @public
    @public(area=Area)                                  what anybody may read
    @signed_in                                          anybody with an account
    @needs(Permission.VIEW_PROGRAMME)                   a list or a form
    @needs(Permission.UPDATE_ACTION, action=Action)     one record: the view is given the Action, not its key

A record outside the reader's scope answers 404, as if it did not exist; inside but not allowed, 403.
How a record is found: `gate_field` on its model (default "pk") is compared with the part of the address;
`gate_parents` ({"programme": "plan__programme"}: name in the address, way from this model) ties it to records
named earlier in the same address. `gate_seen_with` names the permission with which such a record may be known of;
without it, any role that sees content will do. A queryset with `known_to(standing)`, and a record with
`permitted_to(standing)`, decide by the reader's part in each record instead. `gate_moved(key)` on a public model gives the key
under which a record stands now that had another before; its old address then leads there.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field
from functools import wraps
from typing import Any

from django.contrib.auth.views import redirect_to_login
from django.core.exceptions import ImproperlyConfigured, ObjectDoesNotExist, PermissionDenied
from django.db import models
from django.http import Http404, HttpRequest, HttpResponse, HttpResponseBase, HttpResponsePermanentRedirect
from django.shortcuts import redirect
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.second_step import SecondStep, second_step_page
from goldenthread.accounts.sessions import still_open
from goldenthread.accounts.signed_out import hand_back, what_was_typed
from goldenthread.accounts.standing import standing
from goldenthread.kit.who_reads import NOBODY, Reading, reading, say

View = Callable[..., HttpResponseBase]
EXEMPT_MODULES = ("django.contrib.staticfiles.", "django.views.static")


@dataclass(frozen=True)
class Gate:
    """Who a view lets in, and the records that it loads from the address."""

    kind: str
    permission: Permission | None = None
    records: dict[str, type[models.Model]] = field(default_factory=dict)
    second_step: SecondStep = "staff"

    def admit(self, http: HttpRequest, kwargs: dict[str, Any]) -> HttpResponseBase | None:
        """Let the reader in, with the records in `kwargs`; or give the page to send them to instead."""
        if self.kind != "public":
            stop = self._sign_in_first(http)
            if stop is not None:
                return stop
        if self.permission and not self.records and not standing(http).may(self.permission):
            raise PermissionDenied(f"Your role does not include: {self.permission.label}.")
        for name, model in self.records.items():
            parents = {
                path: kwargs[parent] for parent, path in _parents(model).items() if parent in self.records
            }
            try:
                kwargs[name] = load(model, kwargs[name], http, self.permission, **parents)
            except Http404:
                elsewhere = _moved(model, name, http) if self.kind == "public" else None
                if elsewhere is None:
                    raise
                return elsewhere
        if self.permission and self.records:
            _check_allowed(http, self.permission, kwargs[list(self.records)[-1]])
        return None

    def _sign_in_first(self, http: HttpRequest) -> HttpResponseBase | None:
        if not http.user.is_authenticated:
            typed = what_was_typed(http)
            if typed:
                return hand_back(http, typed)
            return _send(http, redirect_to_login(http.get_full_path()))
        if not still_open(http):
            typed = what_was_typed(http)
            return hand_back(http, typed) if typed else _send(http, redirect_to_login(http.get_full_path()))
        page = second_step_page(http, self.second_step, is_staff=standing(http).is_staff)
        return _send(http, redirect(page)) if page else None


def load(
    model: type[models.Model], value: Any, http: HttpRequest, permission: Permission | None, **parents: Any
) -> Any:
    """The one way from an address to a record: what the reader may know of, or 404."""
    rows: Any = model._default_manager.all()
    rows = _known(rows, http, model).with_scope() if permission else rows.open_to_public()
    try:
        if "\0" in str(value):
            raise ValueError("PostgreSQL has no such text")
        return rows.get(**{getattr(model, "gate_field", "pk"): value}, **parents)
    except (ObjectDoesNotExist, ValueError, OverflowError):
        raise Http404(f"No {model._meta.verbose_name} answers to this address.") from None


def _moved(model: type[models.Model], name: str, http: HttpRequest) -> HttpResponseBase | None:
    """Where a record is that had another address before: a model says so with `gate_moved`, key to key."""
    moved: Callable[[Any], Any] | None = getattr(model, "gate_moved", None)
    match = http.resolver_match
    key = moved(match.kwargs[name]) if moved and match and http.method in ("GET", "HEAD") else None
    if key is None or match is None:
        return None
    address = reverse(match.view_name, kwargs={**match.kwargs, name: key})
    asked = http.META.get("QUERY_STRING", "")
    return HttpResponsePermanentRedirect(f"{address}?{asked}" if asked else address)


def _known(rows: Any, http: HttpRequest, model: type[models.Model]) -> Any:
    """The rows of which the reader may know. A model whose rows depend on the person says so with `known_to`."""
    if hasattr(rows, "known_to"):
        return rows.known_to(standing(http))
    seen_with: Permission | None = getattr(model, "gate_seen_with", None)
    return rows.within(standing(http).reach(seen_with) if seen_with else standing(http).inside)


def _parents(model: type[models.Model]) -> dict[str, str]:
    parents: dict[str, str] = getattr(model, "gate_parents", {})
    return parents


def _check_allowed(http: HttpRequest, permission: Permission, record: Any) -> None:
    if not standing(http).may(permission, record):
        raise PermissionDenied(f"Your role here does not include: {permission.label}.")


def _send(http: HttpRequest, response: Any) -> HttpResponseBase:
    """For htmx, ask the browser to go to the page, so that it does not land inside another."""
    if http.headers.get("HX-Request") == "true":
        return HttpResponse(headers={"HX-Redirect": response.url})
    sent: HttpResponseBase = response
    return sent


def behind(gate: Gate, view: View) -> View:
    """The view with a gate in front."""
    if hasattr(view, "gate"):
        raise ImproperlyConfigured(f"{view.__module__}.{view.__name__} has two gates. Keep one.")

    @wraps(view)
    def guarded(http: HttpRequest, *args: Any, **kwargs: Any) -> HttpResponseBase:
        elsewhere = gate.admit(http, kwargs)
        response = elsewhere if elsewhere is not None else view(http, *args, **kwargs)
        is_open = gate.kind == "public" and "secret" not in kwargs
        response.headers.setdefault("Cache-Control", "private, no-cache" if is_open else "private, no-store")
        return response

    guarded.gate = gate  # type: ignore[attr-defined]
    return guarded


def public(view: View | None = None, /, **records: type[models.Model]) -> Any:
    """Open to anybody; its records must be open to the public too."""
    gate = Gate("public", records=records)
    return behind(gate, view) if view else lambda view: behind(gate, view)


def signed_in(view: View | None = None, /, *, second_step: SecondStep = "staff") -> Any:
    """Open to anybody who has signed in. Only the pages of sign-in ask less of a second step."""
    gate = Gate("signed_in", second_step=second_step)
    return behind(gate, view) if view else lambda view: behind(gate, view)


def needs(permission: Permission, /, **records: type[models.Model]) -> Callable[[View], View]:
    """Open to those who hold a permission: for the last record named, or, without one, for anything."""
    gate = Gate("needs", permission, records)
    return lambda view: behind(gate, view)


class GateMiddleware:
    """Refuses a view that has no gate: a page forgotten is a page shut. And tells the database who reads: the second lock."""

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, http: HttpRequest) -> HttpResponseBase:
        with reading(NOBODY):
            return self.get_response(http)

    def process_view(self, http: HttpRequest, view: View, args: Any, kwargs: Any) -> None:
        """Called by Django before each view: tell the database who reads, whatever the view forgets."""
        if hasattr(view, "gate") or view.__module__.startswith(EXEMPT_MODULES):
            say(Reading(person=http.user.pk, day=timezone.localdate()))
            return
        raise ImproperlyConfigured(
            f"{view.__module__}.{view.__name__} has no gate. Put @public, @signed_in or @needs(…) on it."
        )
