"""The invented area: the same for a seed, lawful, full of what really happens, and nobody real."""

from collections import Counter
from datetime import date

import pytest

from goldenthread.accounts.actions.demonstration import make_people
from goldenthread.accounts.models import RoleHolding
from goldenthread.accounts.standing import standing_on
from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.actions.rebuilding import rebuild
from goldenthread.casework.actions.recording import correct_event
from goldenthread.casework.demonstration import invent_area
from goldenthread.casework.generator import area
from goldenthread.casework.models import Case, Event, OpenDuty, Standing
from goldenthread.casework.process.checks import first_fault
from goldenthread.casework.process.course import READS_FACTS, follow
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.casework.queries.files import course_of
from goldenthread.casework.queries.timeliness import timeliness, total
from goldenthread.partners.models import Organisation
from goldenthread.people.identifiers import upn_fault
from goldenthread.people.models import Address, Adult, Capacity, Child, Schooling, Withholding
from goldenthread.people.queries.addresses import addresses_shown_to, is_any_withheld
from tests.casework import world

TODAY = date(2026, 11, 24)
MADE = list(area(1_500, today=TODAY))


def test_the_same_seed_gives_the_same_area():
    assert list(area(20, today=TODAY)) == MADE[:20]
    assert list(area(20, today=TODAY, seed=7)) != MADE[:20]


def test_every_invented_file_is_lawful():
    faults = [first_fault(one.events, born_on=one.born_on, today=TODAY) for one in MADE]
    assert [fault for fault in faults if fault] == []


def test_it_holds_what_really_happens():
    kinds = Counter(event.kind for one in MADE for event in one.events)
    expected = {
        "moved-in",
        "moved-out",
        "exception-recorded",
        "appeal-lodged",
        "assessment-refused",
        "ceased",
    }
    assert expected | {"amended-plan-issued"} <= set(kinds)
    finals = [done for one in MADE if (done := follow(one.events).outcome(Duty.FINALISE))]
    on_time = sum(done.days_late == 0 for done in finals) / len(finals)
    assert 0.35 < on_time < 0.75
    assert any(one.has_two_homes for one in MADE)
    assert any(one.is_withheld for one in MADE)


@pytest.mark.django_db
def test_loading_writes_what_the_events_say_and_says_so_in_the_audit():
    load_invented(cases=MADE[:60], authority=world.council(), teams=[world.team()], on=TODAY, by=None)
    assert (Case.objects.count(), Child.objects.filter(is_invented=True).count()) == (60, 60)
    assert Event.objects.count() == sum(len(one.events) for one in MADE[:60])
    for case in Case.objects.select_related("standing"):
        course = course_of(case)
        assert case.standing.stage == course.stage
        assert {(one.duty, one.due_on) for one in case.open_duties.all()} == {
            (one.duty, one.due_on) for one in course.open.values()
        }
    assert rebuild(by=None).differing == []


@pytest.mark.django_db
def test_rebuild_finds_what_was_changed_by_hand_and_mends_it():
    load_invented(cases=MADE[:30], authority=world.council(), teams=[], on=TODAY, by=None)
    first, second, third = Case.objects.order_by("pk")[:3]
    Standing.objects.filter(case=first).update(since=date(2001, 1, 1))
    OpenDuty.objects.filter(case=second).delete()
    changed = {first.pk} | ({second.pk} if follow(MADE[1].events).open else set())
    assert set(rebuild(by=None).differing) == changed
    assert rebuild(by=None).differing == []
    assert third.pk not in changed


@pytest.mark.django_db
def test_rebuild_follows_corrections():
    case = world.bring_to(world.make_case(), "final-issued")
    correct_event(
        event=case.events.get(kind="request-received"),
        why="Stamp",
        occurred_on=date(2026, 3, 3),
        on=TODAY,
        by=None,
    )
    found = rebuild(by=None)
    assert (found.cases, found.differing) == (1, [])


@pytest.mark.django_db
def test_new_cases_after_a_load_have_numbers_of_their_own():
    load_invented(cases=MADE[:5], authority=world.council(), teams=[], on=TODAY, by=None)
    assert world.make_case().pk not in set(
        Case.objects.filter(child__is_invented=True).values_list("pk", flat=True)
    )


@pytest.mark.django_db
def test_the_demonstration_is_invented_once():
    make_people()
    assert invent_area(cases=40, seed=1, on=TODAY, progress=None) == 40
    worker, parent = (RoleHolding.objects.get(role=role).user for role in ("caseworker", "family"))
    assert Case.objects.known_to(standing_on(worker, TODAY)).count() > 5
    assert Case.objects.known_to(standing_on(parent, TODAY)).count() == 1
    assert invent_area(cases=40, seed=1, on=TODAY, progress=None) == 0


