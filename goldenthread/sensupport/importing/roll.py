"""A school's list of everybody on its roll: attendance, suspensions, social workers and part-time timetables since September."""

from __future__ import annotations

from dataclasses import dataclass, field
from datetime import date
from decimal import ROUND_DOWN, Decimal, InvalidOperation

from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.sensupport.importing.shape import WHO, Headings, Line, Seen, Trouble, birthday, lines

HEADINGS: Headings = {
    **WHO,
    "attendance": ("attendance", "percentage attendance", "attendance percentage", "attendance rate"),
    "possible": ("possible sessions", "sessions possible", "possible"),
    "attended": ("attended sessions", "sessions attended", "attended", "present"),
    "suspended": ("suspension days", "days suspended", "days of suspension", "suspended days"),
    "social_worker": ("social worker", "has social worker", "cwsw"),
    "part_time": ("part time timetable", "part time", "reduced timetable"),
}
NEEDED = ("given_names", "family_name", "born_on", "suspended", "social_worker")
YES, NO = {"yes", "y", "1", "true", "x"}, {"", "no", "n", "0", "false"}
LONGEST = Decimal(190)
"""School days in a year: no pupil can be suspended for more."""
HUNDREDTH, HALF = Decimal("0.01"), Decimal("0.5")


@dataclass
class OnRoll:
    """One row, as it will be counted."""

    row: int
    given_names: str
    family_name: str
    born_on: date
    upn: str
    attendance: Decimal | None
    suspended_days: Decimal
    has_social_worker: bool
    is_part_time: bool


@dataclass
class Roll:
    """The rows of a file, and what is wrong with others."""

    rows: list[OnRoll] = field(default_factory=list)
    troubles: list[Trouble] = field(default_factory=list)


def read_roll(data: bytes, on: date) -> Roll:
    """Read a school's list. Raises UnreadableFile where it is no list at all, or says nothing of attendance."""
    found, seen = Roll(), Seen()
    for line in lines(data, HEADINGS, NEEDED):
        if not ({"attendance"} <= line.cells.keys() or {"possible", "attended"} <= line.cells.keys()):
            raise UnreadableFile(
                "The first row must have a heading for attendance, or those for possible sessions and attended sessions."
            )
        _take(found, line, on, seen)
    return found


def _take(found: Roll, line: Line, on: date, seen: Seen) -> None:
    faults = [f"The {HEADINGS[name][0]} is missing." for name in NEEDED[:3] if not line[name]]
    born = birthday(line["born_on"], on, faults)
    faults += seen.faults(line, born)
    attendance = _attendance(line, faults)
    suspended = _days(line["suspended"], faults)
    social_worker, part_time = (_yes(line, name, faults) for name in ("social_worker", "part_time"))
    if faults or born is None:
        found.troubles += [(line.row, one) for one in faults]
        return
    found.rows.append(OnRoll(line.row, line["given_names"], line["family_name"], born, line["upn"], attendance, suspended,
                             social_worker, part_time))  # fmt: skip


def _number(text: str) -> Decimal | None:
    try:
        found = Decimal(text.rstrip(" %"))
    except InvalidOperation:
        return None
    return found if found.is_finite() else None


def _attendance(line: Line, faults: list[str]) -> Decimal | None:
    """The share of possible sessions in per cent, cut off and not rounded, so that 89.996 does not become 90."""
    if line["possible"] or line["attended"]:
        return _sessions(line["possible"], line["attended"], faults)
    if not line["attendance"]:
        return None
    share = _number(line["attendance"])
    if share is None or not 0 <= share <= 100:
        faults.append(f"“{line['attendance'][:10]}” is no attendance: give per cent, from 0 to 100.")
        return None
    if 0 < share < 1:
        faults.append(
            f"“{line['attendance'][:10]}” is under 1%. If it is a share of 1, write it in per cent."
        )
        return None
    return share.quantize(HUNDREDTH, ROUND_DOWN)


def _sessions(possible: str, attended: str, faults: list[str]) -> Decimal | None:
    whole, part = _number(possible), _number(attended)
    if whole is None or part is None or whole <= 0 or not 0 <= part <= whole:
        faults.append(
            f"{attended[:10] or 'Nothing'} of {possible[:10] or 'nothing'} sessions: give how many were possible and how many of "
            "these the pupil attended."
        )
        return None
    return (100 * part / whole).quantize(HUNDREDTH, ROUND_DOWN)


def _days(text: str, faults: list[str]) -> Decimal:
    days = _number(text) if text else Decimal(0)
    if days is None or not 0 <= days <= LONGEST or days % HALF:
        faults.append(f"“{text[:10]}” is no number of suspension days: give days and half days, such as 2.5.")
        return Decimal(0)
    return days


def _yes(line: Line, name: str, faults: list[str]) -> bool:
    word = line[name].casefold()
    if word not in YES | NO:
        faults.append(f"“{line[name][:10]}” under {HEADINGS[name][0]}: write yes or no.")
    return word in YES
