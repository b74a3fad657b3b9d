"""Sending waiting times: hold a file, look, decide on what is here already, bring it in whole or not at all."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping, Sequence
from datetime import date, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import ServiceLine, WaitMonth, WaitMonthVersion, WaitsUpload
from goldenthread.commissioning.queries.rehearsal import Entry, rehearse
from goldenthread.commissioning.waits.disclosure import publish
from goldenthread.commissioning.waits.row import Sent
from goldenthread.kit.dates import PartialDate, in_words
from goldenthread.kit.uploads import UploadState

KEEP = "keep"
KEPT = timedelta(days=7)


@transaction.atomic
def hold(*, name: str, data: bytes, on: date, by: Any) -> WaitsUpload:
    """Keep a file until somebody says to bring it in. Raises UnreadableFile, and then nothing of it is kept.

    Files left for a week are let go.
    """
    found = rehearse(data, by, on)
    WaitsUpload.objects.filter(state=UploadState.HELD, recorded_at__lt=timezone.now() - KEPT).delete()
    upload = WaitsUpload.objects.create(
        name=name[:255],
        data=data,
        is_rehearsed=True,
        troubles=[one.as_json() for one in found.troubles],
        recorded_by=by,
    )
    detail = {"months": len(found.entries), "troubles": len(found.troubles)}
    log.record("commissioning.waits.held", subject=log.subject_of(upload), by=by, detail=detail)
    return upload


@transaction.atomic
def bring_in(*, upload: WaitsUpload, decided: Mapping[str, str], on: date, by: Any) -> WaitsUpload:
    """Save every month of a held file, or none. `decided` says which answer is taken for a month that has several."""
    upload = WaitsUpload.objects.select_for_update().get(pk=upload.pk)
    if upload.is_taken:
        raise Refused("This file is in already.")
    found = rehearse(upload.content, by, on)
    if found.troubles:
        raise Refused("Mend what is wrong first, and send the file again. Nothing has been saved.")
    taken = [pair for entry in found.entries if (pair := _taken(entry, decided)) is not None]
    is_correction = [entry.standing is not None for entry, _ in taken]
    record_months(rows=[(entry.line, row) for entry, row in taken], on=on, by=by, reason="Sent again")
    upload.state, upload.data, upload.decided = UploadState.DONE, None, dict(decided)
    upload.outcome = {
        "added": is_correction.count(False), "corrected": is_correction.count(True),
        "kept": len(found.asked) - is_correction.count(True) - sum(e.standing is None and e.is_asked for e, _ in taken),
        "unchanged": len(found.unchanged), "not_taken": _not_taken(found.entries, [row for _, row in taken]),
    }  # fmt: skip
    upload.save(update_fields=["state", "data", "decided", "outcome"])
    detail = {name: count for name, count in upload.outcome.items() if name != "not_taken"}
    log.record("commissioning.waits.brought-in", subject=log.subject_of(upload), by=by, detail=detail)
    return upload


def _not_taken(entries: Sequence[Entry], taken: Sequence[Sent]) -> list[dict[str, Any]]:
    """The answers that a person did not choose, kept with what came of the file."""
    return [
        {"service": one.line.name, "month": str(one.month), "row": row.row, "waiting": list(row.counts.waiting),
         "median_days": row.counts.median_days, "seen": row.counts.seen, "note": row.note,
         "parts": [list(part) for part in row.counts.parts]}
        for one in entries if one.is_asked for row in one.rows if row not in taken
    ]  # fmt: skip


def _taken(entry: Entry, decided: Mapping[str, str]) -> tuple[Entry, Sent] | None:
    """The row that becomes the month's answer; None where what stands here stays."""
    if entry.is_unchanged:
        return None
    if not entry.is_asked:
        return entry, entry.rows[0]
    said = decided.get(entry.key, "")
    if said == KEEP:
        return None
    for row in entry.rows:
        if said == str(row.row):
            return entry, row
    raise Refused(f"{entry.line}, {entry.month}: say which numbers are right. Nothing has been saved.")


@transaction.atomic
def record_months(
    *, rows: Sequence[tuple[ServiceLine, Sent]], on: date, reason: str = "", by: Any
) -> list[WaitMonthVersion]:
    """Save months as they were sent: a month that is here gets a new version, and the old one stays readable as known then."""
    lines = {line.pk for line, _ in rows}
    list(ServiceLine.objects.select_for_update().filter(pk__in=lines).order_by("pk"))
    months = _months(rows)
    versions = _versions(months.values())
    made = []
    for line, sent in rows:
        record = months[line.pk, sent.month]
        earlier = versions[record.pk]
        open_one = next((one for one in earlier if one.known_until is None), None)
        if open_one and on < open_one.known_from:
            raise Refused(
                f"{record} was last sent on {in_words(open_one.known_from)}. A correction cannot come before it."
            )
        made.append(_version(record, sent, earlier, on, reason if open_one else "", by))
    records = [one.record_id for one in made]
    WaitMonthVersion.objects.filter(record__in=records, known_until=None).update(known_until=on)
    saved = WaitMonthVersion.objects.bulk_create(made)
    log.record(
        "commissioning.waits.recorded",
        subject="commissioning.waitmonth",
        by=by,
        detail={"months": len(saved)},
    )
    return saved


def _months(rows: Sequence[tuple[ServiceLine, Sent]]) -> dict[tuple[int, PartialDate], WaitMonth]:
    wanted = [WaitMonth(line=line, month=sent.month) for line, sent in rows]
    WaitMonth.objects.bulk_create(wanted, ignore_conflicts=True)
    found = WaitMonth.objects.filter(line__in={line.pk for line, _ in rows})
    return {(one.line_id, one.month): one for one in found}


def _versions(months: Any) -> dict[int, list[WaitMonthVersion]]:
    found: dict[int, list[WaitMonthVersion]] = defaultdict(list)
    for one in WaitMonthVersion.objects.filter(record__in=list(months)):
        found[one.record_id].append(one)
    return found


def _version(
    record: WaitMonth, sent: Sent, earlier: Sequence[WaitMonthVersion], on: date, reason: str, by: Any
) -> WaitMonthVersion:
    counts = sent.counts
    shown = publish(counts, [one.shown for one in earlier])
    return WaitMonthVersion(
        record=record, series=counts.series, census_on=sent.census_on, waiting=list(counts.waiting),
        median_days=counts.median_days, longest_days=counts.longest_days, seen=counts.seen,
        seen_median_days=counts.seen_median_days, received=counts.received, accepted=counts.accepted, note=sent.note,
        parts=[list(part) for part in counts.parts],
        published=shown.as_json(), known_from=on, reason=reason, recorded_by=by,
    )  # fmt: skip
