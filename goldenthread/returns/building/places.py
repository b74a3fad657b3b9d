"""The schools and colleges that events name, found by name or by number."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from typing import Any

_URN = re.compile(r"\b[0-9]{6}\b")


class Places:
    """The settings by their names. A place that is not among them has no number, and the checks ask for one."""

    def __init__(self, settings: Iterable[tuple[str, str, str | None]]) -> None:
        self._numbers: dict[str, str] = {}
        for name, short, urn in settings:
            if urn:
                self._numbers[_plain(name)] = urn
                if short:
                    self._numbers.setdefault(_plain(short), urn)

    def number(self, words: str) -> str:
        """The number of the place that words name: by its name, or because they hold it."""
        found = self._numbers.get(_plain(words), "")
        held = None if found else _URN.search(words)
        return held[0] if held else found

    def named(self, facts: Mapping[str, Any]) -> dict[str, str]:
        """What section I names."""
        return self._place(str(facts.get("placement") or ""), facts)

    def taught_at(self, facts: Mapping[str, Any]) -> dict[str, str]:
        """Where a child is taught."""
        return self._place(str(facts.get("school") or ""), facts)

    def _place(self, words: str, facts: Mapping[str, Any]) -> dict[str, str]:
        instead = str(facts.get("instead") or "")
        if instead:
            return {"SENSetting": instead, "SENSettingOther": words[:100] if instead == "OTH" else ""}
        urn, unit = self.number(words), facts.get("unit")
        if not urn:
            return {}
        return {"URN": urn, "SENunitIndicator": "1" if unit == "unit" else "0",
                "ResourcedProvisionIndicator": "1" if unit == "resourced" else "0"}  # fmt: skip


def _plain(name: str) -> str:
    return " ".join(name.casefold().split())
