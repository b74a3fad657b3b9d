"""Every address is behind exactly one gate, and permissions are used."""

from collections.abc import Iterator

import pytest
from django.urls import URLPattern, URLResolver, get_resolver

from goldenthread.accounts.permissions import Permission


def _patterns(resolver: URLResolver, prefix: str = "") -> Iterator[tuple[str, URLPattern]]:
    for one in resolver.url_patterns:
        if isinstance(one, URLResolver):
            yield from _patterns(one, prefix + str(one.pattern))
        else:
            yield prefix + str(one.pattern), one


ALL = list(_patterns(get_resolver()))


@pytest.mark.parametrize(("address", "pattern"), ALL, ids=[address for address, _ in ALL])
def test_view_has_a_gate(address: str, pattern: URLPattern):
    assert hasattr(pattern.callback, "gate"), f"/{address} has no gate"


@pytest.mark.parametrize(("address", "pattern"), ALL, ids=[address for address, _ in ALL])
def test_record_in_an_address_is_loaded_by_the_gate(address: str, pattern: URLPattern):
    if pattern.callback.__module__.startswith("goldenthread.") and address.startswith(("progress/", "work/")):
        named = set(pattern.pattern.converters) - {"chart", "step", "kind"}
        assert named <= set(pattern.callback.gate.records), f"/{address}: {named} are not loaded by the gate"


@pytest.mark.parametrize("permission", list(Permission))
def test_permission_is_used_by_a_view(permission: Permission):
    used = {
        getattr(pattern.callback, "gate", None) and pattern.callback.gate.permission for _, pattern in ALL
    }
    own = {Permission.UPDATE_OWN_ACTION: Permission.UPDATE_ACTION}
    assert own.get(permission, permission) in used, f"no view asks for {permission.label}"
