"""Organisations and bodies of a programme file: the area's, not one programme's; those known by name are left."""

from __future__ import annotations

from typing import Any

from goldenthread.partners.models import Body, BodyName, Meeting, Organisation, Succession
from goldenthread.programme.exchange import shapes
from goldenthread.programme.exchange.load import ImportResult, state_of
from goldenthread.programme.exchange.read import BadProgrammeFile


def load_partners(content: dict[str, Any], result: ImportResult) -> None:
    """Add what is not there yet. Call it inside a transaction, before the programme's own records."""
    for name, model, fields in shapes.PARTNERS:
        for one in content.get(name, []):
            values = state_of(model, one, fields)
            _count(result, model.objects.get_or_create(name=values.pop("name"), defaults=values)[1])
    organisations = {one.name: one for one in Organisation.objects.all()}
    for one in content.get("successions", []):
        before, after = (
            _named(organisations, one[end], "organisations") for end in ("predecessor", "successor")
        )
        values = state_of(Succession, one, ("on", "note", *shapes.SOURCED))
        made = Succession.objects.get_or_create(predecessor=before, successor=after, defaults=values)[1]
        _count(result, made)
    _bodies(content.get("bodies", []), result)


def _bodies(given: list[dict[str, Any]], result: ImportResult) -> None:
    bodies = {one.name: one for one in Body.objects.all()}
    for one in given:
        body = bodies[one["name"]]
        for above in one.get("reports_to", []):
            body.reports_to.add(_named(bodies, above, "bodies"))
        for earlier in one.get("earlier_names", []):
            values = state_of(BodyName, earlier, ("name", "from_on", "until_on", *shapes.SOURCED))
            made = BodyName.objects.get_or_create(body=body, name=values.pop("name"), defaults=values)[1]
            _count(result, made)
        for met in one.get("meetings", []):
            values = state_of(Meeting, met, ("held_on", "title", *shapes.SOURCED))
            key = {"held_on": values.pop("held_on"), "title": values.pop("title", "")}
            _count(result, Meeting.objects.get_or_create(body=body, **key, defaults=values)[1])


def _named(known: dict[str, Any], name: str, where: str) -> Any:
    if name not in known:
        raise BadProgrammeFile([f"“{name}” is named, and it is not among the file's {where}."])
    return known[name]


def _count(result: ImportResult, made: bool) -> None:
    result.added += made
    result.unchanged += not made
