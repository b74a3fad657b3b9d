"""A draft of the return: asked for on a page, made by the worker, kept with what became of each case and what was found."""

from __future__ import annotations

import hashlib
import tempfile
import zlib
from datetime import date, datetime
from pathlib import Path
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.uploads import OUR_FAULT, Progress
from goldenthread.returns.actions.changes import changes_from
from goldenthread.returns.actions.keeping import Keeper
from goldenthread.returns.actions.making import Asked, Counted, make_return
from goldenthread.returns.actions.turns import one_at_a_time
from goldenthread.returns.building.persons import Census, census_for
from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.sen2.years import FIRST, LAST

KEPT = 5
"""Drafts of a year that are kept beside those that were signed or frozen."""
UNDER_WAY = (DraftState.WAITING, DraftState.RUNNING)


@transaction.atomic
def ask_for_draft(
    *, year: int | None, on: date, authority: str, officers: dict[str, bool], by: Any
) -> ReturnDraft:
    """A draft as the cases are known on a day, to be made by the worker. Refuses an unknown year, and a second at once."""
    from goldenthread.returns import tasks

    census = census_for(on, year)
    if census is None:
        raise Refused(
            f"The census day of that year is not known here: returns of {FIRST} to {LAST} can be made.",
            "year",
        )
    one_at_a_time()
    if ReturnDraft.objects.filter(state__in=UNDER_WAY).exists():
        raise Refused("A draft is being made already. Wait until it is there.")
    frozen = ReturnDraft.objects.filter(year=census.year, state=DraftState.FROZEN).count()
    draft = ReturnDraft.objects.create(
        year=census.year,
        known_on=on,
        upto=census.upto,
        serial=frozen + 1,
        authority=authority,
        recorded_by=by,
        **officers,
    )
    log.record("returns.draft.asked", subject=log.subject_of(draft), by=by, detail={"year": draft.year})
    tasks.make_draft.defer(draft=draft.pk)
    return draft


def carry_out_draft(draft: ReturnDraft, *, at: datetime, progress: Progress) -> ReturnDraft:
    """What the worker does. It may be begun twice: a draft that was broken off is made anew from its beginning."""
    rows = ReturnDraft.objects.filter(pk=draft.pk)
    if draft.is_made:
        return draft
    rows.update(state=DraftState.RUNNING, trouble="")
    try:
        with transaction.atomic(), tempfile.TemporaryDirectory(prefix="return-") as folder:
            _make(draft, Path(folder), at, progress)
    except Exception as trouble:
        words = trouble.sentence if isinstance(trouble, Refused) else OUR_FAULT
        rows.update(state=DraftState.FAILED, trouble=words[:500])
        if not isinstance(trouble, Refused):
            raise
    draft.refresh_from_db()
    return draft


def _make(draft: ReturnDraft, folder: Path, at: datetime, progress: Progress) -> None:
    draft.returned.all().delete()
    draft.findings.all().delete()
    path = folder / "return.xml"
    keeper = Keeper(draft)
    counted = make_return(asked_of(draft, at), path, hear=keeper.hear, tell=progress)
    keeper.flush()
    content = path.read_bytes()
    ReturnDraft.objects.filter(pk=draft.pk).update(
        state=DraftState.READY, sha256=hashlib.sha256(content).hexdigest(), packed=zlib.compress(content, 6),
        changes=changes_from(draft, path), **_numbers(counted),
    )  # fmt: skip
    log.record("returns.draft.made", subject=log.subject_of(draft), by=draft.recorded_by,
               detail={"cases": counted.cases, "persons": counted.persons})  # fmt: skip
    _let_go(draft)


def asked_of(draft: ReturnDraft, at: datetime) -> Asked:
    """What a draft asks for."""
    return Asked(
        Census(draft.year, draft.upto), draft.known_on, at, draft.authority, draft.serial, draft.has_medical_officer,
        draft.has_clinical_officer, draft.has_care_officer,
    )  # fmt: skip


def _numbers(counted: Counted) -> dict[str, int]:
    return {
        "cases": counted.cases, "inside": counted.inside, "persons": counted.persons,
        "errors": counted.by_severity["error"], "queries": counted.by_severity["query"],
        "steps_done": counted.cases, "steps": counted.cases,
    }  # fmt: skip


def _let_go(draft: ReturnDraft) -> None:
    """Older drafts of the year that nobody signed are let go: they hold every child."""
    unsigned = ReturnDraft.objects.filter(year=draft.year, state__in=(DraftState.READY, DraftState.FAILED))
    kept = list(unsigned.values_list("pk", flat=True)[:KEPT])
    unsigned.exclude(pk__in=kept).delete()
