"""On the thread from the programme: findings, areas, asks, actions, priorities, decisions and what lasts."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from typing import Any

from django.db.models import Prefetch, Q
from django.urls import reverse

from goldenthread.evidence.kinds.shape import Kind, Reader, Seen, Stage
from goldenthread.evidence.models import Answer, Verdict
from goldenthread.programme.choices import EffectKind, Regime, ReviewPointKind, Sustained
from goldenthread.programme.models import (
    Action,
    ActionVersion,
    Area,
    AreaVersion,
    Decision,
    Effect,
    Finding,
    Priority,
    ReviewPoint,
    SustainedCheck,
)
from goldenthread.programme.queries.actions import actions_as_known, closed_on
from goldenthread.programme.queries.areas import areas_as_known, programme_as_known
from goldenthread.programme.queries.story import public_action


def area_page(area: Area | None, reader: Reader, anchor: str = "") -> str:
    """Where an area is read; nothing where it is not for this reader."""
    if area is None or (reader.is_public and not area.plan.is_public):
        return ""
    return reverse("programme:area" if reader.is_public else "programme_staff:area", args=[area.pk]) + anchor


def _findings(reader: Reader) -> Any:
    inspected = Q(inspection__received_on__lte=reader.day) | Q(
        inspection__published_on__startswith__lte=reader.day
    )
    undated = Q(inspection__received_on=None, inspection__published_on=None)
    rows = Finding.objects.filter(inspected | undated).select_related("inspection")
    public = Q(pk__in=Area.objects.filter(plan__is_public=True).values("answers"))
    rows = reader.within(rows, scope="inspection__programme__slug", public=public)
    areas = Area.objects.select_related("plan").filter(known_on__lte=reader.day).order_by("plan", "number")
    return rows.prefetch_related(Prefetch("areas", areas)).order_by("inspection", "number")


def _see_findings(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        page = next((page for area in one.areas.all() if (page := area_page(area, reader))), "")
        when = one.inspection.published_on or one.inspection.received_on
        yield Seen(
            "finding",
            one.pk,
            str(one.pk),
            f"“{one.words}”",
            "done",
            "Found by inspectors",
            when,
            page=page,
            row=one,
        )


def _areas(reader: Reader) -> Any:
    known = AreaVersion.objects.as_known_on(reader.day).values("record")
    rows = Area.objects.filter(known_on__lte=reader.day, pk__in=known).select_related("plan")
    rows = reader.within(rows, scope="plan__programme__slug", public=Q(plan__is_public=True))
    return rows.order_by("plan", "number")


def _see_areas(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for now in areas_as_known(Area.objects.filter(pk__in=[one.pk for one in rows]), reader.day):
        by = now.closed_by
        yield Seen(
            "area", now.area.pk, str(now.area.pk), f"Area {now.number}: {now.title}", "due" if now.is_open else "closed",
            "Open" if now.is_open else f"Closed by {by.body}", by.decided_on if by else now.area.opened_on,
            now.version.plain, area_page(now.area, reader), now.area,
        )  # fmt: skip


def _asks(reader: Reader) -> Any:
    rows = ReviewPoint.objects.filter(kind=ReviewPointKind.ASK, review__known_on__lte=reader.day)
    rows = reader.within(rows, scope="review__programme__slug", public=Q(area__plan__is_public=True))
    held = Answer.objects.filter(answered_on__lte=reader.day).select_related("evidence__confirmed_by")
    rows = rows.select_related("review", "area__plan").prefetch_related(Prefetch("answers", held, "answered"))
    return rows.order_by("-review__held_on", "pk")


def _see_asks(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        cited = [answer.evidence for answer in one.answered]
        is_answered = any(
            held.is_confirmed_on(reader.day) and not held.is_gone_on(reader.day) for held in cited
        )
        state, words = ("done", "Answered") if is_answered else ("due", "No confirmed evidence yet")
        if reader.is_public:
            state, words, page = "done", "Asked by reviewers", area_page(one.area, reader)
        elif one.area is not None:
            page = reverse("evidence:closing", args=[one.area_id])
        else:
            page = reverse("programme_staff:review", args=[one.review_id])
        yield Seen(
            "ask", one.pk, str(one.pk), one.text, state, words, one.review.held_on,
            "" if one.area_id else "Asked of all areas.", page, one,
        )  # fmt: skip


def _actions(reader: Reader) -> Any:
    held = ActionVersion.objects.as_known_on(reader.day).filter(is_withdrawn=False).values("record")
    rows = Action.objects.filter(pk__in=held).select_related("area__plan")
    rows = reader.within(rows, scope="area__plan__programme__slug", public=Q(area__plan__is_public=True))
    return rows.order_by("area__plan", "area__number", "number", "pk")


def _see_actions(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    held = actions_as_known(reader.day, pk__in=[one.pk for one in rows]).annotate(
        is_shut=closed_on(reader.day)
    )
    versions = list(held)
    programmes = {one.record.area.plan.programme for one in versions}
    keys = {one.pk: programme_as_known(one, reader.day).rating_key for one in programmes}
    for one in versions:
        action = one.record
        told = public_action(one, keys[action.area.plan.programme_id], reader.day)
        state, words = ("closed", "Closed by others") if one.is_shut else (told.state, told.word)
        page = area_page(action.area, reader)
        if not reader.is_public:
            page = reverse("programme_staff:action", args=[action.pk])
        title = f"Action {action.number}: {one.text}" if action.number else one.text
        yield Seen("action", action.pk, str(action.pk), title, state, words, one.due, page=page, row=action)


def _priorities(reader: Reader) -> Any:
    rows = Priority.objects.filter(plan__known_on__lte=reader.day).select_related("plan")
    rows = reader.within(rows, scope="plan__programme__slug", public=Q(plan__is_public=True))
    agreed = Verdict.objects.filter(review__agreed_on__lte=reader.day).order_by("-review__agreed_on")
    return rows.prefetch_related(Prefetch("verdicts", agreed, "judged")).order_by("plan", "number")


def _see_priorities(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    said = {"keep": "Kept at the last review", "change": "Changed at the last review", "drop": "Dropped"}
    for one in rows:
        last = one.judged[0] if one.judged else None
        state = "closed" if last and last.choice == "drop" else "done"
        words = said[last.choice] if last else "In the strategy"
        if reader.is_public:
            page = reverse("programme:strategy")
        else:
            name = "evidence:strategy" if one.plan.regime == Regime.STRATEGY else "programme_staff:plan"
            page = reverse(name, args=[one.plan_id])
        title = f"Priority {one.number}: {last.new_words if last and last.new_words else one.title}"
        yield Seen(
            "priority", one.pk, str(one.pk), title, state, words, one.plan.known_on, page=page, row=one
        )


def _decisions(reader: Reader) -> Any:
    told = Effect.objects.filter(Q(area__plan__is_public=True) | Q(action__area__plan__is_public=True))
    rows = Decision.objects.as_known_on(reader.day).select_related("body", "programme")
    rows = reader.within(rows, scope="programme__slug", public=Q(pk__in=told.values("decision")))
    return rows.prefetch_related("effects").order_by("-decided_on", "-pk")


def _see_decisions(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        closes = any(effect.effect == EffectKind.CLOSES for effect in one.effects.all())
        reopens = any(effect.effect == EffectKind.REOPENS for effect in one.effects.all())
        state, words = (
            ("closed", "Closed") if closes else ("due", "Opened again") if reopens else ("done", "Decided")
        )
        page = reverse("programme:timeline", query={"programme": one.programme.slug})
        if not reader.is_public:
            page = reverse("programme_staff:decisions", args=[one.programme.slug])
        yield Seen(
            "decision", one.pk, str(one.pk), f"Decision of {one.body}", state, words, one.decided_on, one.words, page, one,
        )  # fmt: skip


def _checks(reader: Reader) -> Any:
    rows = SustainedCheck.objects.as_known_on(reader.day).select_related("area__plan")
    rows = reader.within(rows, scope="area__plan__programme__slug", public=Q(area__plan__is_public=True))
    return rows.order_by("checked_on", "pk")


def _see_checks(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    states = {Sustained.YES: "done", Sustained.PARTLY: "due", Sustained.NO: "late"}
    for one in rows:
        anchor = "" if reader.is_public else "#sustained"
        yield Seen(
            "check", one.pk, str(one.pk), "Is it still so?", states[Sustained(one.answer)], one.get_answer_display(),
            one.checked_on, one.words, area_page(one.area, reader, anchor), one,
        )  # fmt: skip


KINDS = (
    Kind("finding", "finding", "findings", Stage.WHY, _see_findings, _findings),
    Kind("priority", "priority", "priorities", Stage.WHY, _see_priorities, _priorities),
    Kind("area", "area", "areas", Stage.CHANGE, _see_areas, _areas),
    Kind("ask", "thing that reviewers asked", "things that reviewers asked", Stage.CHANGE, _see_asks, _asks),
    Kind("action", "action", "actions", Stage.DO, _see_actions, _actions),
    Kind("decision", "decision", "decisions", Stage.CAME, _see_decisions, _decisions),
    Kind("check", "later check", "later checks", Stage.CAME, _see_checks, _checks),
)
