"""One action told as a thread: what it answers, what it promised, what came of it."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.kit.clock import days_words
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.provenance import Source
from goldenthread.kit.thread import Knot
from goldenthread.programme import rating_key
from goldenthread.programme.choices import EffectKind
from goldenthread.programme.models import Action, ActionVersion, Dependency, Effect, Evidence, Milestone
from goldenthread.programme.queries.actions import actions_as_known, days_late
from goldenthread.programme.queries.areas import AreaNow
from goldenthread.programme.queries.sources import sources_of


def action_thread(version: ActionVersion, area: AreaNow | None, key: rating_key.Key, day: date) -> list[Knot]:
    """Finding, area, action; then milestones, notes, evidence and decisions in the order of their days."""
    action = version.record
    knots = []
    for finding in action.area.answers.all():
        text = f"“{finding.words}”"
        knots.append(
            Knot(
                "What inspectors found", "done", action.area.opened_on, text=text, source=sources_of(finding)
            )
        )
    if area:
        knots.append(Knot(f"Area {area.number}: {area.title}", "done" if area.is_open else "closed",
                          state_words="Open" if area.is_open else "Closed"))  # fmt: skip
    knots.append(_promise(version, key, day))
    dated = [
        *((_when(one), _milestone(one, day)) for one in action.milestones.as_known_on(day)),
        *((_noted(one), _note(one)) for one in action.notes.as_known_on(day).select_related("recorded_by")),
        *((one.dated_on, _evidence(one, day)) for one in action.evidence.as_known_on(day)),
        *((one.decision.decided_on, _decision(one)) for one in _effects(version, day)),
    ]
    return knots + [knot for _, knot in sorted(dated, key=lambda row: row[0])]


def _promise(version: ActionVersion, key: rating_key.Key, day: date) -> Knot:
    is_closed = getattr(version, "is_closed", False)
    late = 0 if is_closed else days_late(version, key, day)
    finished = version.delivery in rating_key.finished_codes(key)
    state = "done" if finished else "late" if late else "due" if version.delivery else "not_yet"
    words = "" if late and not finished else rating_key.word(key, "delivery", version.delivery)
    span = days_words(version.due, day) if version.due and not finished and not is_closed else ""
    title = f"{version.record} was promised" if version.record.number else "It was promised"
    return Knot(
        title, state, version.due, span, version.text, source=sources_of(version.record), state_words=words
    )


def _when(milestone: Milestone) -> PartialDate:
    return milestone.reached_on or milestone.due or PartialDate.of(milestone.known_on)


def _milestone(one: Milestone, day: date) -> Knot:
    if one.reached_on and one.reached_known_on and one.reached_known_on <= day:
        return Knot(f"Milestone: {one.title}", "done", one.reached_on, state_words="Reached")
    if one.due and one.due.last < day:
        return Knot(f"Milestone: {one.title}", "late", one.due, days_words(one.due, day))
    return Knot(f"Milestone: {one.title}", "not_yet", one.due)


def _noted(note: Any) -> PartialDate:
    return note.noted_on or PartialDate.of(note.known_on)


def _note(note: Any) -> Knot:
    title = note.label or (f"Update by {note.recorded_by}" if note.recorded_by else "Update")
    return Knot(title, "done", _noted(note), text=note.text, state_words="Noted", source=sources_of(note))


def _evidence(one: Evidence, day: date) -> Knot:
    confirmed = one.confirmed_on is not None and one.confirmed_on <= day
    words = "Confirmed by a second person" if confirmed else "Waiting for a second person"
    href = one.address if one.address.startswith(("https://", "http://")) else ""
    return Knot(f"Evidence: {one.title}", "done" if confirmed else "due", one.dated_on, state_words=words,
                source=Source(one.address, href))  # fmt: skip


def _effects(version: ActionVersion, day: date) -> Any:
    of_action = Effect.objects.filter(decision__known_on__lte=day, action=version.record_id)
    of_area = Effect.objects.filter(decision__known_on__lte=day, area=version.record.area_id)
    return (of_action | of_area).select_related("decision__body", "area")


def _decision(effect: Effect) -> Knot:
    closes = effect.effect == EffectKind.CLOSES
    what = "Its area was" if effect.area_id else "It was"
    title = f"{what} {'closed' if closes else 'opened again'} by {effect.decision.body}"
    return Knot(title, "closed" if closes else "due", effect.decision.decided_on, text=effect.decision.words,
                state_words="Closed" if closes else "Opened again", source=sources_of(effect.decision))  # fmt: skip


def waiting(
    action: Action, version: ActionVersion, day: date
) -> tuple[list[tuple[Dependency, Any]], list[Action]]:
    """What an action waited for on a day, each with its version then, and the actions that waited for it.

    A link is marked (`is_too_late`) when what is waited for is due after the action itself.
    """
    links = list(action.waits_for.as_known_on(day).select_related("needs"))
    held = actions_as_known(day, pk__in=[link.needs_id for link in links])
    versions = {one.record_id: one for one in held}
    for link in links:
        needed = versions.get(link.needs_id)
        dated = needed is not None and needed.due is not None and version.due is not None
        link.is_too_late = bool(dated and needed.due.last > version.due.last)  # type: ignore[union-attr]
    others = action.waited_for_by.as_known_on(day).select_related("action")
    return [(link, versions.get(link.needs_id)) for link in links], [link.action for link in others]
