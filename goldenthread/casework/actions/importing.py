"""Bringing a file of cases in: hold it, agree on its columns, let the worker check it, let the worker bring it in."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.actions.arriving import bring_in_case
from goldenthread.casework.importing.drafts import Draft
from goldenthread.casework.importing.fields import FIELDS
from goldenthread.casework.importing.mapping import fits, missing
from goldenthread.casework.importing.reading import CaseFile, read
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.casework.models import CaseImport, ImportedRow, ImportMapping, Way
from goldenthread.casework.queries.arrivals import HERE, NEW, Arrivals
from goldenthread.casework.queries.places import our_authority
from goldenthread.kit.errors import Refused
from goldenthread.kit.uploads import Progress, UploadState, carry_out
from goldenthread.partners.models import Team

KEPT = timedelta(days=1)
TROUBLES_KEPT = timedelta(days=30)
MOST_TROUBLES = 5_000
"""That are kept of one file; the others are counted."""
A_STEP = 50


@transaction.atomic
def hold(*, name: str, data: bytes, by: Any) -> CaseImport:
    """Keep a file, with the columns of a mapping that fits it, or as its headings suggest. Raises UnreadableFile.

    Files that nobody brought in within a day are let go, and what was wrong in older ones after 30 days.
    """
    now = timezone.now()
    CaseImport.objects.filter(state=UploadState.HELD, recorded_at__lt=now - KEPT, rows=None).delete()
    CaseImport.objects.filter(recorded_at__lt=now - TROUBLES_KEPT).exclude(troubles=[]).update(troubles=[])
    file = read(data)
    author = by if getattr(by, "pk", None) else None
    upload = CaseImport.objects.create(name=name[:255], data=data, recorded_by=author, is_sen2=file.is_sen2,
                                       columns=_columns(file))  # fmt: skip
    log.record(
        "casework.import.held", subject=log.subject_of(upload), by=by, detail={"rows": len(file.sheet.rows)}
    )
    return upload


def _columns(file: CaseFile) -> dict[str, str]:
    """The columns of the last mapping that fits the file, or those that are suggested."""
    if not file.is_sen2:
        for mapping in ImportMapping.objects.all():
            if fits(mapping.columns, file.sheet.headings):
                return dict(mapping.columns)
    return file.columns


@transaction.atomic
def settle_columns(
    *, upload: CaseImport, columns: Mapping[str, str], team: Team | None = None, keep_as: str = "", by: Any
) -> CaseImport:
    """What each column means, as a person says it; with a name it is kept for the next file. Refuses what cannot be a case."""
    columns = {heading: key for heading, key in columns.items() if key in FIELDS}
    if lacking := missing(columns):
        raise Refused(" ".join(lacking))
    upload.columns, upload.team = dict(columns), team
    upload.save(update_fields=["columns", "team"])
    if keep_as.strip():
        kept = {"columns": upload.columns, "recorded_by": upload.recorded_by}
        ImportMapping.objects.update_or_create(name=keep_as.strip()[:100], defaults=kept)
    log.record(
        "casework.import.columns",
        subject=log.subject_of(upload),
        by=by,
        detail={"kept": bool(keep_as.strip())},
    )
    return upload


@transaction.atomic
def send_to_worker(*, upload: CaseImport, rehearse: bool, way: str = Way.EACH, by: Any) -> CaseImport:
    """Let the worker check a file, or bring it in. A second time, while it waits or when it is in, is refused."""
    from goldenthread.casework import tasks

    upload = CaseImport.objects.select_for_update().get(pk=upload.pk)
    if upload.is_taken:
        raise Refused("This file is being brought in already, or was. See below what came of it.")
    checked = upload.outcome
    if not rehearse and not upload.is_rehearsed:
        raise Refused("Look first at what the file would bring in: have it checked.")
    if not rehearse and way == Way.ALL and checked.get("wrong"):
        raise Refused(
            "Some rows are wrong, so all of it cannot come in. Mend them, or bring in the sound rows alone.",
            "way",
        )
    upload.way = way
    upload.save(update_fields=["way"])
    upload.set_waiting()
    log.record(
        "casework.import.sent",
        subject=log.subject_of(upload),
        by=by,
        detail={"rehearse": rehearse, "way": way},
    )
    tasks.bring_in.defer(upload=upload.pk, rehearse=rehearse)
    return upload


def carry_out_import(upload: CaseImport, *, rehearse: bool, on: date, progress: Progress) -> CaseImport:
    """What the worker does. Killed at any moment, every case is in whole or not at all, and none comes in twice."""
    run = _Import(upload, on, rehearse)
    carry_out(
        upload, run.run, rehearse=rehearse, progress=progress, in_words=(Refused, UnreadableFile),
        is_whole=upload.way == Way.ALL, beside=lambda: {"troubles": run.troubles[:MOST_TROUBLES]},
    )  # fmt: skip
    upload.refresh_from_db()
    return upload


class _Import:
    """One run over a file."""

    def __init__(self, upload: CaseImport, on: date, rehearse: bool) -> None:
        self.upload, self.on, self.rehearse = upload, on, rehearse
        self.troubles: list[list[Any]] = []
        self.counts = {"rows": 0, NEW: 0, HERE: 0, "wrong": 0}

    def run(self, tell: Progress) -> dict[str, Any]:
        """Every row in turn. Gives the counts; what was wrong is kept with the file."""
        file, authority = read(self.upload.content), our_authority()
        drafts = list(file.drafts(self.upload.columns, today=self.on))
        arrivals = Arrivals(self.upload, drafts, self.on)
        came: list[int] = []
        for done, draft in enumerate(drafts):
            if done % A_STEP == 0:
                tell(done, len(drafts), f"row {draft.row}")
            verdict = arrivals.judge(draft)
            if verdict == NEW and not self.rehearse:
                verdict = self._bring_in(draft, authority, arrivals, came)
            self._count(draft, verdict)
        tell(len(drafts), len(drafts), "")
        return self._outcome(came)

    def _bring_in(self, draft: Draft, authority: Any, arrivals: Arrivals, came: list[int]) -> str:
        is_each = self.upload.way == Way.EACH
        try:
            case = bring_in_case(draft=draft, upload=self.upload, authority=authority, on=self.on, is_logged=is_each,
                                 by=self.upload.recorded_by)  # fmt: skip
        except Refused as refused:
            draft.trouble("", refused.sentence)
            return "wrong"
        came.append(case.pk)
        arrivals.learn(draft, case.child_id)
        return NEW

    def _count(self, draft: Draft, verdict: str) -> None:
        self.counts["rows"] += 1
        self.counts[verdict] += 1
        if verdict == "wrong":
            self.troubles += [[one.row, one.column, one.sentence] for one in draft.troubles]

    def _outcome(self, came: list[int]) -> dict[str, Any]:
        """The counts, and one line in the audit for an import that is all or nothing."""
        if self.counts["wrong"] and self.upload.way == Way.ALL and not self.rehearse:
            raise Refused(
                "Some rows have become wrong since they were checked, so nothing was brought in. Check the file again."
            )
        if came and self.upload.way == Way.ALL:
            log.record("casework.cases.imported", subject=log.subject_of(self.upload), by=self.upload.recorded_by,
                       detail={"cases": came})  # fmt: skip
        if not self.rehearse and self.upload.way == Way.EACH:
            self._count_again()
        return {"troubles": len(self.troubles), **self.counts}

    def _count_again(self) -> None:
        """After a run that was broken off, what it had brought in counts as brought in and not as here before."""
        came = ImportedRow.objects.filter(upload=self.upload).count()
        self.counts[HERE] -= came - self.counts[NEW]
        self.counts[NEW] = came
