"""A school's register: one pupil, a whole list, what the census asks, and who may know of whom."""

from __future__ import annotations

from datetime import date, timedelta

import pytest

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing_on
from goldenthread.audit.models import Event
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.people.actions.children import attend
from goldenthread.people.identifiers import check_letter
from goldenthread.people.models import Child
from goldenthread.sen2.codes import SETS
from goldenthread.sensupport.actions.register import bring_in, change_provision
from goldenthread.sensupport.census import faults
from goldenthread.sensupport.choices import Need
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.importing.register import read_list
from goldenthread.sensupport.models import Provision, Pupil
from goldenthread.sensupport.queries.figures import counts
from goldenthread.sensupport.queries.register import by_school, due, register
from tests.casework import world as cases
from tests.sensupport import world

pytestmark = pytest.mark.django_db
UPN = "H801200001001"
OTHER_UPN = f"{check_letter('801200001002')}801200001002"
HEAD = "Forename,Surname,DOB,UPN,SEN status,Primary need\n"


@pytest.mark.parametrize(
    ("code", "primary", "secondary", "said"),
    [
        ("K", "SLCN", "", ""), ("E", "ASD", "SLCN", ""), ("N", "", "", ""), ("K", "NSA", "", ""),
        ("K", "", "", ""), ("N", "ASD", "", "N with a type"), ("E", "ASD", "ASD", "twice"),
        ("E", "NSA", "", "only for K"), ("K", "", "ASD", "without a first"), ("X", "", "", "must be K"),
        ("K", "HATS", "", "no type of need"),
    ],
)  # fmt: skip
def test_what_the_census_asks(code, primary, secondary, said):
    found = faults(code, primary, secondary)
    assert bool(found) == bool(said)
    assert said in " ".join(found)


def test_types_of_need_are_those_of_the_sen2_return_and_one_more():
    assert set(Need.values) == {one.code for one in SETS["need"]} | {"NSA"}


def test_child_of_the_roll_is_found_and_a_new_one_is_put_on_it():
    school = world.school()
    known = cases.make_child("Ivy", "Oak", born_on=date(2018, 3, 1))
    attend(child=known, setting=school, starts_on=date(2023, 9, 1), by=None)
    assert world.pupil(school, name="IVY oak").child == known
    new = world.pupil(school, name="Bo Elm")
    assert new.child.schooling.get().setting == school
    assert Child.objects.count() == 2


def test_school_never_learns_of_a_child_who_is_known_elsewhere():
    other = cases.make_child("Ivy", "Oak", born_on=date(2018, 3, 1), upn=UPN)
    attend(child=other, setting=world.school("Elsewhere"), starts_on=date(2023, 9, 1), by=None)
    with pytest.raises(Refused, match="not on your roll") as refused:
        world.pupil(upn=UPN, name="Ivy Oak")
    assert "Elsewhere" not in refused.value.sentence
    assert world.pupil(name="Ivy Oak").child != other


def test_mistyped_upn_changes_no_other_pupils_record():
    school = world.school()
    ivy = world.pupil(school, upn=UPN)
    with pytest.raises(Refused, match="another name or birthday has this UPN"):
        world.pupil(school, name="Bo Elm", upn=UPN, code="E", primary_need="ASD", born_on=date(2017, 1, 1))
    with pytest.raises(Refused):
        world.pupil(school, name="Bo Elm", upn=UPN, code="E", primary_need="ASD")
    assert ivy.provisions.get().code == "K"
    assert world.pupil(school, name="Ivy Oak-Elm", upn=UPN) == ivy
    rows = (
        f"Ivy,Oak,01/03/2018,{UPN},K,SLCN",
        f"Bo,Elm,02/03/2018,{UPN},K,ASD",
        "Al,Ash,02/03/2018,H1,K,ASD",
    )
    troubles = read_list((HEAD + "\n".join(rows)).encode(), world.DAY).troubles
    assert troubles[0] == (3, "The same UPN stands in row 2.")
    assert troubles[1][0] == 4


def test_what_was_before_stays_with_its_days():
    pupil = world.pupil(on=world.DAY - timedelta(days=100))
    now = {"need_in_words": "", "strengths": "", "on": world.DAY, "by": None}
    change_provision(pupil=pupil, code="E", primary_need="ASD", secondary_need="", **now)
    change_provision(pupil=pupil, code="E", primary_need="ASD", secondary_need="SLCN", **now)
    spans = list(Provision.objects.values_list("code", "starts_on", "ends_on", "secondary_need"))
    assert spans == [
        ("K", world.DAY - timedelta(days=100), world.DAY - timedelta(days=1), ""), ("E", world.DAY, None, "SLCN"),
    ]  # fmt: skip
    assert Event.objects.filter(action="sensupport.provision.changed").count() == 3


def test_whole_list_comes_in_once():
    school, day = world.school(), world.DAY
    data = (HEAD + f"Ivy,Oak,01/03/2018,{UPN[:1]},K,SLCN\n").replace(f",{UPN[:1]},", ",,").encode()
    data += "Zoë,Fir,2.4.2017,,e,asd\n\n".encode("cp1252")
    listed = read_list(data, day)
    assert bring_in(setting=school, listed=listed, on=day, by=None) == (2, 0)
    assert bring_in(setting=school, listed=read_list(data, day), on=day, by=None) == (0, 2)
    assert Child.objects.filter(given_names="Zoë").count() == 1
    assert [one.code for one in Provision.objects.order_by("pk")] == ["K", "E"]


