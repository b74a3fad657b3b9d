"""The object store, where there is one: that it answers, can be written, shows nothing to strangers, and is swept."""

from __future__ import annotations

import hashlib
import secrets
import urllib.error
import urllib.request
from datetime import timedelta

from django.utils import timezone

from goldenthread.casework.actions.storing import LOOSE_FOR, in_the_store
from goldenthread.casework.models import LooseObject
from goldenthread.kit import object_store
from goldenthread.running.checks.finding import Finding, broken, look, well

NAME, LOOSE = "Object store", "Objects to remove"
WAIT, LATE = 5, timedelta(hours=6)
SHUT = {401, 403, 404}
"""What a bucket says to a stranger that it does not let in."""
HOW = "See the part on files of docs/running/several-servers.md."


def store() -> Finding:
    """Whether an object can be written, is read as it was, is hidden from strangers, and can be removed."""
    if not object_store.is_on():
        return _none()
    key, content = f"doctor-{secrets.token_hex(28)}", secrets.token_bytes(64)
    try:
        object_store.put(key, content)
        try:
            object_store.get(key, hashlib.sha256(content).hexdigest())
            said = _to_a_stranger(object_store.address_of(key))
        finally:
            object_store.remove(key)
    except (object_store.StoreAway, object_store.NotAsKept) as trouble:
        return broken(NAME, f"{object_store.place()}: {trouble}", f"Files cannot be read. {HOW}")
    if said == 200:
        return broken(NAME, f"{object_store.place()} shows its objects to everybody.",
                      "Shut it to the public at once, and treat it as an incident.")  # fmt: skip
    if said not in SHUT:
        return look(
            NAME, f"{object_store.place()} answers; whether it is shut to strangers could not be asked.", HOW
        )
    if object_store.is_encrypted() is None:
        return look(
            NAME, f"{object_store.place()} answers, but does not say that it encrypts what it keeps.", HOW
        )
    return well(NAME, f"{object_store.place()} can be written, is shut to strangers and encrypts what it keeps.")  # fmt: skip


def _none() -> Finding:
    """No bucket is named: well, unless a row says that its file is in one."""
    away = in_the_store().count()
    if away:
        return broken(NAME, f"FILES_BUCKET names none, and {away:,} files are in one.", "Name it again.")
    return well(NAME, "None: files are in the database.")


def _to_a_stranger(address: str) -> int:
    """The number with which the store answers somebody without a key; 0 when it does not."""
    try:
        with urllib.request.urlopen(address, timeout=WAIT) as answer:  # noqa: S310 (the address of the settings)
            return int(answer.status)
    except urllib.error.HTTPError as refused:
        return refused.code
    except (OSError, ValueError):
        return 0


def loose() -> Finding:
    """Whether what was removed here is removed from the store as well."""
    late = LooseObject.objects.filter(since__lte=timezone.now() - LOOSE_FOR - LATE).count()
    if late:
        return broken(LOOSE, f"{late:,} objects should have been removed from the store.",
                      "See that the worker runs, and run: goldenthread files sweep")  # fmt: skip
    return well(LOOSE, "None is late.")
