"""Packs: asked for on a page, made by the worker, kept for a while, each look at one recorded."""

from __future__ import annotations

import hashlib
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.evidence.models import Pack, PackState
from goldenthread.evidence.publishing.packing import File, packed
from goldenthread.evidence.queries.packing import steps_of
from goldenthread.kit.errors import Refused
from goldenthread.kit.uploads import OUR_FAULT, Progress
from goldenthread.programme.models import Programme

KEPT = 5
"""Packs of a kind that are kept; older ones are let go, because an inspection pack holds a list of children."""


@transaction.atomic
def ask_for_pack(*, programme: Programme, kind: str, as_at: date, on: date, by: Any) -> Pack:
    """A pack as at a day, to be made by the worker. Refuses a day to come, and a second while one is being made."""
    from goldenthread.evidence import tasks

    Programme.objects.select_for_update().get(pk=programme.pk)
    if as_at > on:
        raise Refused("Choose today or a day that is past: nothing is known of a day to come.", "as_at")
    if Pack.objects.filter(
        programme=programme, kind=kind, state__in=(PackState.WAITING, PackState.RUNNING)
    ).exists():
        raise Refused("A pack of this kind is being made already. Wait until it is there.")
    pack = Pack.objects.create(programme=programme, kind=kind, as_at=as_at, recorded_by=by)
    log.record("evidence.pack.asked", subject=log.subject_of(pack), by=by, detail={"kind": kind})
    tasks.make_pack.defer(pack=pack.pk)
    return pack


def carry_out_pack(pack: Pack, *, progress: Progress) -> Pack:
    """What the worker does. Killed, it is begun anew; nothing of it is there before the whole is."""
    rows = Pack.objects.filter(pk=pack.pk)
    if pack.state == PackState.READY:
        return pack
    rows.update(state=PackState.RUNNING, trouble="")
    try:
        _make(pack, progress)
    except Exception:
        rows.update(state=PackState.FAILED, trouble=OUR_FAULT)
        raise
    pack.refresh_from_db()
    return pack


@transaction.atomic
def _make(pack: Pack, progress: Progress) -> None:
    steps, files = steps_of(pack), list[File]()
    for done, (words, make) in enumerate(steps):
        progress(done, len(steps), words)
        files += make(pack.programme, pack.as_at)
    content, listed = packed(files, title=str(pack), as_at=pack.as_at)
    Pack.objects.filter(pk=pack.pk).update(
        state=PackState.READY, content=content, sha256=hashlib.sha256(content).hexdigest(), steps=len(steps),
        steps_done=len(steps), manifest=[one._asdict() for one in listed],
    )  # fmt: skip
    log.record(
        "evidence.pack.made", subject=log.subject_of(pack), by=pack.recorded_by, detail={"files": len(listed)}
    )
    same = Pack.objects.filter(programme=pack.programme, kind=pack.kind)
    same.exclude(pk__in=list(same.values_list("pk", flat=True)[:KEPT])).delete()


@transaction.atomic
def hand_out(*, pack: Pack, by: Any) -> bytes:
    """The bytes of a pack, which are as they were made. That somebody took it is recorded."""
    held = Pack.objects.get(pk=pack.pk)
    if held.state != PackState.READY or held.content is None:
        raise Refused("This pack is not ready yet.")
    content = bytes(held.content)
    if hashlib.sha256(content).hexdigest() != held.sha256:
        raise Refused("This pack is not as it was made. Make a new one, and tell the administrator.")
    log.record("evidence.pack.taken", subject=log.subject_of(held), by=by, detail={"sha256": held.sha256})
    return content