def test_one_wrong_row_and_nothing_comes_in():
    data = (
        HEAD
        + "Ivy,Oak,01/03/2018,,K,SLCN\n,Fir,30/02/2017,,K,\nIvy,Oak,01/03/2018,,K,SLCN\nBo,Elm,01/01/2040,,N,ASD\n"
    ).encode()
    listed = read_list(data, world.DAY)
    said = [f"{row}: {words}" for row, words in listed.troubles]
    assert any(one.startswith("3: The given names is missing") for one in said)
    assert any("“30/02/2017” is no date of birth" in one for one in said)
    assert "4: The same child stands in row 2." in said
    assert any(one.startswith("5: “01/01/2040”") for one in said)
    assert "5: N with a type of need: take the type out, or say K or E." in said
    with pytest.raises(Refused):
        bring_in(setting=world.school(), listed=listed, on=world.DAY, by=None)
    assert not Pupil.objects.exists()


def test_rows_that_only_the_record_refuses_are_all_named_with_those_of_the_file():
    other = cases.make_child("Known", "Elsewhere", upn=UPN)
    attend(child=other, setting=world.school("Elsewhere"), starts_on=date(2023, 9, 1), by=None)
    twins = [world.pupil(name="Twin Name", born_on=date(2016, 1, 1), upn=one) for one in (OTHER_UPN, "")]
    assert twins[0] == twins[1]
    attend(child=cases.make_child("Twin", "Name", born_on=date(2016, 1, 1)), setting=world.school(), starts_on=date(2023, 9, 1),
           by=None)  # fmt: skip
    rows = (
        "Ivy,Oak,01/03/2018,,K,SLCN",
        f"Bo,Elm,01/03/2018,{UPN},K,ASD",
        "Al,Ash,31/31/2018,,K,",
        "Twin,Name,01/01/2016,,K,",
    )
    with pytest.raises(ListRefused, match="3 rows have something to mend") as refused:
        bring_in(
            setting=world.school(),
            listed=read_list((HEAD + "\n".join(rows)).encode(), world.DAY),
            on=world.DAY,
            by=None,
        )
    assert [(row, words[:24]) for row, words in refused.value.troubles] == [
        (3, "A child with this UPN is"), (4, "“31/31/2018” is no date "), (5, "Two children of this nam"),
    ]  # fmt: skip
    assert Pupil.objects.count() == 1
    assert Child.objects.count() == 3


@pytest.mark.parametrize(("data", "said"), [
    (b"", "no table"), (b"a,b\n1,2\n", "must have the headings"), (HEAD.encode(), "headings and no rows"),
    (b"\x00\x01,b", "not text"),
])  # fmt: skip
def test_what_is_no_list_is_said(data, said):
    with pytest.raises(UnreadableFile, match=said):
        read_list(data, world.DAY)


def test_register_knows_what_is_due_and_costs_three_queries(django_assert_num_queries):
    school = world.school()
    standing = standing_on(world.senco(school), world.DAY)
    late = world.pupil(school, name="Late One")
    world.cycle(late, on=world.DAY - timedelta(days=90), due=world.DAY - timedelta(days=3))
    soon = world.pupil(school, name="Soon Two")
    world.cycle(soon, due=world.DAY + timedelta(days=20))
    world.cycle(world.pupil(school, name="Far Three"), due=world.DAY + timedelta(days=60))
    world.pupil(school, name="None Four")
    assert standing.may(Permission.KEEP_SEN_REGISTER)
    with django_assert_num_queries(3):
        entries = register(school, standing)
    assert [one.pupil for one in due(entries, world.DAY)] == [late, soon]
    assert [str(one.pupil) for one in entries if one.is_without_plan()] == ["None Four"]


def test_pupil_without_a_type_may_come_in_and_is_on_the_list_for_the_census():
    school = world.school()
    standing = standing_on(world.senco(school), world.DAY)
    world.pupil(school, primary_need="")
    [entry] = register(school, standing)
    assert entry.faults == ["K without a type of need: the spring census asks for it."]


def test_pupil_who_has_left_the_roll_is_no_longer_known():
    school = world.school()
    standing = standing_on(world.senco(school), world.DAY)
    pupil = world.pupil(school, on=world.DAY - timedelta(days=50))
    assert register(school, standing)
    attend(child=pupil.child, setting=world.school("Next School"), starts_on=world.DAY, by=None)
    assert register(school, standing) == []


def test_figures_count_current_reviews():
    school = world.school()
    for number in range(4):
        pupil = world.pupil(school, name=f"Child N{number}", on=world.DAY - timedelta(days=200))
        if number:
            world.cycle(pupil, on=world.DAY - timedelta(days=100), due=world.DAY + timedelta(days=number - 2))
    world.pupil(school, name="With Plan", code="E", primary_need="ASD")
    [found] = by_school(world.DAY)
    assert (found.support, found.plans, found.with_current_review) == (4, 1, 2)
    share = counts(world.DAY, world.DAY)["current_review"]
    assert (share.numerator, share.denominator) == (2, 4)
