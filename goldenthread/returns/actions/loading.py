"""Loading a published release: every line of every table, in one transaction."""

from __future__ import annotations

import hashlib
import io
import json
from collections.abc import Callable, Iterable
from datetime import date, timedelta
from typing import Any

from django.db import connection, transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.uploads import Progress as UploadProgress
from goldenthread.kit.uploads import UploadState, carry_out
from goldenthread.returns.models import PublishedLine, PublishedTable, Release, ReleaseUpload
from goldenthread.returns.published import agreement
from goldenthread.returns.published.release import File, NotARelease, files_in, table_names

OUTCOME_KEPT = timedelta(days=365)
MOST_LISTED = 500
"""Sentences of one kind that are kept of a table; the rest is counted."""
COLUMNS = (
    "table_id",
    "period",
    "level",
    "code",
    "place",
    "region",
    "topic",
    "breakdown",
    "is_whole",
    "values",
)
LIMITS = {"period": 10, "code": 12, "place": 100, "region": 60, "topic": 120, "breakdown": 120}
Progress = Callable[[str, int], None]


@transaction.atomic
def load_release(
    *, content: bytes, title: str, source: str = "", on: date, progress: Progress | None = None, by: Any
) -> Release:
    """The release in a ZIP, or the one that is there already when the same file comes again. Refused keeps nothing."""
    sha256 = hashlib.sha256(content).hexdigest()
    held = Release.objects.filter(sha256=sha256).first()
    if held is not None:
        return held
    release = Release.objects.create(
        title=title.strip(), source=source, sha256=sha256, loaded_on=on, recorded_by=by
    )
    try:
        for table in files_in(io.BytesIO(content)):
            _keep(release, table)
            if progress:
                progress(table.name, len(table.lines))
    except NotARelease as trouble:
        raise Refused(str(trouble), "file") from None
    log.record("returns.release.loaded", subject=log.subject_of(release), by=by, detail={"sha256": sha256})
    return release


@transaction.atomic
def hold_release(*, name: str, data: bytes, title: str, source: str, by: Any) -> ReleaseUpload:
    """Keep a ZIP and have the worker load it. What came of others is forgotten after a year."""
    from goldenthread.returns import tasks

    ReleaseUpload.objects.filter(recorded_at__lt=timezone.now() - OUTCOME_KEPT).delete()
    upload = ReleaseUpload.objects.create(
        name=name[:255],
        data=data,
        title=title.strip(),
        source=source,
        state=UploadState.WAITING,
        recorded_by=by,
    )
    log.record("returns.release.sent", subject=log.subject_of(upload), by=by)
    tasks.load_release.defer(upload=upload.pk)
    return upload


def carry_out_release(upload: ReleaseUpload, *, on: date, progress: UploadProgress) -> ReleaseUpload:
    """What the worker does: all of the release, or nothing. Killed, it begins anew."""
    loaded: list[Release] = []

    def work(tell: UploadProgress) -> dict[str, Any]:
        try:
            names = table_names(io.BytesIO(upload.content))
        except NotARelease as trouble:
            raise Refused(str(trouble), "file") from None
        tell(0, len(names), "")
        release = load_release(
            content=upload.content, title=upload.title, source=upload.source, on=on, by=upload.recorded_by,
            progress=lambda name, lines: tell(min(len(names), names.index(name) + 1), len(names), name),
        )  # fmt: skip
        loaded.append(release)
        return {
            "tables": release.tables.count(),
            "lines": sum(release.tables.values_list("lines_kept", flat=True)),
        }

    carry_out(upload, work, rehearse=False, progress=progress, in_words=(Refused,),
              beside=lambda: {"release": loaded[0]} if loaded else {})  # fmt: skip
    upload.refresh_from_db()
    return upload


def _keep(release: Release, table: File) -> None:
    whole, shares = agreement.whole_of(table), agreement.percentages(table)
    kept = PublishedTable.objects.create(
        release=release, name=table.name, columns=table.columns, lines_read=table.read, lines_kept=len(table.lines),
        troubles=_listed(table.troubles), recomputed=shares.recomputed, differing=_listed(shares.differing),
        repeated=agreement.repeated(table),
    )  # fmt: skip
    rows = (
        (kept.pk, one.period, one.level, one.code, one.place, one.region, one.topic, one.breakdown,
         (one.topic, one.breakdown) in whole, json.dumps(one.values))
        for one in table.lines
    )  # fmt: skip
    _copy(rows)


def _copy(rows: Iterable[tuple[Any, ...]]) -> None:
    table, names = PublishedLine._meta.db_table, ", ".join(f'"{one}"' for one in COLUMNS)
    most = [LIMITS.get(one) for one in COLUMNS]
    with connection.cursor() as cursor, cursor.copy(f"COPY {table} ({names}) FROM STDIN") as copy:
        for row in rows:
            copy.write_row(
                [value[:limit] if limit else value for value, limit in zip(row, most, strict=True)]
            )


def _listed(sentences: list[str]) -> list[str]:
    """The first of them, and a sentence that counts the rest."""
    rest = len(sentences) - MOST_LISTED
    return sentences[:MOST_LISTED] + ([f"And {rest:,} more."] if rest > 0 else [])
