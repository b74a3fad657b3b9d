"""A school's register for the demonstration: invented pupils of the school of the demonstration's SENCO, some with cycles.

Every name is invented. A second time adds nothing.
"""

from __future__ import annotations

from datetime import date, timedelta
from random import Random
from typing import Any

from django.db import transaction

from goldenthread.accounts.models import User
from goldenthread.partners.models import Membership, Organisation
from goldenthread.people.actions.children import attend
from goldenthread.people.models import Child
from goldenthread.sensupport.actions.certificates import issue_certificates
from goldenthread.sensupport.actions.cycles import review_cycle, start_cycle
from goldenthread.sensupport.actions.register import enter_pupil
from goldenthread.sensupport.actions.roll import bring_in_roll
from goldenthread.sensupport.actions.workforce import (
    add_training,
    name_champion,
    name_senco,
    note_attendance,
    note_qualification,
)
from goldenthread.sensupport.choices import Area
from goldenthread.sensupport.importing.roll import read_roll
from goldenthread.sensupport.models import FactsTable, Pupil, RollList

NAMES = """Ada Finch|Bilal Rowe|Cleo Marsh|Dara Quill|Edie Thorn|Faris Lowe|Gwen Harrow|Hari Dale|Isla Moss|Jude Farrow|Kasia Wren
Leo Tarrant|Mina Frost|Noor Ashby|Otis Beck|Pia Holt|Quinn Dray|Rafi Stead|Suki Vale|Tom Wick|Una Crane|Vik Lodge|Wren Abbot
Xena Poole|Yara Snow|Zak Ferris"""
NEEDS = ("SLCN", "SEMH", "ASD", "SPLD", "MLD", "SLCN", "SEMH")
SEEN = {
    "SLCN": ("Follows one step, not two. Other children do not understand every word.", "Remembers songs", ["COM-01", "COM-02"]),
    "SEMH": ("Leaves the room when work is hard. Mornings are worst.", "Kind to younger children", ["FEE-02", "FEE-03"]),
    "ASD": ("Is upset by changes and noise. Plays alone at break.", "Knows everything about trains", ["COM-04", "SEN-02"]),
    "SPLD": ("Reads slowly and guesses from the first letter.", "Explains ideas well aloud", ["LEA-03", "LEA-01"]),
    "MLD": ("Needs to go over new things many times.", "Works hard and asks for help", ["LEA-02", "LEA-06"]),
}  # fmt: skip


TRAININGS: tuple[tuple[str, int, bool, bool, str, list[str]], ...] = (
    (
        "Talking more by asking less",
        130,
        False,
        True,
        "Plans checked in spring said little of what helps children to talk.",
        ["COM-01", "COM-02"],
    ),
    ("SENCO network: autumn", 60, True, False, "", []),
    (
        "Calm starts and hard moments",
        20,
        False,
        True,
        "Suspensions rose in two schools.",
        ["FEE-02", "FEE-07"],
    ),
)


@transaction.atomic
def invent_registers(*, seed: int, on: date) -> int:
    """The register of the demonstration's SENCO; how many pupils were entered."""
    senco = User.objects.filter(is_demonstration=True, holdings__role="setting").first()
    place = Membership.objects.filter(user=senco, organisation__kind="education").first() if senco else None
    if place is None or place.organisation is None or Pupil.objects.filter(is_invented=True).exists():
        return 0
    chance = Random(seed)  # noqa: S311 (the same pupils everywhere)
    names = _names()
    for number, name in enumerate(names):
        _pupil(place.organisation, number, name, chance, on, senco)
    _lists(place.organisation, chance, on, senco)
    _workforce(chance, on)
    return len(names)


def _names() -> list[str]:
    return [one for line in NAMES.splitlines() for one in line.split("|")]


def _lists(school: Organisation, chance: Random, on: date, by: Any) -> None:
    """The school's own list, brought in as a file, and counts of other schools."""
    rows = ["Forename,Surname,DOB,UPN,Attendance,Suspension days,Social worker,Part-time timetable"]
    for one in Pupil.objects.filter(setting=school).select_related("child"):
        rows.append(
            f"{one.child.given_names},{one.child.family_name},{one.child.born_on:%d/%m/%Y},,{_facts(chance, 3)}"
        )
    given, family = zip(*(one.split(" ") for one in _names()), strict=True)
    for number in range(180):
        name = f"{given[number % 26]},{family[(number // 26 + number + 1) % 26]}"
        rows.append(
            f"{name},{chance.randint(1, 28)}/{chance.randint(1, 12)}/{on.year - 8},,{_facts(chance, 9)}"
        )
    until = on - timedelta(days=on.weekday() + 3)
    listed = read_roll("\n".join(rows).encode(), on)
    bring_in_roll(setting=school, listed=listed, until=until, on=on, by=by)
    new = Pupil.objects.filter(setting=school, is_invented=False, circumstances__roll__until=until)
    Child.objects.filter(sen_records__in=new).update(is_invented=True)
    Pupil.objects.filter(pk__in=list(new.values_list("pk", flat=True))).update(is_invented=True)
    others = Organisation.objects.filter(setting__isnull=False).exclude(pk=school.pk).order_by("pk")[:24]
    lists = [RollList(setting=one, until=until, counts=_counts(chance)) for one in others]
    RollList.objects.bulk_create(lists)
    pupils = {one.setting_id: sum(counts["listed"] for counts in one.counts.values()) for one in lists}
    pupils[school.pk] = len(rows) - 1
    FactsTable.objects.create(
        as_at=on - timedelta(days=150), source="invented for this demonstration", is_invented=True,
        facts={str(pk): [number, f"{10 + 7 * pk % 41}.{pk % 10}"] for pk, number in pupils.items()},
    )  # fmt: skip


