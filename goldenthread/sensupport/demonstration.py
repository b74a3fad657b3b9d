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
from goldenthread.sensupport.actions.cycles import review_cycle, start_cycle
from goldenthread.sensupport.actions.register import enter_pupil
from goldenthread.sensupport.models import Pupil

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


@transaction.atomic
def invent_registers(*, seed: int, on: date) -> int:
    """The register of the demonstration's SENCO; how many pupils were entered."""
    senco = User.objects.filter(is_demonstration=True, holdings__role="setting").first()
    place = Membership.objects.filter(user=senco, organisation__kind="education").first() if senco else None
    if place is None or place.organisation is None or Pupil.objects.filter(is_invented=True).exists():
        return 0
    chance = Random(seed)  # noqa: S311 (the same pupils everywhere)
    names = [one for line in NAMES.splitlines() for one in line.split("|")]
    for number, name in enumerate(names):
        _pupil(place.organisation, number, name, chance, on, senco)
    return len(names)


def _pupil(school: Organisation, number: int, name: str, chance: Random, on: date, by: Any) -> None:
    given, family = name.split(" ")
    began = on - timedelta(days=chance.randint(150, 500))
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
    first = began + timedelta(days=10)
    cycles = 1 + number % 3
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