@pytest.mark.django_db
def test_timeliness_counts_with_and_without_exceptions_and_as_known():
    late = world.make_case(world.make_child("Late"), on=date(2026, 1, 5))
    for kind, on, facts in (("assessment-agreed", date(2026, 2, 10), {}), ("plan-agreed", date(2026, 5, 1), {}),
                            ("draft-issued", date(2026, 6, 1), {"information": True}),
                            ("final-issued", date(2026, 7, 20), {"placement": "Oak"})):  # fmt: skip
        if kind == "plan-agreed":
            world.tell(late, "exception-recorded", date(2026, 4, 1), code="X-C", reasons="Illness", evidence="Letter",
                       starts_on="2026-03-01", ends_on="2026-03-20")  # fmt: skip
        world.tell(late, kind, on, **facts)
    world.bring_to(world.make_case(world.make_child("Soon")), "final-issued")
    july = timeliness(TODAY, since=date(2026, 1, 1))
    counted = [
        (one.first, one.plans, one.in_time, one.plans_unexcepted, one.in_time_unexcepted) for one in july
    ]
    assert counted == [(date(2026, 7, 1), 2, 1, 1, 1)]
    assert (july[0].share, july[0].share_of_all) == (1.0, 0.5)
    early = total(timeliness(date(2026, 7, 10), since=date(2026, 1, 1)))
    assert (early.plans, early.in_time) == (1, 1)
    assert timeliness(date(2026, 7, 1), since=date(2026, 1, 1)) == []


@pytest.mark.django_db
def test_timeliness_is_the_same_as_the_pure_rules_give():
    load_invented(cases=MADE[:400], authority=world.council(), teams=[], on=TODAY, by=None)
    since = date(2025, 1, 1)
    finals = [
        follow(made.events).outcome(Duty.FINALISE)
        for made in MADE[:400]
        if any(event.kind == "final-issued" and event.occurred_on >= since for event in made.events)
    ]
    whole = total(timeliness(TODAY, since=since))
    assert whole.in_time == sum(one.days_late == 0 for one in finals)
    assert whole.plans == len(finals)


def test_the_area_has_every_kind_of_case():
    many = list(area(3_000, today=TODAY, seed=4))
    kinds = Counter(event.kind for one in many for event in one.events)
    assert {
        "mediation-wanted", "mediation-held", "mediation-not-arranged", "appeal-conceded", "tribunal-order", "reopened-by-order",
        "phase-transfer-expected", "reassessment-plan-issued", "plan-kept", "move-out-known", "payments-began",
        "early-finish-agreed", "advice-chased", "lateness-explained", "plan-refused", "request-withdrawn",
    } <= set(kinds)  # fmt: skip
    stages = Counter(follow(one.events).stage for one in many)
    assert len(stages) > 15
    assert 0.5 < sum(stages[stage] for stage in WITH_PLAN) / len(many) < 0.7
    assert any(one.is_represented for one in many)
    assert any(event.facts.get("by") == "young-person" for one in many for event in one.events)
    assert sum(one.is_withheld for one in many) > 10


def test_every_invented_case_is_lawful_on_any_day():
    for day in (date(2024, 2, 29), date(2026, 8, 31)):
        for one in area(400, today=day, seed=day.toordinal()):
            assert first_fault(one.events, born_on=one.born_on, today=day) is None


@pytest.mark.django_db
def test_families_come_with_their_homes_and_a_withheld_address_stays_withheld():
    many = list(area(400, today=TODAY, seed=9))
    school = Organisation.objects.create(name="Oakbank Primary School", kind="education")
    load_invented(
        cases=many, authority=world.council(), teams=[], on=TODAY, settings={school.name: school.pk}, by=None
    )
    assert Adult.objects.filter(is_invented=True).count() == sum(len(one.parents) for one in many)
    kept = Withholding.objects.select_related("household", "adult")
    assert kept.count() == sum(one.is_withheld for one in many) > 0
    for one in kept:
        child = one.adult.relationships.get().child
        assert not any(home.household_id == one.household_id for home in addresses_shown_to(one.adult, TODAY))
        assert is_any_withheld(child, TODAY)
    assert Schooling.objects.count() == sum(one.school == school.name for one in many)
    assert Capacity.objects.exists()
    assert all(upn_fault(upn) == "" for upn in Child.objects.exclude(upn=None).values_list("upn", flat=True))
    assert Address.objects.exclude(postcode__startswith="ZZ99").count() == 0


def test_a_rebuild_needs_no_other_facts_than_it_reads():
    for one in MADE:
        bare = [event if event.kind in READS_FACTS else event._replace(facts={}) for event in one.events]
        assert follow(bare) == follow(one.events)
