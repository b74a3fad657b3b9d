"""Advice while it is written, and as it comes in."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework import answers
from goldenthread.casework.actions.links import end_links
from goldenthread.casework.actions.recording import record_event
from goldenthread.casework.actions.talking import keep_paper, refuse_of_another
from goldenthread.casework.models import Advice, AdviceState, AdviceSubmission, Paper
from goldenthread.casework.queries.other_children import is_of_another
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.kit.received.files import File, inside

CLOSED = "This request is closed: the council has the advice, or does not need it any more."


@dataclass(frozen=True)
class By:
    """Whose words they are: the author, their profession, and the day the advice bears."""

    author: str
    role: str
    dated_on: date


def _locked(advice: Advice, *, is_open: bool = True) -> Advice:
    held = (
        Advice.objects.select_for_update(of=("self",))
        .select_related("case__child", "request")
        .get(pk=advice.pk)
    )
    if is_open and not held.is_open:
        raise Refused(CLOSED)
    return held


@transaction.atomic
def save_draft(*, advice: Advice, draft: answers.Draft, edition: int, by: Any) -> Advice:
    """What its author has typed so far. With another edition, Conflict carries what is kept now and nothing is saved.

    A window never conflicts with itself: it may be pressed to save while it saves by itself.
    """
    held = _locked(advice)
    if draft == held.draft:
        return held
    is_mine = bool(draft.get("window")) and draft.get("window") == held.draft.get("window")
    if edition != held.edition and not is_mine:
        raise Conflict(held)
    held.draft, held.edition = draft, held.edition + 1
    held.state = AdviceState.WRITING if held.state == AdviceState.ASKED else held.state
    held.save(update_fields=["draft", "edition", "state"])
    log.record("casework.advice.saved", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def put_document(*, advice: Advice, file: File, on: date, by: Any) -> Advice:
    """Keep a document with the draft, its paragraphs numbered. A scan gets an empty place for each page, to be typed.

    It takes the place of one that was put there before. Refuses a document about another child.
    """
    held = _locked(advice)
    read = refuse_of_another(held.case, file, on)
    paper = keep_paper(case=held.case, file=file, on=on, by=by)
    _drop(held)
    found = (
        [[number, "", []] for number in range(1, read.pages + 1)]
        if read.is_scan
        else answers.numbered(read.paragraphs)
    )
    if not found:
        raise Refused(f"“{file.name}” holds no words that can be read.", "papers")
    held.draft = {**held.draft, "upload": {"paper": str(paper.public_id), "name": paper.name, "is_scan": read.is_scan,
                                           "pictures": read.pictures, "pages": read.pages, "paragraphs": found}}  # fmt: skip
    _keep_draft(held)
    log.record("casework.advice.document_put", subject=log.subject_of(held), by=by)
    return held


@transaction.atomic
def take_document_out(*, advice: Advice, by: Any) -> Advice:
    """The draft without its document."""
    held = _locked(advice)
    _drop(held)
    held.draft = {name: value for name, value in held.draft.items() if name != "upload"}
    _keep_draft(held)
    log.record("casework.advice.document_out", subject=log.subject_of(held), by=by)
    return held


def _keep_draft(held: Advice) -> None:
    held.edition += 1
    held.state = AdviceState.WRITING if held.state == AdviceState.ASKED else held.state
    held.save(update_fields=["draft", "edition", "state"])


def _drop(held: Advice) -> None:
    """Forget the document of a draft, unless it came in with an earlier submission."""
    paper = _paper(held)
    if paper is not None and not held.submissions.filter(paper=paper).exists() and held.paper_id != paper.pk:
        paper.delete()


def _paper(held: Advice) -> Paper | None:
    key = held.draft.get("upload", {}).get("paper")
    return Paper.objects.filter(case=held.case, public_id=key).first() if key else None


@transaction.atomic
def send_advice(*, advice: Advice, whose: By, on: date, by: Any) -> Advice:
    """The advice as its draft stands now, numbered, with the document. What came before stays beside it.

    Refuses an empty one, one dated after today, a scan of which nothing was typed, and words about another child.
    """
    held = _locked(advice)
    found = answers.paragraphs(held.draft)
    if not found:
        raise Refused(
            "There is nothing to send yet. Write at least one need, outcome or kind of support, or put a document here."
        )
    _check(held, whose, found, on)
    paper = _paper(held)
    _take_in(held, whose, found, paper, on, by)
    held.state, held.reason = AdviceState.IN, ""
    held.save(update_fields=[*_TAKEN, "state", "reason"])
    _tell(held, {"author": whose.author}, on, by)
    return held


@transaction.atomic
def enter_advice(*, advice: Advice, whose: By, words: str, file: File | None, on: date, by: Any) -> Advice:
    """Advice that came on paper or by mail, entered by the case’s worker. A draft that its author has begun stays theirs."""
    held = _locked(advice)
    read = inside(file) if file else None
    pages = answers.numbered(read.paragraphs) if read and not read.is_scan else []
    found = answers.paragraphs({"upload": {"paragraphs": pages}, "words": words})
    if not found:
        sentence = (
            "Type its words: the document is a scan, and holds none."
            if file
            else "Choose its document, or type its words."
        )
        raise Refused(sentence, "words")
    _check(held, whose, found, on)
    paper = keep_paper(case=held.case, file=file, on=on, by=by) if file else None
    _take_in(held, whose, found, paper, on, by)
    held.state, held.reason = AdviceState.IN, ""
    held.save(update_fields=[*_TAKEN, "state", "reason"])
    _tell(held, {"author": whose.author}, on, by)
    return held


@transaction.atomic
def let_older_stand(
    *, advice: Advice, whose: By, paragraphs: answers.Numbered, paper: File | None, provider: bool, authority: bool,
    family: bool, on: date, by: Any,
) -> Advice:  # fmt: skip
    """Older advice in place of new. Only if its provider, the authority and the family all agree (regulation 6(4))."""
    held = _locked(advice)
    missing = [
        who
        for who, agrees in (("its provider", provider), ("the council", authority), ("the family", family))
        if not agrees
    ]
    if missing:
        raise Refused(
            f"Older advice may stand only if all three agree. Not yet: {', '.join(missing)}.", "provider"
        )
    _check(held, whose, paragraphs, on)
    kept = keep_paper(case=held.case, file=paper, on=on, by=by) if paper else None
    _take_in(held, whose, paragraphs, kept, on, by)
    held.state, held.reason = AdviceState.REUSED, ""
    held.provider_agrees = held.authority_agrees = held.family_agrees = True
    held.save(
        update_fields=[*_TAKEN, "state", "reason", "provider_agrees", "authority_agrees", "family_agrees"]
    )
    _tell(held, {"author": whose.author, "is_older": True}, on, by)
    return held


def _check(held: Advice, whose: By, found: answers.Numbered, on: date) -> None:
    if whose.dated_on > on:
        raise Refused("This day is after today. Enter the day that the advice bears.", "dated_on")
    if not found:
        raise Refused("It has no words yet.", "words")
    if is_of_another(held.case, "\n".join(words for _, words, _ in found), on):
        raise Refused(
            f"This names another child and not {held.case.child.first_name}. Check that it is about the right child, "
            f"and name {held.case.child.first_name} in it."
        )


_TAKEN = ("author", "role", "dated_on", "received_on", "paragraphs", "paper")


def _take_in(
    held: Advice, whose: By, found: answers.Numbered, paper: Paper | None, on: date, by: Any
) -> None:
    """One submission more, and the advice as that says it."""
    earlier = list(held.submissions.values_list("paragraphs", flat=True))
    number, found = len(earlier) + 1, answers.with_their_numbers(found, earlier)
    AdviceSubmission.objects.create(
        advice=held, number=number, came_on=on, author=whose.author, role=whose.role, dated_on=whose.dated_on,
        paragraphs=found, paper=paper, recorded_by=by,
    )  # fmt: skip
    held.author, held.role, held.dated_on, held.received_on = whose.author, whose.role, whose.dated_on, on
    held.paragraphs, held.paper = found, paper


def _tell(held: Advice, facts: dict[str, Any], on: date, by: Any) -> None:
    """The case's file says that advice came; the request is open to nobody any more."""
    try:
        with transaction.atomic():
            record_event(
                case=held.case,
                kind="advice-received",
                occurred_on=on,
                facts=facts,
                answers=held.request,
                on=on,
                by=by,
            )
    except Refused:
        log.record(
            "casework.advice.came_late", subject=log.subject_of(held), by=by
        )  # the case has moved on; the words are kept
    end_links(advice=held, on=on, by=by)
    log.record(
        "casework.advice.came",
        subject=log.subject_of(held),
        by=by,
        detail={"paragraphs": len(held.paragraphs)},
    )


@transaction.atomic
def tag_paragraphs(*, advice: Advice, tags: dict[int, str], by: Any) -> Advice:
    """What each paragraph gives: a need, an outcome, provision. The words stay as they came."""
    held = _locked(advice, is_open=False)
    allowed = {tag for tag, _ in answers.TAGS if tag}
    held.paragraphs = [
        [number, words, ([tags[number]] if tags[number] in allowed else []) if number in tags else old]
        for number, words, old in held.paragraphs
    ]
    held.save(update_fields=["paragraphs"])
    log.record("casework.advice.tagged", subject=log.subject_of(held), by=by)
    return held
