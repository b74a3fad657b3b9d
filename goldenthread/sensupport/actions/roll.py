"""A school's list of attendance, suspensions, social workers and part-time timetables."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.people.identifiers import tidied
from goldenthread.sensupport.actions.register import SOMEBODY_ELSES, enter_pupil, is_likely
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.roll import OnRoll, Roll
from goldenthread.sensupport.importing.shape import Trouble
from goldenthread.sensupport.inclusion import Facts
from goldenthread.sensupport.models import Circumstances, Provision, Pupil, RollList

COUNTED = (
    "listed",
    "attendance_said",
    "often_away",
    "suspended",
    "social_worker",
    "part_time",
    "on_the_list",
)


class Register:
    """Who of a school is on its register on a day, found by UPN or by names and birthday. Two queries."""

    def __init__(self, setting: Organisation, on: date) -> None:
        codes = dict(
            Provision.objects.held_on(on).filter(pupil__setting=setting).values_list("pupil_id", "code")
        )
        pupils = Pupil.objects.on_roll(on).filter(setting=setting).select_related("child")
        self.codes: dict[int, str] = codes
        self.by_upn = {one.child.upn: one for one in pupils if one.child.upn}
        self.by_name = {_named(one.child): one for one in pupils}

    def pupil(self, row: OnRoll) -> Pupil | None:
        """The pupil of a row, if they are on the register. Refuses a UPN of somebody with another name or birthday."""
        found: Pupil | None = self.by_upn.get(tidied(row.upn))
        if found and not is_likely(found.child, row.given_names, row.family_name, row.born_on):
            raise Refused(SOMEBODY_ELSES, "upn")
        return found or self.by_name.get(_named(row))

    def code(self, pupil: Pupil | None) -> str:
        """What somebody gets: N for those who are not on the register."""
        return self.codes.get(pupil.pk, Code.NONE) if pupil else str(Code.NONE)


def _named(one: Any) -> tuple[str, str, date]:
    return one.given_names.casefold(), one.family_name.casefold(), one.born_on


@transaction.atomic
def bring_in_roll(
    *, setting: Organisation, listed: Roll, until: date, is_again: bool = False, on: date, by: Any
) -> RollList:
    """What a school knows of everybody on its roll since September, up to a day: all of it, or nothing.

    Refused names every row that is wrong, those of the file and those that only the record shows. Everybody is counted. Names
    are kept of those on the register and of those whom the rule puts on the inclusion list; of nobody else. A second list for
    the same day takes the first one's place only when `is_again` says so.
    """
    if until > on:
        raise Refused("Enter a last day that is not after today.", "until")
    held = RollList.objects.select_for_update().filter(setting=setting, until=until).first()
    if held and not is_again:
        raise Refused(
            "A list up to this day is here already. Say below that this one takes its place, or check the day.",
            "until",
        )
    register = Register(setting, on)
    kept, counts, troubles = _take(listed.rows, register, setting, on, by)
    if troubles or listed.troubles:
        raise ListRefused([*listed.troubles, *troubles])
    if held:
        with reading_for(Purpose.ENTRY):  # rows of pupils who have left the school go with it
            held.delete()
    roll = RollList.objects.create(setting=setting, until=until, counts=counts, recorded_by=by)
    for one in kept:
        one.roll = roll
    Circumstances.objects.bulk_create(kept)
    log.record("sensupport.roll.brought_in", subject=log.subject_of(setting), by=by,
               detail={"rows": len(listed.rows), "kept": len(kept), "instead": held is not None})  # fmt: skip
    return roll


def _take(
    rows: Iterable[OnRoll], register: Register, setting: Organisation, on: date, by: Any
) -> tuple[list[Circumstances], dict[str, dict[str, int]], list[Trouble]]:
    kept: list[Circumstances] = []
    troubles: list[Trouble] = []
    counts = {code.value: dict.fromkeys(COUNTED, 0) for code in (Code.SUPPORT, Code.PLAN, Code.NONE)}
    for row in rows:
        try:
            pupil = register.pupil(row)
            facts = Facts(register.code(pupil), row.attendance, row.suspended_days, row.has_social_worker)
            if facts.is_on_the_list and pupil is None:
                pupil = enter_pupil(setting=setting, given_names=row.given_names, family_name=row.family_name,
                                    born_on=row.born_on, upn=row.upn, code=Code.NONE, on=on, by=by)  # fmt: skip
        except Refused as refused:
            troubles.append((row.row, refused.sentence))
            continue
        _count(counts[facts.code], row, facts)
        if pupil and (facts.code != Code.NONE or facts.is_on_the_list):
            kept.append(Circumstances(
                pupil=pupil, attendance=row.attendance, suspended_days=row.suspended_days,
                has_social_worker=row.has_social_worker, is_part_time=row.is_part_time,
            ))  # fmt: skip
    return kept, counts, troubles


def _count(counts: dict[str, int], row: OnRoll, facts: Facts) -> None:
    counts["listed"] += 1
    counts["attendance_said"] += row.attendance is not None
    counts["often_away"] += facts.is_often_away
    counts["suspended"] += bool(row.suspended_days)
    counts["social_worker"] += row.has_social_worker
    counts["part_time"] += row.is_part_time
    counts["on_the_list"] += facts.is_on_the_list
