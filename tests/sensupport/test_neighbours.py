"""Schools that are like one: by a printed rule from a dated table, and no small number out of all pages that one reader sees."""

from __future__ import annotations

from datetime import timedelta
from decimal import Decimal
from itertools import product
from random import Random

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.audit.models import Event
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Setting
from goldenthread.sensupport.actions.facts import bring_in_facts
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.facts import SchoolFacts, read_facts
from goldenthread.sensupport.models import FactsTable, RollList
from goldenthread.sensupport.queries.comparison import comparison
from goldenthread.sensupport.queries.neighbours import nearest
from tests.readers import person, sign_in
from tests.sensupport import world
from tests.sensupport.test_comparison import listed

pytestmark = pytest.mark.django_db
HEAD = "URN,EstablishmentName,NumberOfPupils,PercentageFSM\n"


def table(facts: dict[RollList, tuple[int, str]], days: int = 100) -> FactsTable:
    """A table of facts."""
    held = {str(one.setting_id): list(known) for one, known in facts.items()}
    return FactsTable.objects.create(as_at=world.DAY - timedelta(days=days), source="a source", facts=held)


def test_nearest_are_of_half_to_twice_the_size_and_closest_by_free_meals():
    own = listed("Hill School")
    near = {listed(f"Near {n}"): (300, f"{20 + n}.5") for n in range(12)}
    others = {listed("Half"): (150, "20"), listed("Too small"): (149, "20"), listed("Twice"): (600, "20"),
              listed("Too large"): (601, "20"), listed("Unknown"): None}  # fmt: skip
    known = {one: fact for one, fact in (near | others).items() if fact}
    held = table({own: (300, "20")} | known)
    found = [one.setting.name for one in nearest(own, list(near | others), held)]
    assert found == ["Half", "Twice", *(f"Near {n}" for n in range(8))]


def test_comparison_uses_the_newest_table_and_the_phase_without_one():
    own = listed("Hill School")
    near = [listed(f"Near {n}") for n in range(6)]
    far = [listed(f"Far {n}", support=90) for n in range(12)]
    assert comparison(own.setting, world.DAY).facts is None
    assert comparison(own.setting, world.DAY).alike.schools == 18
    table({own: (300, "20")} | dict.fromkeys(far, (300, "20")), days=300)
    table({own: (300, "20")} | dict.fromkeys(near, (310, "21")) | dict.fromkeys(far, (1000, "20")))
    found = comparison(own.setting, world.DAY)
    assert (found.alike.schools, found.alike.shares[0].part, found.alike.shares[0].whole) == (6, 240, 1560)
    assert found.own_facts.free_meals == Decimal(20)


def test_school_of_another_phase_is_not_alike():
    own = listed("Hill School")
    others = [listed(f"S {n}", "Secondary") for n in range(8)]
    table({own: (300, "20")} | dict.fromkeys(others, (300, "20")))
    assert comparison(own.setting, world.DAY).alike.shares is None


def _left_over(sums: list[frozenset[RollList]]) -> list[list[RollList]]:
    """Sets of schools that come out when sums are added and taken away: tried here by itself, not as the page does."""
    everybody = sorted(frozenset().union(*sums), key=lambda one: one.pk)
    found = []
    for signs in product((-1, 0, 1), repeat=len(sums)):
        times = [
            sum(sign for sign, group in zip(signs, sums, strict=True) if one in group) for one in everybody
        ]
        if any(times) and set(times) <= {0, 1}:
            found.append([one for one, number in zip(everybody, times, strict=True) if number])
    return found


def _smallest(part: list[RollList]) -> int:
    of = {
        name: sum(one.counts[code][name] for one in part for code in "KE")
        for name in ("listed", "often_away", "suspended")
    }
    on_list = sum(one.counts[code]["on_the_list"] for one in part for code in "KEN")
    support = sum(one.counts["K"]["listed"] for one in part)
    return min(support, of["often_away"], of["suspended"], on_list)


