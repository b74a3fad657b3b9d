"""Bringing a list of services in: hold it, let the worker rehearse it, decide on what looks alike, let the worker do it."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Mapping
from datetime import datetime, timedelta
from typing import Any

from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.kit.uploads import Progress, UploadState, carry_out
from goldenthread.localoffer.actions.loading import LoadResult, load_services
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.importing.cells import Near
from goldenthread.localoffer.importing.lists import BY_CODE, Kind, kind_of, rows_in
from goldenthread.localoffer.likeness import Register, marks_of
from goldenthread.localoffer.models import KnownAs, Service, ServiceImport
from goldenthread.localoffer.queries.alike import register_of_services
from goldenthread.localoffer.search.postcodes import BadPostcode, place_of
from goldenthread.openreferral.feeds import BadFeed, Row
from goldenthread.openreferral.reading import read_service
from goldenthread.openreferral.writing import as_json

KEPT, OUTCOME_KEPT = timedelta(days=7), timedelta(days=365)
MOST_ALIKE = 500
NEW = "new"


@transaction.atomic
def hold(
    *, name: str, data: bytes, postcode: str = "", within_km: float | None = None, by: Any
) -> ServiceImport:
    """Keep a file until somebody says to bring it in. Raises UnreadableFile.

    Files left for a week are let go, and what came of others after a year.
    """
    now = timezone.now()
    ServiceImport.objects.filter(state=UploadState.HELD, recorded_at__lt=now - KEPT).delete()
    ServiceImport.objects.filter(recorded_at__lt=now - OUTCOME_KEPT).delete()
    kind = kind_of(data)
    upload = ServiceImport.objects.create(
        name=name[:255], data=data, kind=kind.code, postcode=postcode, within_km=within_km, recorded_by=by,
    )  # fmt: skip
    log.record("localoffer.import.held", subject=log.subject_of(upload), by=by, detail={"kind": kind.code})
    return upload


@transaction.atomic
def decide_on_alike(*, upload: ServiceImport, decided: Mapping[str, str], by: Any) -> ServiceImport:
    """What each record that looks alike is: new, or one of the services that it looks like. The others are left out."""
    allowed = {one["id"]: {NEW, *(like["service"] for like in one["like"])} for one in upload.alike}
    upload.decided = {key: value for key, value in decided.items() if value in allowed.get(key, ())}
    upload.save(update_fields=["decided"])
    log.record(
        "localoffer.import.decided",
        subject=log.subject_of(upload),
        by=by,
        detail={"decided": len(upload.decided)},
    )
    return upload


@transaction.atomic
def send_to_worker(*, upload: ServiceImport, rehearse: bool, by: Any) -> ServiceImport:
    """Let the worker rehearse a list, or bring it in. A second time, while it waits or when it is in, is refused."""
    from goldenthread.localoffer import tasks

    upload = ServiceImport.objects.select_for_update().get(pk=upload.pk)
    if upload.is_taken:
        raise Refused("This file is being brought in already, or was. See below what came of it.")
    if not rehearse and not upload.is_rehearsed:
        raise Refused("Look first at what the file would bring in.")
    upload.set_waiting()
    log.record("localoffer.import.sent", subject=log.subject_of(upload), by=by, detail={"rehearse": rehearse})
    tasks.bring_in.defer(upload=upload.pk, rehearse=rehearse)
    return upload


def carry_out_import(
    upload: ServiceImport, *, rehearse: bool, now: datetime, progress: Progress
) -> ServiceImport:
    """What the worker does. Killed, some batches are in; begun again, it finds them and goes on."""
    run = _Run(upload, now)
    carry_out(upload, run.run, rehearse=rehearse, progress=progress, in_words=(Refused, UnreadableFile, BadFeed),
              is_whole=False, beside=lambda: {"troubles": run.result.problems, "alike": run.alike})  # fmt: skip
    upload.refresh_from_db()
    return upload


def near_of(postcode: str, within_km: float | None) -> Near | None:
    """How far from where, if somebody said so. Refuses a postcode that cannot be used."""
    if not within_km:
        return None
    try:
        return Near(place_of(postcode).point, within_km)
    except BadPostcode as trouble:
        raise Refused(str(trouble), "postcode") from None


def bring_in_list(
    *,
    data: bytes,
    near: Near | None,
    now: datetime,
    progress: Callable[[LoadResult], None] | None = None,
    by: Any,
) -> tuple[LoadResult, list[dict[str, Any]]]:
    """A list at once, without a person to ask: what looks like an entry that is here is left out, and said."""
    sorting = Sorting(kind_of(data), {})
    result = load_services(rows=sorting.sorted(rows_in(data, near)), now=now, progress=progress, by=by)
    return result, sorting.alike


class Sorting:
    """Rows on their way in: known ones get our identifier, those that look like an entry that is here wait for a person."""

    def __init__(self, kind: Kind, decided: Mapping[str, str]) -> None:
        self.kind, self.decided = kind, dict(decided)
        self.alike: list[dict[str, Any]] = []
        self.left_out = 0
        self.here: dict[str, dict[str, Any]] = {}
        self.written: set[str] = set()
        self.register = Register()

    def sorted(self, rows: Iterable[Row]) -> Iterator[Row]:
        """The rows that come in."""
        self.register, self.here, self.written = register_of_services()
        known = {
            str(one.record_id): str(one.service.public_id)
            for one in KnownAs.objects.select_related("service")
        }
        for row in rows:
            record = row.read.record
            if record is not None:
                record.id = known.get(record.id, record.id)
                if not self._may_come(row, record):
                    continue
                if record.id in self.here and self.kind.keeps:
                    self._keep(record)
            yield row

    def _may_come(self, row: Row, record: Any) -> bool:
        if record.id in self.here:
            return True
        likes = self.register.like(marks_of(as_json(record)))
        said = self.decided.get(record.id)
        if not likes or said == NEW:
            return True
        if said in self.here:
            record.id = said
            return True
        self.left_out += 1
        if len(self.alike) < MOST_ALIKE:
            self.alike.append({"id": record.id, "place": row.place, "name": record.name, "like": [
                {"service": one.key, "name": self.here[one.key]["name"], "said": one.said} for one in likes[:3]
            ]})  # fmt: skip
        return False

    def _keep(self, record: Any) -> None:
        """What a provider or the council wrote into an entry stays; what the list knows better is the list's."""
        here = read_service(self.here[record.id]).record
        if here is None:
            return
        for name in self.kind.keeps:
            if not getattr(record, name) and getattr(here, name):
                setattr(record, name, getattr(here, name))
        if record.id in self.written:
            record.description, record.attributes = here.description, here.attributes
        if here.local_offer and record.local_offer:
            for name, value in vars(here.local_offer).items():
                if value not in (None, "") and getattr(record.local_offer, name) in (None, ""):
                    setattr(record.local_offer, name, value)


