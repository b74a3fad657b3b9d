"""L1: no place in a draft; a place or a type in a final plan."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import NAMED_PLACE, SURREY_CHECK, act, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.lines import Placement


def find(sheet: Sheet) -> Iterator[Found]:
    """A place or type where none may stand yet, and none where one must."""
    for kind, section in sheet.holding("placement"):
        places = [line for line in section.lines if isinstance(line, Placement)]
        if sheet.plan.stage in kind.blank_in:
            for line in places:
                if line.name or line.kind or line.text or line.urn:
                    shown = line.name or line.kind or line.text or line.urn
                    yield on_line(
                        kind.key,
                        line,
                        f"“{shown}” stands in section {kind.key}, which must be blank in a draft or a notice of changes.",
                        field="name",
                    )
        elif not any(line.kind.strip() for line in places):
            named = next((line for line in places if line.name.strip()), None)
            if named:
                yield on_line(kind.key, named, f"“{named.name}” is named without its type.", field="kind")
            else:
                yield Found(f"Section {kind.key} names neither a place nor a type.", kind.key)


CHECK = Check(
    id="L1",
    title="The place: blank in a draft, named in a final plan",
    severity=Severity.BLOCK,
    says="The placement is not as it must be.",
    why="A draft that names a place decides before the family is heard. A final plan without a place or type cannot be "
    "carried out, or appealed.",
    mend="Leave it blank until the family’s 15 days are over; then name the place and its type, or the type.",
    sources=(act("38(5)"), regulation("12(1)(i)"), SURREY_CHECK, NAMED_PLACE),
    find=find,
)