def test_no_small_number_comes_out_of_the_pages_of_one_reader_over_many_areas(capsys):
    chance, tried, shown = Random(11), 0, 0  # noqa: S311
    for _ in range(40):
        RollList.objects.all().delete()
        FactsTable.objects.all().delete()
        rows = [
            listed(
                f"P{number}",
                support=chance.randint(0, 9),
                away=chance.randint(0, 5),
                rest=chance.randint(0, 4),
            )
            for number in range(chance.randint(8, 24))
        ]
        held = table({one: (chance.randint(150, 500), str(chance.randint(5, 50))) for one in rows})
        mine = rows[: chance.randint(1, 3)]
        sums = [frozenset(rows) - set(mine)] if comparison(rows[0].setting, world.DAY).area.shares else []
        for one in mine:
            seen = [other.setting_id for other in mine if other != one]
            tried += 1
            if comparison(one.setting, world.DAY, seen).alike.shares:
                shown += 1
                others = [other for other in rows if other != one]
                sums.append(frozenset(nearest(one, others, held)) - set(mine))
        assert all(_smallest(part) >= 5 for part in _left_over(sums) if part)
    with capsys.disabled():
        print(f"\npages of schools that are alike: {tried} tried, {shown} shown, 0 small numbers worked out")
    assert 0 < shown < tried


def test_table_of_the_departments_download_is_read_and_an_empty_cell_is_left_out():
    data = HEAD + "100001,A,310,21.5\n100002,B,,\n100003,C,95,0\n"
    assert read_facts(data.encode()) == [
        SchoolFacts("100001", 310, Decimal("21.5")), SchoolFacts("100003", 95, Decimal(0)),
    ]  # fmt: skip


@pytest.mark.parametrize(
    ("row", "words"),
    [("1,A,3,2", "six figures"), ("100001,A,0,2", "number of pupils"), ("100001,A,9,101", "per cent"),
     ("100001,A,9,NaN", "per cent"), ("100009,A,9,1\n100009,A,9,1", "stands there twice")],
)  # fmt: skip
def test_row_that_is_wrong_is_named_and_nothing_comes_in(row, words):
    with pytest.raises(ListRefused) as refused:
        read_facts((HEAD + row).encode())
    assert words in refused.value.troubles[0][1]


def test_facts_need_a_source_a_day_that_is_past_and_a_school_of_ours():
    school = listed("Hill School").setting
    Setting.objects.filter(organisation=school).update(urn="100001")
    rows = [SchoolFacts("100001", 300, Decimal(20)), SchoolFacts("999999", 300, Decimal(20))]
    given = {"rows": rows, "as_at": world.DAY, "source": "s", "on": world.DAY, "by": None}
    for wrong, words in (({"source": " "}, "who counted"), ({"as_at": world.DAY + timedelta(days=1)}, "still to come"),
                         ({"rows": rows[1:]}, "None of these")):  # fmt: skip
        with pytest.raises(Refused, match=words):
            bring_in_facts(**given | wrong)
    assert bring_in_facts(**given).facts == {str(school.pk): [300, "20"]}
    assert Event.objects.filter(action="sensupport.facts.brought_in").count() == 1


def test_officer_brings_a_table_in_and_the_school_reads_the_rule_and_its_source():
    own = listed("Hill School")
    near = [listed(f"Near {n}") for n in range(6)]
    rows = [HEAD]
    for place, one in enumerate([own, *near]):
        Setting.objects.filter(organisation=one.setting).update(urn=str(100000 + place))
        rows.append(f"{100000 + place},x,300,2{place}\n")
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        officer = sign_in(Client(), person("inclusion-officer"))
        file = SimpleUploadedFile("facts.csv", "".join(rows).encode(), "text/csv")
        day = {"as_at_day": world.DAY.day, "as_at_month": world.DAY.month, "as_at_year": world.DAY.year}
        sent = officer.post("/sen/people/facts/", {"file": file, "source": "School census", **day})
        assert sent.status_code == 302
        page = sign_in(Client(), world.senco(own.setting)).get("/sen/compare/").content.decode()
    assert "6 schools that are most like yours" in page
    assert "the ten whose share of pupils with free school meals is closest" in page
    assert "School census" in page
    assert "Near 1" not in page
