"""Making a bundle: what is another child's cannot be in it, whatever was ticked."""

from __future__ import annotations

import hashlib
from collections.abc import Mapping
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Bundle, BundleKind, Case, VersionStage
from goldenthread.casework.portable.archive import LARGEST, pack
from goldenthread.casework.queries.bundles import Candidate, candidates
from goldenthread.casework.queries.case_file import case_file_of
from goldenthread.casework.queries.plan_readers import PlanReader
from goldenthread.kit.binding import CannotBind, bind
from goldenthread.kit.dates import in_words
from goldenthread.kit.errors import Refused

FEWEST_WORDS = 3


@transaction.atomic
def make_bundle(
    *, case: Case, kind: str, reader: PlanReader, chosen: Mapping[str, str], on: date, by: Any
) -> tuple[Bundle, bytes]:
    """A bundle of the chosen documents (key to the reason why a doubtful one goes in), and its record.

    Refuses a document that is another child's, one in doubt without a reason, one that is no longer there, and none at all.
    """
    held = {one.document.key: one for one in candidates(case, kind, reader, on)}
    gone = [key for key in chosen if key not in held]
    if gone:
        raise Refused("What can go in has changed since you opened this page. Look through the list again.")
    taken = [one for key, one in held.items() if key in chosen]
    if not taken:
        raise Refused("Choose at least one document.")
    for one in taken:
        _may_go_in(one, chosen[one.document.key])
    if kind == BundleKind.CASE_FILE:
        content = _packed(case, reader, held, chosen, on)
    else:
        content = _bound(case, kind, reader, taken, on)
    made = Bundle.objects.create(
        case=case, kind=kind, reader=reader.name, made_on=on, sha256=hashlib.sha256(content).hexdigest(), recorded_by=by,
        contents=[[one.document.title, one.document.sha256, chosen[one.document.key].strip()] for one in taken],
    )  # fmt: skip
    log.record("casework.bundle.made", subject=log.subject_of(case), by=by,
               detail={"bundle": made.pk, "kind": kind, "documents": len(taken), "sha256": made.sha256})  # fmt: skip
    return made, content


def _bound(case: Case, kind: str, reader: PlanReader, taken: list[Candidate], on: date) -> bytes:
    """One PDF."""
    title = BundleKind(kind).label
    try:
        return bind(
            title=f"{case.child}: papers, {title[:1].lower()}{title[1:]}",
            subtitle=f"{case.authority}, {in_words(on)}. Made for {reader.name}.",
            footer=f"{case.reference}, {in_words(on)}", parts=[one.document.part for one in taken],
        )  # fmt: skip
    except CannotBind as broken:
        raise Refused(
            f"“{broken.title}” cannot be bound: its PDF is broken. Print it to a new PDF, and add it again."
        ) from None


def _packed(
    case: Case, reader: PlanReader, held: Mapping[str, Candidate], chosen: Mapping[str, str], on: date
) -> bytes:
    """A portable case file, in which the plan in force must be."""
    plans = case.versions.filter(stage__in=[VersionStage.FINAL, VersionStage.AMENDED])
    last = plans.order_by("-number").first()
    if last is None or f"version-{last.number}" not in chosen:
        raise Refused(
            "The plan in force goes with the file. Tick it; if no plan was made final yet, there is none to hand over."
        )
    left_out = [one.document.title for key, one in held.items() if key not in chosen]
    content = pack(case_file_of(case, chosen, on, made_for=reader.name, left_out=left_out))
    if len(content) > LARGEST:
        raise Refused(f"The file would have {len(content) / 1024 / 1024:.0f} MB, and another system takes 60 MB. "
                      "Leave out the largest scans, and send them by themselves.")  # fmt: skip
    return content


def _may_go_in(one: Candidate, reason: str) -> None:
    title = one.document.title
    if one.barred:
        raise Refused(f"“{title}” cannot go in. {one.barred}", f"take_{one.document.key}")
    if one.doubt and len(reason.split()) < FEWEST_WORDS:
        raise Refused(
            f"“{title}”: say in a few words why it goes in all the same. {one.doubt}",
            f"why_{one.document.key}",
        )
