"""A small Local Offer for tests."""

from __future__ import annotations

import json
import uuid
from datetime import UTC, datetime
from typing import Any

from goldenthread.localoffer.actions.loading import LoadResult, load_services
from goldenthread.localoffer.models import Service
from goldenthread.openreferral.feeds import rows_of

NOW = datetime(2026, 11, 26, 9, tzinfo=UTC)
TODAY = NOW.date()


def record(number: int, name: str, **changes: Any) -> dict[str, Any]:
    """A service of the standard, with an identifier made of its number."""
    return {
        "id": str(uuid.UUID(int=number, version=4)), "name": name, "status": "active",
        "organization": {"id": str(uuid.UUID(int=9000, version=4)), "name": "A club", "description": "For all"}, **changes,
    }  # fmt: skip


def load(*records: dict[str, Any]) -> LoadResult:
    """Bring them in."""
    lines = "\n".join(json.dumps(one) for one in records)
    return load_services(rows=rows_of(lines.encode().splitlines(keepends=True)), now=NOW, by=None)


def service(name: str) -> Service:
    """One of them by name."""
    return Service.objects.get(name=name)
