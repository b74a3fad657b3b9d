"""What changed between two days, field by field."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.kit.history import Version
from goldenthread.programme.models import (
    ActionVersion,
    AreaVersion,
    Decision,
    Evidence,
    Plan,
    Programme,
    ProgressNote,
    Review,
    RiskVersion,
    RouteStep,
    SustainedCheck,
    TimelineEvent,
)


@dataclass(frozen=True)
class Change:
    """One field of one thing that was other on the later day than on the earlier; or one new fact."""

    kind: str
    thing: str
    field: str
    before: Any
    after: Any
    on: date
    reason: str = ""
    record: Any = None
    by: Any = None


_VERSIONED: tuple[tuple[str, type[Version], str], ...] = (
    ("Area", AreaVersion, "record__plan"),
    ("Action", ActionVersion, "record__area__plan"),
)
_FACTS: tuple[tuple[str, Any, str, str], ...] = (
    ("Decision", Decision, "programme", "words"),
    ("Review", Review, "programme", "overall"),
    ("Step to approval", RouteStep, "plan__programme", "words"),
    ("Progress note", ProgressNote, "action__area__plan__programme", "text"),
    ("Evidence", Evidence, "area__plan__programme", "address"),
    ("Sustained check", SustainedCheck, "area__plan__programme", "words"),
    ("Event", TimelineEvent, "programme", "what"),
)
_PUBLIC_FACTS = {"Decision", "Review", "Step to approval", "Event", "Sustained check"}
_PUBLIC_FIELDS = {"text", "due", "start", "delivery", "title", "plain", "difference", "is_withdrawn"}


def changes_between(
    programme: Programme, earlier: date, later: date, *, public: bool = False, most: int = 500
) -> list[Change]:
    """What the area knew at the end of `later` and not at the end of `earlier`, newest first.

    The same number of queries however much changed; at most `most` rows of each kind are read.
    """
    found: list[Change] = []
    for kind, model, plan_path in _VERSIONED:
        rows = model.objects.filter(**{f"{plan_path}__programme": programme})
        if public:
            rows = rows.filter(**{f"{plan_path}__in": Plan.objects.open_to_public()})
        found += _changed_versions(kind, rows, earlier, later, public=public, most=most)
    if not public:
        risks = RiskVersion.objects.filter(record__programme=programme)
        found += _changed_versions("Risk", risks, earlier, later, public=False, most=most)
    for kind, model, path, words in _FACTS:
        if not public or kind in _PUBLIC_FACTS:
            found += _new_facts(kind, model.objects.filter(**{path: programme}), words, earlier, later, most)
    return sorted(found, key=lambda change: (change.on, change.kind), reverse=True)


def _changed_versions(
    kind: str, rows: Any, earlier: date, later: date, *, public: bool, most: int
) -> list[Change]:
    begun = rows.filter(known_from__gt=earlier, known_from__lte=later).as_known_on(later)
    after = list(begun.select_related("record", "recorded_by").order_by("-known_from", "-pk")[:most])
    owners = [version.record_id for version in after]
    before = {version.record_id: version for version in rows.filter(record__in=owners).as_known_on(earlier)}
    found: list[Change] = []
    for version in after:
        found += _field_changes(kind, before.get(version.record_id), version, public=public)
    return found


def _field_changes(kind: str, before: Any, after: Any, *, public: bool) -> list[Change]:
    thing = str(after)
    if before is None:
        return [
            Change(
                kind,
                thing,
                "added",
                None,
                thing,
                after.known_from,
                after.reason,
                after.record,
                after.recorded_by,
            )
        ]
    old, new = before.state(), after.state()
    return [
        Change(
            kind,
            thing,
            _field_words(name),
            old[name],
            new[name],
            after.known_from,
            after.reason,
            after.record,
            after.recorded_by,
        )
        for name in new
        if old[name] != new[name] and (not public or name in _PUBLIC_FIELDS)
    ]


def _field_words(name: str) -> str:
    return {"due": "due date", "plain": "plain words", "rung": "escalated to"}.get(
        name, name.replace("_", " ")
    )


def _new_facts(kind: str, rows: Any, words: str, earlier: date, later: date, most: int) -> list[Change]:
    named = [
        name for name in ("recorded_by", "body") if name in {field.name for field in rows.model._meta.fields}
    ]
    new = (
        rows.filter(known_on__gt=earlier, known_on__lte=later)
        .select_related(*named)
        .order_by("-known_on", "-pk")
    )
    return [
        Change(
            kind,
            str(fact),
            "added",
            None,
            getattr(fact, words),
            fact.known_on,
            record=fact,
            by=fact.recorded_by,
        )
        for fact in new[:most]
    ]
