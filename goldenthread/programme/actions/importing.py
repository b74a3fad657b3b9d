"""Bringing plans in: a whole programme from its file, or a council's own plan into one of ours. All or nothing."""

from __future__ import annotations

import zlib
from datetime import date
from typing import Any

from django.db import connection, transaction
from django.utils.text import slugify

from goldenthread.audit import log
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.exchange import shapes
from goldenthread.programme.exchange.load import ImportResult, Loader, Progress, state_of
from goldenthread.programme.exchange.load_partners import load_partners
from goldenthread.programme.models import ActionVersion, Plan, Programme, ProgrammeVersion

LOCK = 5_120_371


@transaction.atomic
def import_programme(
    content: dict[str, Any], *, by: Any, on: date, progress: Progress | None = None
) -> ImportResult:
    """The programme of a checked file (`file.parse`). Twice adds nothing; what differs is named and kept as it is.

    `on` is the day of knowledge for facts whose own day the file does not give.
    """
    given = content["programme"]
    _one_at_a_time(given["slug"])
    values = state_of(Programme, given, shapes.PROGRAMME)
    programme, made = Programme.objects.get_or_create(slug=values.pop("slug"), defaults=values)
    loader = Loader(programme, by=by, on=on, progress=progress)
    loader.result.added += made
    held = {programme.pk: list(programme.versions.order_by("known_from", "pk"))}
    loader.add_versions(ProgrammeVersion, [(programme, given.get("versions", []))], held)
    load_partners(content, loader.result)
    loader.learn_bodies()
    result = loader.load(content)
    detail = {"added": result.added, "revised": result.revised, "differing": len(result.differing)}
    log.record("programme.imported", subject=log.subject_of(programme), by=by, detail=detail)
    return result


def _one_at_a_time(slug: str) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, zlib.crc32(slug.encode()) & 0x7FFFFFFF])


@transaction.atomic
def import_understood(
    understood: Any, *, plan: Plan, by: Any, on: date, progress: Progress | None = None
) -> ImportResult:
    """A council's own plan, as read by `reading`, into one of ours. Known areas and actions are found again by number or words.

    An action that the file gives otherwise than its open version gets a new version, known from `on`.
    """
    _one_at_a_time(plan.programme.slug)
    taken = list(plan.areas.values_list("key", "number"))
    areas = _areas(understood, {key for key, _ in taken}, max((number for _, number in taken), default=0), on)
    actions: dict[str, list[dict[str, Any]]] = {}
    open_versions = _open_versions(plan)
    for action in understood.actions:
        area_key = areas[action.area or ""]["key"]
        key = _key(action)
        version = _state(action) | {"known_from": on.isoformat(), "reason": "Imported from a plan"}
        known = open_versions.get((area_key, key))
        if known is not None:
            version = _revised(known, version)
        actions.setdefault(area_key, []).append(
            {"key": key, "number": action.number or "", "known_on": on.isoformat(), "versions": [version],
             "notes": _notes(action, on)}
        )  # fmt: skip
    content = {
        "plans": [
            {"key": plan.key, "regime": plan.regime, "title": plan.title, "known_on": plan.known_on.isoformat(),
             "areas": [area | {"actions": actions.get(area["key"], [])} for area in areas.values()],
             "measures": _measures(understood, on)}
        ]
    }  # fmt: skip
    loader = Loader(plan.programme, by=by, on=on, progress=progress)
    result = loader.load(content)
    result.differing = [
        line for line in result.differing if not line.startswith(("plans ", "areas ", "actions "))
    ]
    detail = {"added": result.added, "revised": result.revised}
    log.record("programme.plan.imported", subject=log.subject_of(plan), by=by, detail=detail)
    return result


def _areas(understood: Any, taken: set[str], last: int, on: date) -> dict[str, dict[str, Any]]:
    """The file's areas by the reader's key. Actions under no heading go to an area of that name."""
    found = {}
    headings = [(area.key, area.number, area.title) for area in understood.areas]
    if not headings or any(not action.area for action in understood.actions):
        headings.append(("", None, "Actions under no heading"))
    for place, (key, number, title) in enumerate(headings, 1):
        own = slugify(title)[:80] or f"area-{place}"
        last += own not in taken
        numbered = int(number) if str(number or "").isdigit() and int(number) < 1000 else last
        found[key] = {
            "key": own, "number": numbered, "opened_on": on.isoformat(), "known_on": on.isoformat(),
            "versions": [{"known_from": on.isoformat(), "title": title[:300]}],
        }  # fmt: skip
    return found


def _key(action: Any) -> str:
    return str(action.number or slugify(" ".join(action.text.split()))[:100] or "action")[:120]


def _state(action: Any) -> dict[str, Any]:
    state: dict[str, Any] = {
        "text": action.text, "leads": list(action.leads), "accountable": list(action.accountable),
        "agency": (action.agency or "")[:200], "success_criteria": list(action.success_criteria),
        "status_as_written": (action.status_as_written or action.rating_as_written or "")[:300],
    }  # fmt: skip
    for name, value in (("start", action.start), ("due", action.due)):
        if isinstance(value, PartialDate):
            state[name] = value.isoformat()
    return {name: value for name, value in state.items() if value}


def _open_versions(plan: Plan) -> dict[tuple[str, str], Any]:
    held = ActionVersion.objects.filter(record__area__plan=plan, known_until=None).select_related(
        "record__area"
    )
    return {(version.record.area.key, version.record.key): version for version in held}


def _revised(known: Any, given: dict[str, Any]) -> dict[str, Any]:
    """What the file says over what is known: ratings and whatever else the file does not give stay. Equal: the same version."""
    state = {
        name: value.isoformat() if isinstance(value, PartialDate) else value
        for name, value in known.state().items()
    }
    merged = state | {name: value for name, value in given.items() if name in state}
    if merged == state:
        return {**state, "known_from": known.known_from.isoformat(), "reason": known.reason}
    return {**merged, "known_from": given["known_from"], "reason": given["reason"]}


def _notes(action: Any, on: date) -> list[dict[str, Any]]:
    return [
        {
            "text": note.text,
            "label": (note.label or "")[:200],
            "known_on": (note.date.last if note.date else on).isoformat(),
        }
        | ({"noted_on": note.date.isoformat()} if note.date else {})
        for note in action.progress
    ]


def _measures(understood: Any, on: date) -> list[dict[str, Any]]:
    found = []
    for measure in understood.measures:
        points = [point for point in measure.points if point.period]
        found.append(
            {"key": slugify(measure.name)[:200], "name": measure.name[:300], "better": measure.better or "",
             "baseline": _value(measure.baseline), "target": _value(measure.target), "known_on": on.isoformat(),
             "readings": [{"period": point.period.isoformat(), "milestone": _value(point.target),
                           "actual": _value(point.actual), "known_on": on.isoformat()} for point in points]}
        )  # fmt: skip
    return found


def _value(value: Any) -> dict[str, Any] | None:
    if value is None:
        return None
    return {
        "as_written": value.as_written, "number": None if value.number is None else str(value.number),
        "op": value.op, "unit": value.unit, "note": value.note, "base": value.base,
    }  # fmt: skip
