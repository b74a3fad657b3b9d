"""Telling adult services early, with consent, and what they answer."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.law.age import age_on
from goldenthread.transitions.models import AdultNotice

FROM = 14
"""The age from which adult services are told (practice)."""


@transaction.atomic
def tell_adult_services(
    *, case: Case, need: str, why: str, agreed_by: str, agreed_on: date, on: date, by: Any
) -> AdultNotice:
    """The young person stands on the early list from now on. Refuses it before 14, without a reason, and without the consent of
    the young person or of whoever decides for them."""
    why, agreed_by = why.strip(), agreed_by.strip()
    if age_on(case.child.born_on, on) < FROM:
        raise Refused(f"Adult services are told from the {FROM}th birthday.")
    if not why:
        raise Refused("Say why adult services may be needed: they read it.", "why")
    if not agreed_by:
        raise Refused(
            "Say who agreed that adult services are told, and how. Without consent nobody stands on the list.",
            "agreed_by",
        )
    if not case.child.born_on <= agreed_on <= on:
        raise Refused("The consent was given on a day until today. Check the date.", "agreed_on")
    Case.objects.select_for_update().get(pk=case.pk)
    if AdultNotice.objects.filter(case=case, withdrawn_on=None).exists():
        raise Refused(
            f"{case.child.first_name} stands on the list already. Take that notice back to write another."
        )
    made = AdultNotice.objects.create(
        case=case, need=need, why=why, agreed_by=agreed_by, agreed_on=agreed_on, noted_on=on, recorded_by=by
    )
    log.record("transitions.early.told", subject=log.subject_of(made), by=by)
    return made


@transaction.atomic
def withdraw_notice(*, notice: AdultNotice, on: date, by: Any) -> AdultNotice:
    """The consent was taken back, or the need is gone: adult services no longer read of the young person."""
    notice = AdultNotice.objects.select_for_update().get(pk=notice.pk)
    if notice.withdrawn_on is None:
        notice.withdrawn_on = on
        notice.save(update_fields=["withdrawn_on"])
        log.record("transitions.early.withdrawn", subject=log.subject_of(notice), by=by)
    return notice


@transaction.atomic
def answer_notice(
    *, notice: AdultNotice, answer: str, answer_words: str, edition: int, on: date, by: Any
) -> AdultNotice:
    """What adult services say comes next. The young person, the family and the worker read it."""
    notice = AdultNotice.objects.select_for_update().get(pk=notice.pk)
    if notice.withdrawn_on:
        raise Refused("This notice was taken back while you wrote. Do not keep what you read of it.")
    if notice.edition != edition:
        raise Refused(
            f"A colleague answered while you wrote: {notice.get_answer_display()}. {notice.answer_words}"
        )
    if not answer_words.strip():
        raise Refused(
            "Say in a sentence what happens next and when: the young person reads it.", "answer_words"
        )
    notice.answer, notice.answer_words, notice.edition = answer, answer_words.strip(), notice.edition + 1
    notice.answered_on, notice.answered_by = on, by
    notice.save(update_fields=["answer", "answer_words", "edition", "answered_on", "answered_by"])
    log.record("transitions.early.answered", subject=log.subject_of(notice), by=by, detail={"answer": answer})
    return notice
