"""The one way in which a versioned record changes: close the open version, open the next."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import models, transaction

from goldenthread.audit import log
from goldenthread.kit.dates import in_words
from goldenthread.programme.errors import Conflict, Refused


@transaction.atomic
def revise(
    record: models.Model,
    *,
    changes: dict[str, Any],
    based_on: int | None,
    on: date,
    reason: str = "",
    by: Any,
) -> Any:
    """The record's new version; the open one if nothing differs.

    `based_on` is the id of the version that the writer was reading: if another has followed since, Conflict is raised
    with that version. None skips the question (programs only). The record is locked while we decide.
    """
    type(record)._default_manager.select_for_update().get(pk=record.pk)
    model = _versions_of(record)
    open_version = model._default_manager.get(record=record, known_until=None)
    if based_on is not None and open_version.pk != based_on:
        raise Conflict(open_version)
    state = open_version.state()
    changed = {name: value for name, value in changes.items() if state[name] != value}
    if not changed:
        return open_version
    if on < open_version.known_from:
        raise Refused(
            f"This was last changed on {in_words(open_version.known_from)}. A change cannot come before it."
        )
    model._default_manager.filter(pk=open_version.pk).update(known_until=on)
    version = model._default_manager.create(
        **{**state, **changed}, record=record, known_from=on, reason=reason, recorded_by=by
    )
    label = record._meta.label_lower
    log.record(f"{label}.revised", subject=log.subject_of(record), by=by, detail={"fields": sorted(changed)})
    return version


def first_version(record: models.Model, *, on: date, by: Any, reason: str = "", **state: Any) -> Any:
    """The version that a new record starts with. Call it in the transaction that makes the record."""
    model = _versions_of(record)
    version = model._default_manager.create(
        record=record, known_from=on, recorded_by=by, reason=reason, **state
    )
    label = record._meta.label_lower
    log.record(f"{label}.added", subject=log.subject_of(record), by=by)
    return version


def _versions_of(record: models.Model) -> Any:
    versions: Any = type(record)._meta.get_field("versions")
    return versions.related_model
