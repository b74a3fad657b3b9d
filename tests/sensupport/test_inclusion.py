"""Attendance, suspensions and social workers beside the register: whom the rule names, and whom nobody keeps."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.people.actions.children import attend
from goldenthread.people.models import Child
from goldenthread.sensupport.actions.roll import bring_in_roll
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.roll import read_roll
from goldenthread.sensupport.inclusion import Facts
from goldenthread.sensupport.models import Circumstances, RollList
from goldenthread.sensupport.queries.inclusion import included, latest_list, latest_lists
from tests.casework import world as cases
from tests.readers import person, sign_in
from tests.sensupport import world

pytestmark = pytest.mark.django_db
HEAD = "Forename,Surname,DOB,UPN,Attendance %,Suspension days,Social worker,Part-time timetable\n"
UPN = "H801200001001"


def bring(rows: str, until: date = world.DAY, head: str = HEAD, **changes) -> RollList:
    listed = read_roll((head + rows).encode(), world.DAY)
    return bring_in_roll(setting=world.school(), listed=listed, until=until, on=world.DAY, by=None, **changes)


@pytest.mark.parametrize(
    ("code", "attendance", "suspended", "worker", "reasons"),
    [
        ("K", "90", "0", False, 1), ("K", "89.99", "0", False, 2), ("N", "89.99", "0.5", False, 2), ("N", "100", "1", True, 2),
        ("E", None, "0", True, 2), ("N", None, "0", True, 1), ("N", "50", "0", False, 1), ("K", "0", "46", True, 4),
    ],
)  # fmt: skip
def test_rule_needs_two_reasons(code, attendance, suspended, worker, reasons):
    facts = Facts(code, Decimal(attendance) if attendance else None, Decimal(suspended), worker)
    assert len(facts.reasons()) == reasons
    assert facts.is_on_the_list == (reasons >= 2)
    assert ("more than the 45" in " ".join(facts.reasons())) == (suspended == "46")


def test_school_reads_whom_the_rule_names_and_why_and_nobody_else_is_kept():
    school = world.school()
    world.pupil(school, name="Ivy Oak")
    world.pupil(school, name="Well Attending")
    standing = standing_on(world.senco(school), world.DAY)
    roll = bring(
        "Ivy,Oak,01/03/2018,,84.2,,no,yes\nWell,Attending,01/03/2018,,97,0,,\nNo,Need,02/02/2017,,80,2.5,no,\n"
        "Only,Absent,02/03/2017,,70,0,no,\nFine,Child,02/04/2017,,99,0,no,\n"
    )
    entries = included(roll, standing)
    assert [(str(one.pupil), one.reasons, one.is_part_time) for one in entries] == [
        ("Ivy Oak", ["SEN support (K)", "Attendance 84.2%"], True),
        ("No Need", ["Attendance 80%", "Suspended for 2.5 days"], False),
    ]
    assert set(Child.objects.values_list("family_name", flat=True)) == {"Oak", "Attending", "Need"}
    assert roll.counts["N"] == {"listed": 3, "attendance_said": 3, "often_away": 2, "suspended": 1, "social_worker": 0,
                                "part_time": 0, "on_the_list": 1}  # fmt: skip
    assert roll.counts["K"]["listed"] == 2
    assert roll.since == date(2026, 9, 1)
    event = Event.objects.get(action="sensupport.roll.brought_in")
    assert event.detail == {"rows": 5, "kept": 3, "instead": False}


def test_every_fault_of_the_file_and_of_the_record_is_named_at_once_and_nothing_is_saved():
    other = cases.make_child("Known", "Elsewhere", upn=UPN)
    attend(child=other, setting=world.school("Elsewhere"), starts_on=date(2023, 9, 1), by=None)
    rows = [
        "Ivy,Oak,01/03/2018,,101,1,no,", "Bo,Elm,31/31/2018,,90,1,no,", "Al,Ash,01/03/2018,,95,1.2,perhaps,",
        f"Una,Fir,01/04/2018,{UPN},50,3,yes,", ",Fir,01/05/2018,,50,3,yes,", "Cy,Yew,01/03/2018,,0.95,0,no,",
        "Cy,Yew,01/03/2018,,90,0,no,", "Good,Row,01/03/2018,,80,2,yes,",
    ]  # fmt: skip
    with pytest.raises(ListRefused) as refused:
        bring("\n".join(rows))
    said = [f"{row}: {words}" for row, words in refused.value.troubles]
    assert [one.split(":")[0] for one in said] == ["2", "3", "4", "4", "5", "6", "7", "8"]
    for words in ("“101” is no attendance", "no date of birth", "“1.2” is no number of suspension days", "write yes or no",
                  "not on your roll", "given names is missing", "under 1%", "stands in row 7"):  # fmt: skip
        assert any(words in one for one in said), words
    assert not (RollList.objects.exists())
    assert not (Circumstances.objects.exists())
    assert Child.objects.count() == 1


def test_sessions_are_cut_off_and_not_rounded_up_to_ninety():
    head = "Forename,Surname,DOB,Possible sessions,Attended sessions,Suspension days,Social worker\n"
    rows = read_roll((head + "Ivy,Oak,01/03/2018,3000,2699,,\n").encode(), world.DAY).rows
    assert rows[0].attendance == Decimal("89.96")
    wrong = read_roll((head + "Ivy,Oak,01/03/2018,100,101,,\nBo,Elm,01/03/2018,,50,,\n").encode(), world.DAY)
    assert [row for row, _ in wrong.troubles] == [2, 3]
    with pytest.raises(UnreadableFile, match="attendance"):
        read_roll(b"Forename,Surname,DOB,Suspension days,Social worker\nIvy,Oak,01/03/2018,,\n", world.DAY)


def test_second_list_for_a_day_takes_the_firsts_place_only_when_said():
    world.pupil()
    bring("Ivy,Oak,01/03/2018,,84,0,no,\n")
    with pytest.raises(Refused, match="already"):
        bring("Ivy,Oak,01/03/2018,,94,0,no,\n")
    bring("Ivy,Oak,01/03/2018,,94,0,no,\n", is_again=True)
    assert Circumstances.objects.get().attendance == Decimal(94)
    with pytest.raises(Refused, match="not after today"):
        bring("Ivy,Oak,01/03/2018,,94,0,no,\n", until=world.DAY + timedelta(days=1))
    earlier = bring("Ivy,Oak,01/03/2018,,70,0,no,\n", until=world.DAY - timedelta(days=30))
    assert latest_list(world.school(), world.DAY) != earlier
    assert latest_lists(world.DAY - timedelta(days=3)) == [earlier]


def test_pupil_who_has_left_is_on_no_list_and_list_costs_two_queries(django_assert_num_queries):
    school = world.school()
    standing = standing_on(world.senco(school), world.DAY)
    pupils = [
        world.pupil(school, name=f"Child N{number}", on=world.DAY - timedelta(days=9)) for number in range(6)
    ]
    roll = bring("".join(f"Child,N{number},01/03/2018,,80,0,no,\n" for number in range(6)))
    with django_assert_num_queries(2):
        assert len(included(roll, standing)) == 6
    attend(child=pupils[0].child, setting=world.school("Next"), starts_on=world.DAY, by=None)
    assert len(included(roll, standing)) == 5


def test_pages_of_the_list_and_the_areas_counts():
    school = world.school()
    for number in range(12):
        world.pupil(school, name=f"Child N{number}")
    data = (HEAD + "".join(f"Child,N{one},01/03/2018,,{80 if one < 6 else 95},{'1' if one < 2 else ''},no,\n"
                           for one in range(12))).encode()  # fmt: skip
    data += b"".join(f"Other,O{one},01/03/2017,,95,,no,\n".encode() for one in range(30))
    until = {"until_day": world.DAY.day, "until_month": world.DAY.month, "until_year": world.DAY.year}
    with time_machine.travel(f"{world.DAY}T10:00:00Z", tick=False):
        senco = sign_in(Client(), world.senco(school))
        assert "No list is here yet" in senco.get("/sen/inclusion/").content.decode()
        wrong = senco.post(
            "/sen/inclusion/list/", {"file": SimpleUploadedFile("a.csv", data + b"A,B,x,,,,,\n"), **until}
        )
        assert wrong.status_code == 422
        assert "Row 44: “x” is no date of birth" in wrong.content.decode()
        assert (
            senco.post(
                "/sen/inclusion/list/", {"file": SimpleUploadedFile("a.csv", data), **until}
            ).status_code
            == 302
        )
        page = senco.get("/sen/inclusion/").content.decode()
        assert "Suspended for 1 day<" in page
        counted = dict.fromkeys(
            ("attendance_said", "often_away", "suspended", "social_worker", "part_time", "on_the_list"), 20
        )
        RollList.objects.create(setting=world.school("Vale"), until=world.DAY, counts={
            "K": {"listed": 80, **counted}, "E": {"listed": 60, **counted, "suspended": 3}, "N": {"listed": 300, **counted},
        })  # fmt: skip
        area = sign_in(Client(), person("analyst")).get("/sen/area/")
    rows = [list(one) for one in area.context["overlay"].rows]
    assert rows[0][:3] == ["SEN support (K)", "92", "26 (28%)"]
    assert rows[1][:4] == ["A plan (E)", "60", "20 (33%)", "hidden"]
    assert "hidden" in (rows[0][3], rows[2][3])
    assert "Child N" not in area.content.decode()
