"""Preparing and publishing a document: one person prepares, another publishes, and the version stays as it is for ever."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Max

from goldenthread.audit import log
from goldenthread.evidence.models import DocumentDraft, DocumentForm, DocumentVersion
from goldenthread.evidence.publishing.parts import fingerprint
from goldenthread.evidence.queries.composing import compose
from goldenthread.evidence.queries.publications import series_of, suspects
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.programme.models import Area, Programme


@transaction.atomic
def prepare(
    *, programme: Programme, form: str, area: Area | None = None, summary: str = "", on: date, by: Any
) -> DocumentDraft:
    """A draft of the document as at a day. Refuses a second one of the same document while one waits."""
    programme = Programme.objects.select_for_update().get(pk=programme.pk)
    _check_area(programme, form, area)
    if DocumentDraft.objects.waiting().filter(programme=programme, form=form, area=area).exists():
        raise Refused("A draft of this document waits already. Go on with that one, or give it up.", "form")
    content = compose(programme, form, area=area, summary=summary, on=on).as_data()
    draft = DocumentDraft.objects.create(
        programme=programme, form=form, area=area, as_at=on, summary=summary.strip(), content=content, prepared_by=by
    )  # fmt: skip
    draft.written_by.add(by)
    log.record("evidence.document.prepared", subject=log.subject_of(draft), by=by, detail={"form": form})
    return draft


def _check_area(programme: Programme, form: str, area: Area | None) -> None:
    if form == DocumentForm.HIGHLIGHT and area is None:
        raise Refused("Choose the area that the highlight report is about.", "area")
    if form != DocumentForm.HIGHLIGHT and area is not None:
        raise Refused("Only a highlight report is about one area. Leave the area empty.", "area")
    if area is not None and (area.plan.programme_id != programme.pk or not area.plan.is_public):
        raise Refused("This area is not in a public plan of this programme. Choose another.", "area")


@transaction.atomic
def rewrite(*, draft: DocumentDraft, based_on: int, summary: str, on: date, by: Any) -> DocumentDraft:
    """The draft made anew as at a day, with this summary. Whoever does it has prepared it too. Reasons given before stay."""
    held = _waiting(draft, based_on)
    held.summary, held.as_at, held.edition = summary.strip(), on, held.edition + 1
    held.content = compose(held.programme, held.form, area=held.area, summary=summary, on=on).as_data()
    held.save(update_fields=["summary", "as_at", "edition", "content"])
    held.written_by.add(by)
    log.record("evidence.document.rewritten", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def let_through(*, draft: DocumentDraft, based_on: int, finding: str, reason: str, by: Any) -> DocumentDraft:
    """Say why something that the gate found may be published. Refuses what is never let through, and a missing reason.

    Whoever lets it through cannot publish the document: somebody else looks at the reason.
    """
    held = _waiting(draft, based_on)
    found = {one.finding.key: one.finding for one in suspects(held)}
    if finding not in found:
        raise Refused("This is not in the draft any more. Look at the list again.", "finding")
    if not found[finding].can_be_let_through:
        raise Refused(
            f"{found[finding].what.capitalize()} is never published. Take it out of the record it comes from."
        )
    if not reason.strip():
        raise Refused("Say why this may be published, for example “the council’s own address”.", "reason")
    held.let_through = held.let_through | {finding: reason.strip()}
    held.edition += 1
    held.save(update_fields=["let_through", "edition"])
    held.written_by.add(by)
    log.record("evidence.document.let_through", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def publish(*, draft: DocumentDraft, based_on: int, note: str = "", on: date, by: Any) -> DocumentVersion:
    """The draft, as it was looked at, as the next version. Refuses whoever wrote any of it, and what the gate stops."""
    from goldenthread.evidence import tasks

    # Two drafts of one document get two numbers, and whoever sees a version sees all that were published before it.
    list(Programme.objects.select_for_update().order_by("pk").values_list("pk"))
    held = _waiting(draft, based_on)
    if held.written_by.filter(pk=by.pk).exists():
        raise Refused("You prepared this, so somebody else must read and publish it.")
    stopping = [one.finding for one in suspects(held) if one.stops]
    if stopping:
        places = "; ".join(f"{one.what} in {one.where[:1].lower()}{one.where[1:]}" for one in stopping[:5])
        raise Refused(
            f"Nothing was published: the draft holds {places}. Have it taken out, or its reason given."
        )
    number = (series_of(held).aggregate(last=Max("number"))["last"] or 0) + 1
    version = DocumentVersion.objects.create(
        draft=held, programme=held.programme, form=held.form, area=held.area, number=number, note=note.strip(),
        content=held.content, sha256=fingerprint(held.content), prepared_by=held.prepared_by, published_by=by,
        published_on=on,
    )  # fmt: skip
    held.published_on = on
    held.save(update_fields=["published_on"])
    detail = {"sha256": version.sha256, "number": number}
    log.record("evidence.document.published", subject=log.subject_of(version), by=by, detail=detail)
    tasks.tell_followers.defer()
    return version


@transaction.atomic
def give_up(*, draft: DocumentDraft, based_on: int, on: date, by: Any) -> DocumentDraft:
    """The draft is closed without being published."""
    held = _waiting(draft, based_on)
    held.given_up_on = on
    held.save(update_fields=["given_up_on"])
    log.record("evidence.document.given_up", subject=log.subject_of(held), by=by)
    return held


def _waiting(draft: DocumentDraft, based_on: int) -> DocumentDraft:
    """The draft under lock, as the reader saw it."""
    held = DocumentDraft.objects.select_for_update(of=("self",)).get(pk=draft.pk)
    if held.published_on:
        raise Refused("This draft is published already. Prepare the next version.")
    if held.given_up_on:
        raise Refused("This draft was given up. Prepare a new one.")
    if held.edition != based_on:
        raise Conflict(held)
    return held
