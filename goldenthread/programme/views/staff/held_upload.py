"""What was uploaded, kept from the preview until it is brought in: in the database, in nobody's session but its own.

A copy has a signed name that fits one plan and one person, and is gone after a day. Taking it out of the database is
part of the transaction that brings the plan in, so that the same copy cannot be brought in twice.
"""

from __future__ import annotations

import base64
import binascii
from dataclasses import dataclass
from typing import Any

from django.contrib.sessions.backends.db import SessionStore
from django.contrib.sessions.models import Session
from django.core import signing

from goldenthread.programme.models import Plan

KEPT_FOR_SECONDS = 24 * 60 * 60
_SALT = "goldenthread.programme.held_upload"


@dataclass(frozen=True)
class Held:
    """A copy that waits: its file's name (empty for pasted text) and its bytes."""

    key: str
    name: str
    data: bytes


def hold(name: str, data: bytes, plan: Plan, by: Any) -> str:
    """Keep a copy and give its signed name."""
    store = SessionStore()
    store["name"], store["data"] = name, base64.b64encode(data).decode()
    store.set_expiry(KEPT_FOR_SECONDS)
    store.create()
    return signing.dumps([store.session_key, plan.pk, by.pk], salt=_SALT)


def held(signed: str, plan: Plan, by: Any) -> Held | None:
    """The copy of that name; None when it is gone, or belongs to another plan or person."""
    try:
        key, plan_id, person_id = signing.loads(signed, salt=_SALT, max_age=KEPT_FOR_SECONDS)
    except (signing.BadSignature, ValueError, TypeError):
        return None
    if (plan_id, person_id) != (plan.pk, by.pk):
        return None
    kept = SessionStore(key).load()
    try:
        return Held(key, kept["name"], base64.b64decode(kept["data"]))
    except (KeyError, binascii.Error):
        return None


def take(copy: Held) -> bool:
    """Remove a copy, in the caller's transaction; whether this call was the one that did."""
    return bool(Session.objects.filter(session_key=copy.key).delete()[0])
