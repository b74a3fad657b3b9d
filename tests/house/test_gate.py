"""Every address has exactly one gate; every permission is held by a role and used by a view."""

from __future__ import annotations

from collections.abc import Iterator

import pytest
from django.core.exceptions import ImproperlyConfigured
from django.test import RequestFactory
from django.urls import URLPattern, URLResolver, get_resolver

from goldenthread.accounts.gate import Gate, GateMiddleware, needs, public, signed_in
from goldenthread.accounts.permissions import OWN, Permission
from goldenthread.accounts.roles import roles_that_hold


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one, prefix + str(one.pattern))
        else:
            yield prefix + str(one.pattern), one


NO_RECORDS = {
    "tag",
    "chart",
    "language",
    "kind",
    "event",
    "year",
    "number",
    "secret",
    "key",
    "section",
    "line",
    "check",
    "duty",
    "ends",
}
"""Parts of addresses that name no record of their own; `event` and `number` are looked for in the case that
the gate has loaded, `section` and `line` in its plan; `check` is one of the list of checks and `duty` one of the list of
duties; `ends` is a period of the measure that the gate has loaded;
`secret` opens a calendar, or a subscription to news, to whoever has it, and `key` is a published measure's, or looked
for among what the public may read, or, on a thread, among what the reader may open (tests/evidence/test_thread_pages.py)."""
ALL = list(_patterns(get_resolver()))
USED = {getattr(pattern.callback, "gate", Gate("public")).permission for _, pattern in ALL}


@pytest.mark.parametrize(("address", "pattern"), ALL, ids=[address for address, _ in ALL])
def test_address_has_a_gate(address, pattern):
    assert isinstance(getattr(pattern.callback, "gate", None), Gate), f"/{address} has no gate"


@pytest.mark.parametrize(("address", "pattern"), ALL, ids=[address for address, _ in ALL])
def test_records_of_a_gate_stand_in_its_address(address, pattern):
    gate = pattern.callback.gate
    assert set(gate.records) <= set(pattern.pattern.converters) | {
        name for name in gate.records if f":{name}>" in address
    }, f"/{address} does not name all of {sorted(gate.records)}"


@pytest.mark.parametrize(("address", "pattern"), ALL, ids=[address for address, _ in ALL])
def test_record_in_an_address_is_loaded_by_the_gate(address, pattern):
    if pattern.callback.__module__.startswith("goldenthread.") and not address.startswith("account/"):
        named = set(pattern.pattern.converters) - NO_RECORDS
        assert named <= set(pattern.callback.gate.records), f"/{address}: {named} are not loaded by the gate"


@pytest.mark.parametrize("permission", list(Permission))
def test_permission_is_held_by_a_role(permission):
    assert roles_that_hold(permission), f"no role may: {permission.label}"


@pytest.mark.parametrize("permission", list(Permission))
def test_permission_is_used_by_a_view(permission):
    wider = {own: wide for wide, own in OWN.items()}
    assert permission in USED or wider.get(permission) in USED, f"no view asks for: {permission.label}"


def _page(http):
    raise AssertionError("the page was reached")


def test_a_view_without_a_gate_is_not_reached():
    middleware = GateMiddleware(_page)
    with pytest.raises(ImproperlyConfigured, match="has no gate"):
        middleware.process_view(RequestFactory().get("/"), _page, (), {})


@pytest.mark.parametrize("gate", [public, signed_in, needs(Permission.VIEW_AUDIT)])
def test_a_view_with_two_gates_does_not_load(gate):
    with pytest.raises(ImproperlyConfigured, match="two gates"):
        gate(public(lambda http: None))
