"""Writing a programme as a file: everything that the records hold, people's names left out."""

from __future__ import annotations

from collections import defaultdict
from datetime import date
from typing import Any

from goldenthread.kit.dates import PartialDate
from goldenthread.partners.models import Body, BodyName, Meeting, Organisation, Succession
from goldenthread.programme.exchange import shapes
from goldenthread.programme.exchange.names import Names
from goldenthread.programme.models import Programme

Content = dict[str, Any]


def as_file(programme: Programme) -> Content:
    """The programme's content. The number of queries does not depend on its size; the same records give the same file."""
    rows = {name: _rows(shapes.KINDS[name], programme) for name in shapes.ORDER}
    names = Names(rows)
    below: dict[tuple[str, int], list[Content]] = defaultdict(list)
    for name in sorted(shapes.ORDER, key=_depth, reverse=True):
        kind = shapes.KINDS[name]
        versions, many = _versions(kind, programme), _many(kind, programme, names)
        for row in rows[name]:
            content = _plain(row, kind.fields) | _links(kind, row, names) | many[row.pk]
            if kind.versions:
                content["versions"] = versions[row.pk]
            content |= {child: below[child, row.pk] for child in kind.children if below[child, row.pk]}
            below[name, getattr(row, f"{kind.parent}_id")].append(content)
    own = _plain(programme, shapes.PROGRAMME)
    own["versions"] = [_version(version) for version in programme.versions.order_by("known_from", "pk")]
    file: Content = {"format": shapes.FORMAT, "programme": own, **_partners()}
    return file | {name: below[name, programme.pk] for name in shapes.TOP if below[name, programme.pk]}


def _depth(name: str) -> int:
    return shapes.KINDS[name].scope.count("__")


def _rows(kind: shapes.Kind, programme: Programme) -> list[Any]:
    return list(kind.model.objects.filter(**{kind.scope: programme}).order_by("pk"))


def _links(kind: shapes.Kind, row: Any, names: Names) -> Content:
    return {
        ref: names.of(to, getattr(row, f"{ref}_id")) for ref, to in kind.refs if getattr(row, f"{ref}_id")
    }


def _many(kind: shapes.Kind, programme: Programme, names: Names) -> dict[int, Content]:
    found: dict[int, Content] = defaultdict(dict)
    for attribute, to in kind.many:
        held = kind.model.objects.filter(**{kind.scope: programme, f"{attribute}__isnull": False})
        for row, linked in held.values_list("pk", attribute):
            found[row].setdefault(attribute, []).append(names.of(to, linked))
    for content in found.values():
        for linked_names in content.values():
            linked_names.sort()
    return found


def _versions(kind: shapes.Kind, programme: Programme) -> dict[int, list[Content]]:
    found: dict[int, list[Content]] = defaultdict(list)
    if kind.versions:
        held = kind.versions.objects.filter(**{f"record__{kind.scope}": programme})
        for version in held.order_by("record_id", "known_from", "pk"):
            found[version.record_id].append(_version(version))
    return found


def _version(version: Any) -> Content:
    return _plain(version, shapes.version_fields(type(version)))


def _plain(row: Any, fields: tuple[str, ...]) -> Content:
    """A row's fields as JSON, those left out that have the value they would have anyway."""
    content = {}
    for name in fields:
        value, column = getattr(row, name), shapes.field_of(type(row), name)
        if value != column.get_default() or not (column.blank or column.null or column.has_default()):
            content[name] = value.isoformat() if isinstance(value, date | PartialDate) else value
    return content


def _partners() -> Content:
    organisations = [_plain(one, shapes.ORGANISATION) for one in Organisation.objects.order_by("name")]
    successions = [
        {"predecessor": one.predecessor.name, "successor": one.successor.name}
        | _plain(one, ("on", "note", *shapes.SOURCED))
        for one in Succession.objects.select_related("predecessor", "successor").order_by("on", "pk")
    ]
    content = {"organisations": organisations, "successions": successions, "bodies": _bodies()}
    return {name: value for name, value in content.items() if value}


def _bodies() -> list[Content]:
    names, meetings = defaultdict(list), defaultdict(list)
    for one in BodyName.objects.order_by("pk"):
        names[one.body_id].append(_plain(one, ("name", "from_on", "until_on", *shapes.SOURCED)))
    for met in Meeting.objects.order_by("held_on", "pk"):
        meetings[met.body_id].append(_plain(met, ("held_on", "title", *shapes.SOURCED)))
    found = []
    for body in Body.objects.order_by("name").prefetch_related("reports_to"):
        above = sorted(one.name for one in body.reports_to.all())
        extra = {"reports_to": above, "earlier_names": names[body.pk], "meetings": meetings[body.pk]}
        found.append(_plain(body, shapes.BODY) | {name: value for name, value in extra.items() if value})
    return found