def _facts(chance: Random, rarely: int) -> str:
    """Attendance, suspension days, social worker and part-time timetable of an invented pupil."""
    away = chance.randrange(rarely) == 0
    suspended = chance.choice(["0.5", "1", "2.5"]) if chance.randrange(rarely * 2) == 0 else ""
    return f"{chance.uniform(62, 89.9) if away else chance.uniform(90, 100):.1f},{suspended}," + (
        f"{'yes' if chance.randrange(rarely * 4) == 0 else 'no'},{'yes' if chance.randrange(rarely * 6) == 0 else ''}"
    )


def _counts(chance: Random) -> dict[str, dict[str, int]]:
    """What an invented school counted."""
    found = {}
    for code, listed, rarely in (
        ("K", chance.randint(25, 60), 4),
        ("E", chance.randint(6, 20), 4),
        ("N", chance.randint(180, 420), 9),
    ):
        found[code] = {"listed": listed, "attendance_said": listed} | {
            name: sum(chance.randrange(rarely * times) == 0 for _ in range(listed))
            for name, times in (("often_away", 1), ("suspended", 2), ("social_worker", 3), ("part_time", 6), ("on_the_list", 2))
        }  # fmt: skip
    return found


def _workforce(chance: Random, on: date) -> None:
    """Invented SENCOs of most schools, some champions, and three trainings."""
    schools = list(Organisation.objects.filter(setting__isnull=False).order_by("pk")[:24])
    for number, school in enumerate(schools[:20]):
        name = f"Invented Senco {number + 1}"
        post = name_senco(setting=school, name=name, starts_on=on - timedelta(days=40 + 97 * number % 1100), by=None,
                          has_award=number % 4 == 0)  # fmt: skip
        if number % 4 == 1:
            note_qualification(post=post, has_award=False, enrolled_on=post.starts_on + timedelta(days=90), qualified_on=None,
                               on=on, by=None)  # fmt: skip
        if number % 3:
            name_champion(setting=school, name=f"Invented Champion {number + 1}", area=Area.values[number % 5],
                          starts_on=on - timedelta(days=200), by=None)  # fmt: skip
    for title, days, network, together, why, codes in TRAININGS:
        training = add_training(title=title, held_on=on - timedelta(days=days), is_network=network, is_co_delivered=together,
                                why=why, strategies=codes, by=None)  # fmt: skip
        for number, school in enumerate(schools[: 6 + days % 7]):
            before = chance.randint(1, 3)
            note_attendance(
                training=training, setting=school, name=f"Invented Teacher {number + 1}", before=before,
                after=min(5, before + chance.randint(0, 2)), later=chance.randint(2, 5) if days > 100 else None, by=None,
            )  # fmt: skip
        issue_certificates(training=training, on=on, by=None)


def _pupil(school: Organisation, number: int, name: str, chance: Random, on: date, by: Any) -> None:
    given, family = name.split(" ")
    cycles = 1 + number % 3
    first = on - timedelta(days=70 * (cycles - 1) + chance.randint(5, 92))
    began = first - timedelta(days=chance.randint(10, 200))
    born = date(on.year - chance.randint(5, 10), chance.randint(1, 12), chance.randint(1, 28))
    child = Child.objects.create(
        given_names=given, family_name=family, born_on=born, sex=chance.choice("FM"), is_invented=True
    )
    attend(child=child, setting=school, starts_on=began, by=None)
    need = NEEDS[number % len(NEEDS)]
    seen, good, tried = SEEN[need]
    pupil = enter_pupil(setting=school, given_names=given, family_name=family, born_on=born, code="K", primary_need=need,
                        need_in_words=seen, strengths=good, on=began, by=by)  # fmt: skip
    Pupil.objects.filter(pk=pupil.pk).update(is_invented=True)
    if number % 5 == 4:
        return
    for place in range(cycles):
        starts = first + timedelta(days=70 * place)
        cycle = start_cycle(
            pupil=pupil, assess=seen, outcome="Joins in for ten minutes with one reminder.", strategies=tried,
            plan="Twice a week with the same adult.", child_says="I like it when I know what comes next.",
            parent_says="Evenings are calmer after good days.",
            review_due_on=starts + timedelta(days=84), on=starts, by=by,
        )  # fmt: skip
        if place < cycles - 1:
            review_cycle(cycle=cycle, what_changed="Seven minutes on most days.", progress=chance.choice(["some", "as-hoped"]),
                         child_says_now="It is easier with the card.", parent_says_now="We see it at home too.",
                         next_step="again", on=starts + timedelta(days=66), by=by)  # fmt: skip
