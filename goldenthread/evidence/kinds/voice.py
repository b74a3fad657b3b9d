"""On the thread from participation: what was asked, how people took part, what they said, and under which headings."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.urls import reverse

from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.kinds.shape import Kind, Reader, Seen, Stage
from goldenthread.participation.choices import Outcome, Worked
from goldenthread.participation.models import Activity, Said, Survey, Theme

_OUTCOMES = {Outcome.DID: "done", Outcome.WILL: "due", Outcome.COULD_NOT: "closed"}


def _surveys(reader: Reader) -> Any:
    rows = Survey.objects.filter(opens_on__lte=reader.day)
    rows = rows if reader.may(Permission.RUN_SURVEYS) else rows.filter(is_shown=True)
    return rows.order_by("-opens_on", "pk")


def _see_surveys(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        is_over = one.has_closed_by(reader.day)
        name = "participation:survey" if one.is_shown else "voice:survey"
        yield Seen(
            "survey", one.pk, one.slug, one.title, "done" if is_over else "due", "Over" if is_over else "Open for answers",
            one.opens_on, one.came_of_it, reverse(name, args=[one.slug]), one,
        )  # fmt: skip


def _themes(reader: Reader) -> Any:
    """Headings are for those who sort: how many answers stand under one may tell who somebody is."""
    rows = Theme.objects.select_related("question__survey").order_by("question", "name")
    return (
        rows.filter(question__survey__in=_surveys(reader).values("pk"))
        if reader.may(Permission.SORT_WORDS)
        else rows.none()
    )


def _see_themes(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        page = reverse("voice:sort", args=[one.question.survey.slug, one.question.number])
        yield Seen(
            "theme",
            one.pk,
            str(one.pk),
            one.name,
            "done",
            "Heading of answers",
            text=one.question.words,
            page=page,
            row=one,
        )


def _activities(reader: Reader) -> Any:
    rows = Activity.objects.filter(held_on__startswith__lte=reader.day)
    return rows.order_by("-held_on", "pk")


def _see_activities(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        page = reverse("participation:activity", args=[one.public_id])
        yield Seen(
            "activity", one.pk, str(one.public_id), one.title, "done", one.get_level_display(), one.held_on,
            one.influence, page, one,
        )  # fmt: skip


def _said(reader: Reader) -> Any:
    rows = Said.objects.filter(heard_on__startswith__lte=reader.day)
    return rows.order_by("-heard_on", "pk")


def _see_said(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        state, words, text = "not_yet", "Waits for an answer", f"Heard from {one.heard_from}."
        if one.answered_on and one.answered_on <= reader.day:
            outcome = Outcome(one.outcome)
            state, words = _OUTCOMES[outcome], outcome.label
            text = " ".join(part for part in (text, one.answer, one.because) if part)
        if one.asked_again_on and one.asked_again_on.first <= reader.day:
            text = f"{text} Asked again on {one.asked_again_on}: {Worked(one.worked).label}. {one.worked_words}".strip()
        page = reverse("participation:one_said", args=[one.public_id])
        yield Seen(
            "said", one.pk, str(one.public_id), f"“{one.said}”", state, words, one.heard_on, text, page, one
        )


KINDS = (
    Kind("survey", "consultation", "consultations", Stage.WHY, _see_surveys, _surveys, gate_field="slug"),
    Kind("theme", "heading of answers", "headings of answers", Stage.WHY, _see_themes, _themes),
    Kind("activity", "time people took part", "times people took part", Stage.WHY, _see_activities, _activities,
         gate_field="public_id"),
    Kind("said", "thing people said", "things people said", Stage.WHY, _see_said, _said, gate_field="public_id"),
)  # fmt: skip
