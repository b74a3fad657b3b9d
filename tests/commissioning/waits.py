"""Services, months and files of waits for tests."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from typing import Any

from goldenthread.commissioning.actions.lines import open_line
from goldenthread.commissioning.actions.uploading import hold as hold_file
from goldenthread.commissioning.actions.uploading import record_months
from goldenthread.commissioning.models import ServiceLine, WaitMonthVersion, WaitsUpload
from goldenthread.commissioning.waits.disclosure import Month
from goldenthread.commissioning.waits.file import headings
from goldenthread.commissioning.waits.row import Sent
from goldenthread.commissioning.waits.series import SERIES
from goldenthread.kit.dates import PartialDate
from goldenthread.partners.models import Organisation
from tests.readers import person

TODAY = date(2026, 11, 20)
COUNTS = (20, 30, 40, 50, 20, 10, 5)


def trust(name: str = "Example Trust") -> Organisation:
    return Organisation.objects.get_or_create(name=name)[0]


def make_line(
    name: str = "Speech therapy", *, series: str = "community", provider: Organisation | None = None,
    offer: str = "A drop-in each month.", **words: Any,
) -> ServiceLine:  # fmt: skip
    given = {
        "name": name,
        "does": "Helps.",
        "offer": offer,
        "call_whom": "the team",
        "call_number": "01632 960001",
        **words,
    }
    return open_line(
        slug=name.lower().replace(" ", "-"),
        provider=provider or trust(),
        series=series,
        words=given,
        on=TODAY,
        by=None,
    )


def lead(organisation: Organisation | None = None) -> Any:
    """A service lead who works for a trust."""
    user = person("service-lead")
    user.memberships.create(organisation=organisation or trust(), starts_on=date(2020, 1, 1))
    return user


def sent(line: ServiceLine, month: str, waiting: Sequence[int], **more: Any) -> Sent:
    when = PartialDate.parse(month)
    note = more.pop("note", "")
    return Sent(2, line.slug, when, when.last, Month(line.series, tuple(waiting), **more), note)


def record(
    line: ServiceLine, month: str, waiting: Sequence[int], *, on: date = TODAY, **more: Any
) -> WaitMonthVersion:
    return record_months(rows=[(line, sent(line, month, waiting, **more))], on=on, by=None)[0]


def row(line: ServiceLine, month: str, waiting: Sequence[Any] = COUNTS, **cells: Any) -> dict[str, Any]:
    """A row as a file has it; further cells by a short name or by their heading."""
    names = headings(SERIES[line.series])
    bands = names[3 : 3 + len(waiting)]
    made = {"Service": line.name, "Month": month, **dict(zip(bands, waiting, strict=True))}
    numbers = [one for one in waiting if isinstance(one, int)]
    made["Total waiting"] = cells.pop("total", sum(numbers))
    return made | {name.replace("_", " ").capitalize(): value for name, value in cells.items()}


def group(
    line: ServiceLine, month: str, name: str, waiting: int, over: int, by: str = "Home language"
) -> dict[str, Any]:
    """A row about one group of a month."""
    return {"Service": line.name, "Month": month, "Split by": by, "Group": name, "Total waiting": waiting,
            "Waiting over 18 weeks": over}  # fmt: skip


def file_of(rows: Sequence[dict[str, Any]], extra: Sequence[str] = ()) -> bytes:
    """A CSV file with every heading of the community count."""
    names = [*headings(SERIES["community"]), *extra]
    lines = [",".join(names), *(",".join(f'"{one.get(name, "")}"' for name in names) for one in rows)]
    return "\n".join(lines).encode()


def hold(user: Any, line: ServiceLine, month: str, *, on: date = TODAY, **cells: Any) -> WaitsUpload:
    return hold_file(name="waits.csv", data=file_of([row(line, month, **cells)]), on=on, by=user)
