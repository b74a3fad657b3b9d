"""How one event is tied to the one before it: a keyed hash that nobody can make without AUDIT_KEY."""

from __future__ import annotations

import hashlib
import hmac
import json
from datetime import UTC, datetime
from typing import Any

from django.conf import settings
from django.core.serializers.json import DjangoJSONEncoder

START = "0" * 64
"""The hash before the first event."""


def canonical(content: dict[str, Any]) -> bytes:
    """The one way to write an event, so that the same event always has the same hash."""
    at: datetime = content["at"]
    said = {**content, "at": at.astimezone(UTC).isoformat(timespec="microseconds")}
    return json.dumps(said, sort_keys=True, separators=(",", ":"), ensure_ascii=True).encode()


def plain(detail: dict[str, Any] | None) -> dict[str, Any]:
    """The detail as the database gives it back: dates and fractions (which JSON may write two ways) as text."""
    written = json.dumps(detail or {}, cls=DjangoJSONEncoder)
    result: dict[str, Any] = json.loads(written, parse_float=str)
    return result


def seal(message: bytes) -> str:
    """The message's keyed hash."""
    return hmac.new(settings.AUDIT_KEY.encode(), message, hashlib.sha256).hexdigest()


def event_hash(content: dict[str, Any]) -> str:
    """The hash of an event's content."""
    return seal(b"event:" + canonical(content))


def head_mac(count: int, last_hash: str) -> str:
    """The seal of the chain's end."""
    return seal(f"head:{count}:{last_hash}".encode())


def same(one: str, other: str) -> bool:
    """Whether two hashes are equal, in a time that does not tell where they differ."""
    return hmac.compare_digest(one.encode(), other.encode())
