"""Where a role may be held besides the whole area. Rooms above register what they have: we know none of them."""

from __future__ import annotations

from collections.abc import Callable, Iterable

Places = Callable[[], Iterable[tuple[str, str]]]
_registered: list[Places] = []


def register(places: Places) -> None:
    """Add a function that gives (scope, title) pairs, such as ("programme:wolverhampton", "Wolverhampton")."""
    if places not in _registered:
        _registered.append(places)


def choices() -> list[tuple[str, str]]:
    """The whole area, then every place that rooms have registered."""
    return [("", "The whole area"), *(place for places in _registered for place in places())]
