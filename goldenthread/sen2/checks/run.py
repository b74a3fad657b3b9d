"""Every check in few passes: the checks of a year are sorted by table once, and each record is looked at once."""

from __future__ import annotations

from collections.abc import Iterable
from pathlib import Path

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import Check, Find, Held, Said
from goldenthread.sen2.checks.dfe_rules import rule_numbers
from goldenthread.sen2.checks.register import CHECKS
from goldenthread.sen2.checks.values import Known
from goldenthread.sen2.finding import Finding
from goldenthread.sen2.item import Kind
from goldenthread.sen2.notes import shown
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

PRIVATE = {"Surname", "Forename", "PostCode", "UPN", "UniqueLearnerNumber"}
"""Items whose values a finding does not repeat: the record is named by its number, and the file holds the rest."""


class _Plan:
    """The checks of a table: those for every record, those for records that give an item, by its value where it matters, and
    those for records that hold none, one or several of a kind."""

    __slots__ = ("always", "holds", "only")

    def __init__(self, checks: list[Check]) -> None:
        self.always = _steps(one for one in checks if not one.only[0] and not one.holds[0])
        self.holds: list[tuple[str, list[Step], list[Step], list[Step]]] = []
        for table in dict.fromkeys(one.holds[0] for one in checks if one.holds[0]):
            none, some, several = ([one for one in checks if one.holds == (table, count)] for count in Held)
            self.holds.append((table, _steps(none), _steps(some), _steps([*some, *several])))
        self.only: list[tuple[str, list[Step], dict[str, list[Step]]]] = []
        for item in dict.fromkeys(one.only[0] for one in checks if one.only[0]):
            about = [one for one in checks if one.only[0] == item]
            values = {value for one in about for value in one.only[1]}
            by_value = {
                value: _steps(one for one in about if not one.only[1] or value in one.only[1])
                for value in values
            }
            self.only.append((item, _steps(one for one in about if not one.only[1]), by_value))


Step = tuple[Find, Check]


def _steps(checks: Iterable[Check]) -> list[Step]:
    return [(one.find, one) for one in checks if one.find]


class Checker:
    """The checks of one year."""

    def __init__(self, year: CollectionYear, rules: Path | None = None) -> None:
        self.year = year
        self.around = Around(year)
        self._numbers = rule_numbers(rules) if rules else {}
        running = [one for one in CHECKS.values() if one.since <= year.year <= one.until]
        self._plans = {table: _Plan([one for one in running if one.about == table]) for table in year.items}
        self._known = {
            table: [
                (item.tag, Known(item, year)) for item in items if item.required or item.kind is not Kind.TEXT
            ]
            for table, items in year.items.items()
        }
        self._found: list[Finding] = []

    def header(self, header: Record) -> list[Finding]:
        """What is found in the header."""
        self._look(header)
        return self._taken()

    def person(self, person: Record) -> list[Finding]:
        """What is found in a person and in all that hangs from them."""
        around, look = self.around, self._look
        around.person = person
        look(person)
        for request in person.of("Requests"):
            around.request = request
            look(request)
            for assessment in request.of("Assessment"):
                around.assessment = assessment
                look(assessment)
                for plan in assessment.of("NamedPlan"):
                    around.plan = plan
                    look(plan)
                    for detail in plan.of("PlanDetail"):
                        look(detail)
            for active in request.of("ActivePlans"):
                around.active = active
                look(active)
                for place in active.of("PlacementDetail"):
                    look(place)
                for need in active.of("SENneed"):
                    look(need)
        return self._taken() if self._found else []

    def _look(self, record: Record) -> None:
        for tag, known in self._known[record.table]:
            value = record[tag]
            if value not in known and (trouble := known.trouble(value)):
                words = (tag,) if not value or tag in PRIVATE else (tag, shown(value))
                self._sign(CHECKS[trouble], record, words, tag)
        around, plan = self.around, self._plans[record.table]
        for find, check in plan.always:
            answer = find(record, around)
            if answer:
                self._sign(check, record, answer, check.item)
        parts = record.parts
        for table, none, one, several in plan.holds:
            held = parts.get(table)
            for find, check in none if not held else one if len(held) == 1 else several:
                answer = find(record, around)
                if answer:
                    self._sign(check, record, answer, check.item)
        for item, given, by_value in plan.only:
            value = record[item]
            if value:
                for find, check in by_value.get(value, given):
                    answer = find(record, around)
                    if answer:
                        self._sign(check, record, answer, check.item)

    def _sign(self, check: Check, record: Record, answer: Said, item: str) -> None:
        around = self.around
        person = around.person if record.table != "Header" else record
        self._found.append(
            Finding(
                check.code,
                check.severity,
                check.said(answer),
                check.todo,
                record.table,
                item,
                person.number if record.table != "Header" else 0,
                self._place(record),
                record.line,
                record.name or person.name,
                self._numbers.get(check.code, ""),
            )
        )

    def _place(self, record: Record) -> str:
        """Where a record hangs, for example Requests 1 / Assessment 1 / NamedPlan 1."""
        around = self.around
        if record.table in ("Person", "Header"):
            return ""
        above = {
            "Requests": (),
            "Assessment": (around.request,),
            "NamedPlan": (around.request, around.assessment),
            "PlanDetail": (around.request, around.assessment, around.plan),
            "ActivePlans": (around.request,),
        }.get(record.table, (around.request, around.active))
        return " / ".join(f"{one.table} {one.number}" for one in (*above, record))

    def _taken(self) -> list[Finding]:
        taken, self._found = self._found, []
        return taken

    @staticmethod
    def packed_upn(person: Record) -> int:
        """A person’s UPN as a whole number, so that millions can be compared in little memory; 0 when there is none.

        Without its first letter, which follows from the rest.
        """
        upn = person["UPN"]
        if len(upn) != 13 or not (upn.isascii() and upn.isalnum()):
            return 0
        return int(upn[1:], 36)
