"""Entering pupils, one or a whole list, and changing what they get."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Organisation
from goldenthread.people.actions.children import attend, enter_child
from goldenthread.people.identifiers import tidied, upn_fault
from goldenthread.people.models import Child, Schooling
from goldenthread.sensupport.census import faults
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.register import List
from goldenthread.sensupport.models import Provision, Pupil

ELSEWHERE = (
    "A child with this UPN is known here and is not on your roll. Check the UPN; if it is right, ask the council to enter the "
    "child’s move to your school."
)
SOMEBODY_ELSES = (
    "A child on your roll with another name or birthday has this UPN. Check the UPN: nothing of that child’s record was "
    "changed."
)


@transaction.atomic
def enter_pupil(
    *, setting: Organisation, given_names: str, family_name: str, born_on: date, code: str, primary_need: str = "",
    secondary_need: str = "", upn: str = "", sex: str = "U", need_in_words: str = "", strengths: str = "",
    is_plan_elsewhere: bool = False, on: date, by: Any,
) -> Pupil:  # fmt: skip
    """A pupil on the register of a school. A child who is on its roll already is found by UPN, or by names and birthday; one
    who is not is entered and put on the roll. A school never learns of a child who is known elsewhere."""
    wrong = faults(code, primary_need, secondary_need)
    if wrong:
        raise Refused(wrong[0], "code")
    child = _child(setting, given_names.strip(), family_name.strip(), born_on, tidied(upn), sex, on, by)
    pupil, is_new = Pupil.objects.get_or_create(
        child=child, setting=setting,
        defaults={"need_in_words": need_in_words.strip(), "strengths": strengths.strip(), "recorded_by": by,
                  "is_plan_elsewhere": is_plan_elsewhere},
    )  # fmt: skip
    if is_new:
        log.record("sensupport.pupil.entered", subject=log.subject_of(pupil), by=by)
    provide(pupil, code, primary_need, secondary_need, on, by)
    return pupil


@reading_for(Purpose.ENTRY)
def _child(
    setting: Organisation,
    given_names: str,
    family_name: str,
    born_on: date,
    upn: str,
    sex: str,
    on: date,
    by: Any,
) -> Child:
    if upn and (fault := upn_fault(upn)):
        raise Refused(fault, "upn")
    on_roll = Child.objects.filter(schooling__in=_roll(setting, on))
    if upn and (held := Child.objects.filter(upn=upn).first()):
        if not on_roll.filter(pk=held.pk).exists():
            raise Refused(ELSEWHERE, "upn")
        if not is_likely(held, given_names, family_name, born_on):
            raise Refused(SOMEBODY_ELSES, "upn")
        return held
    same = on_roll.filter(given_names__iexact=given_names, family_name__iexact=family_name, born_on=born_on)
    found = list(same.distinct()[:2])
    if len(found) > 1:
        raise Refused("Two children of this name and birthday are on your roll. Give the UPN.", "upn")
    if found:
        return found[0]
    child = enter_child(given_names=given_names, family_name=family_name, born_on=born_on, upn=upn, sex=sex, on=on,
                        is_another=True, by=by)  # fmt: skip
    attend(child=child, setting=setting, starts_on=max(on, born_on), by=by)
    return child


def is_likely(child: Child, given_names: str, family_name: str, born_on: date) -> bool:
    """Whether a child is the one that is meant: the same birthday, and one of the names."""
    same_given = child.given_names.casefold() == given_names.casefold()
    same_family = child.family_name.casefold() == family_name.casefold()
    return child.born_on == born_on and (same_given or same_family)


def _roll(setting: Organisation, on: date) -> Any:
    return Schooling.objects.held_on(on).filter(setting=setting)


@transaction.atomic
def change_provision(
    *,
    pupil: Pupil,
    code: str,
    primary_need: str,
    secondary_need: str,
    need_in_words: str,
    strengths: str,
    is_plan_elsewhere: bool = False,
    on: date,
    by: Any,
) -> Pupil:
    """What the pupil gets from a day on, and what people see. What was before stays with its days."""
    wrong = faults(code, primary_need, secondary_need)
    if wrong:
        raise Refused(wrong[0], "code")
    held = Pupil.objects.select_for_update().get(pk=pupil.pk)
    held.need_in_words, held.strengths = need_in_words.strip(), strengths.strip()
    held.is_plan_elsewhere = is_plan_elsewhere
    held.save(update_fields=["need_in_words", "strengths", "is_plan_elsewhere"])
    provide(held, code, primary_need, secondary_need, on, by)
    return held


def provide(pupil: Pupil, code: str, primary: str, secondary: str, on: date, by: Any) -> None:
    """Within another action: what a pupil gets from a day on; nothing when it is what they get already."""
    running = pupil.provisions.filter(ends_on=None).first()
    values = {"code": code, "primary_need": primary, "secondary_need": secondary}
    if running and all(getattr(running, name) == value for name, value in values.items()):
        return
    if running and running.starts_on >= on:
        Provision.objects.filter(pk=running.pk).update(**values)
    else:
        if running:
            Provision.objects.filter(pk=running.pk).update(ends_on=on - timedelta(days=1))
        Provision.objects.create(pupil=pupil, starts_on=on, recorded_by=by, **values)
    log.record("sensupport.provision.changed", subject=log.subject_of(pupil), by=by, detail={"code": code})


@transaction.atomic
def bring_in(*, setting: Organisation, listed: List, on: date, by: Any) -> tuple[int, int]:
    """A school's whole list, or nothing of it: how many are new, and how many were here. Refused names every row that is wrong,
    those of the file and those that only the record shows."""
    here = set(Pupil.objects.filter(setting=setting).values_list("pk", flat=True))
    troubles, new = list(listed.troubles), 0
    for one in listed.rows:
        try:
            pupil = enter_pupil(
                setting=setting, given_names=one.given_names, family_name=one.family_name, born_on=one.born_on, upn=one.upn,
                sex=one.sex, code=one.code, primary_need=one.primary_need, secondary_need=one.secondary_need, on=on, by=by,
            )  # fmt: skip
        except Refused as refused:
            troubles.append((one.row, refused.sentence))
        else:
            new += pupil.pk not in here
    if troubles:
        raise ListRefused(troubles)
    log.record("sensupport.list.brought_in", subject=log.subject_of(setting), by=by,
               detail={"new": new, "rows": len(listed.rows)})  # fmt: skip
    return new, len(listed.rows) - new