class _Run:
    """One run over a file."""

    def __init__(self, upload: ServiceImport, now: datetime) -> None:
        self.upload, self.now = upload, now
        self.result = LoadResult()
        self.alike: list[dict[str, Any]] = []

    def run(self, tell: Progress) -> dict[str, Any]:
        """Every row in turn; gives the counts."""
        upload = self.upload
        rows = list(rows_in(upload.content, near_of(upload.postcode, upload.within_km)))
        sorting = Sorting(BY_CODE[upload.kind], upload.decided)
        tell(0, len(rows), "")
        self.result = load_services(
            rows=sorting.sorted(rows), now=self.now, by=upload.recorded_by,
            progress=lambda result: tell(result.read, len(rows), f"{result.read:,} of {len(rows):,} services"),
        )  # fmt: skip
        self.alike = sorting.alike
        self._remember(sorting)
        tell(len(rows), len(rows), "")
        found = self.result
        return {"rows": len(rows), "added": found.added, "changed": found.changed, "unchanged": found.unchanged,
                "refused": found.refused, "left_out": sorting.left_out, "problems": found.problem_count}  # fmt: skip

    def _remember(self, sorting: Sorting) -> None:
        """Next time these records are known."""
        same = {key: value for key, value in sorting.decided.items() if value in sorting.here}
        services = {str(one.public_id): one for one in Service.objects.filter(public_id__in=same.values())}
        for key, value in same.items():
            KnownAs.objects.get_or_create(record_id=key, defaults={"service": services[value]})
