"""Keeping a file until it is brought in, and bringing it in: by the worker, all of it or nothing, and once."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.kit.uploads import Progress, UploadState
from goldenthread.kit.uploads import carry_out as carry
from goldenthread.programme.actions.importing import import_programme, import_understood
from goldenthread.programme.errors import Refused
from goldenthread.programme.exchange import BadProgrammeFile, parse
from goldenthread.programme.models import Plan, Programme, Upload
from goldenthread.programme.reading import Understood, UnreadablePlan, read_plan, read_text

KEPT = timedelta(days=1)


@transaction.atomic
def hold(*, programme: Programme, plan: Plan | None, name: str, data: bytes, by: Any) -> Upload:
    """Keep a file until its owner says to bring it in. Files that nobody brought in within a day are let go."""
    Upload.objects.filter(state=UploadState.HELD, recorded_at__lt=timezone.now() - KEPT).delete()
    upload = Upload.objects.create(programme=programme, plan=plan, name=name[:255], data=data, recorded_by=by)
    log.record("programme.upload.held", subject=log.subject_of(upload), by=by)
    return upload


def understood(upload: Upload) -> Understood:
    """What we understand of a plan that is held. Raises UnreadablePlan in words for the page."""
    return read_plan(upload.content, upload.name) if upload.name else read_text(upload.content.decode())


@transaction.atomic
def send_to_worker(*, upload: Upload, rehearse: bool, by: Any) -> Upload:
    """Let the worker bring a file in, or rehearse it. A second time, while it waits or when it is in, is refused."""
    from goldenthread.programme import tasks

    upload = Upload.objects.select_for_update().get(pk=upload.pk)
    if upload.is_taken:
        raise Refused("This file is being brought in already, or was. See below what came of it.")
    upload.set_waiting()
    log.record("programme.upload.sent", subject=log.subject_of(upload), by=by, detail={"rehearse": rehearse})
    tasks.bring_in.defer(upload=upload.pk, rehearse=rehearse)
    return upload


def carry_out(upload: Upload, *, rehearse: bool, on: date, progress: Progress) -> Upload:
    """What the worker does: import the file, or import it and undo that. Killed at any moment, nothing is in."""
    carry(upload, lambda tell: _import(upload, on, tell), rehearse=rehearse, progress=progress,
          in_words=(Refused, BadProgrammeFile, UnreadablePlan))  # fmt: skip
    upload.refresh_from_db()
    return upload


def _import(upload: Upload, on: date, progress: Progress) -> dict[str, Any]:
    by = upload.recorded_by
    if upload.plan is not None:
        result = import_understood(understood(upload), plan=upload.plan, by=by, on=on, progress=progress)
    else:
        content = parse(upload.content)
        check_programme(content, upload.programme)
        result = import_programme(content, by=by, on=on, progress=progress)
    return {"added": result.added, "revised": result.revised, "unchanged": result.unchanged,
            "differing": result.differing[:200], "differ": len(result.differing)}  # fmt: skip


def check_programme(content: dict[str, Any], programme: Programme) -> None:
    """Refuse the file of another programme: its leads bring that one in."""
    slug = content["programme"]["slug"]
    if slug != programme.slug:
        raise Refused(
            f"This file is of the programme “{slug}”, and this page is of “{programme.slug}”. Choose the file of this one.",
            "file",
        )
