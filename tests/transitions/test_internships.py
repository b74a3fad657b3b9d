"""Employers with consent, supported internships from start to paid work, and whether it lasts."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.db import IntegrityError, transaction
from django.test import Client

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.employers import keep_employer
from goldenthread.transitions.actions.internships import add_hours, begin_paid_work, check_work
from goldenthread.transitions.models import CoachHours, Employer, Internship, WorkCheck
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.figures import internships
from goldenthread.transitions.queries.internships import sustained
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.adulthood import DAY, OLDER, employer, ended, interned, young

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def case():
    return young(born_on=OLDER)


def paid(one, **changes):
    details = {
        "paid_from": date(2026, 5, 4),
        "paid_by": "Kennels Ltd",
        "edition": one.edition,
        "on": DAY,
        "by": None,
    }
    return begin_paid_work(internship=one, **(details | changes))


def looked(one, weeks=13, **changes):
    one.refresh_from_db()
    details = {"in_work": "yes", "evidence": "employer", "edition": one.edition, "on": DAY, "by": None}
    return check_work(internship=one, weeks=weeks, **(details | changes))


@pytest.mark.parametrize(("changes", "field"), [
    ({"name": " "}, "name"), ({"offer": ""}, "offer"), ({"consented_on": None, "consent": ""}, "consented_on"),
    ({"contact": ""}, "contact"), ({"consent": ""}, "consent"), ({"consented_on": date(2026, 11, 25)}, "consented_on"),
    ({"contact": "", "consented_on": None}, "consented_on"),
])  # fmt: skip
def test_whom_to_ask_is_kept_only_with_a_consent_that_says_when_and_how(changes, field):
    with pytest.raises(Refused) as refused:
        employer(**({"name": "Kennels Ltd"} | changes))
    assert refused.value.field == field
    assert not Employer.objects.exists()


def test_a_consent_taken_back_takes_the_contact_with_it_and_the_database_keeps_to_it():
    kept = employer()
    words = {"name": kept.name, "offer": kept.offer, "adjustments": "", "contact": "", "consent": ""}
    kept = keep_employer(employer=kept, edition=1, consented_on=None, on=DAY, by=None, **words)
    assert (kept.contact, kept.consented_on) == ("", None)
    with pytest.raises(IntegrityError), transaction.atomic():
        Employer.objects.filter(pk=kept.pk).update(contact="Ms Hale")
    with pytest.raises(Refused, match="while you wrote"):
        keep_employer(employer=kept, edition=1, consented_on=None, on=DAY, by=None, **words)
    with pytest.raises(Refused, match="already"):
        keep_employer(
            employer=None, edition=0, consented_on=None, on=DAY, by=None, **(words | {"name": "kennels  LTD"})
        )


@pytest.mark.parametrize(("changes", "why"), [
    ({"starts_on": date(2025, 1, 6), "planned_end_on": date(2025, 9, 1)}, "16 to 24"),
    ({"planned_end_on": date(2026, 7, 3)}, "6 months and a year"), ({"planned_end_on": date(2027, 1, 7)}, "6 months and a year"),
])  # fmt: skip
def test_an_internship_is_for_16_to_24_and_lasts_6_to_12_months(case, changes, why):
    with pytest.raises(Refused, match=why):
        interned(case, **changes)
    assert not Internship.objects.exists()


def test_an_internship_asks_for_a_plan_in_force_and_for_the_end_of_the_one_before(case):
    with pytest.raises(Refused, match="plan in force"):
        interned(world.make_case(world.make_child("Bo", born_on=OLDER)))
    one = interned(case)
    with pytest.raises(Refused, match="runs already"):
        interned(case)
    ended(one)
    assert interned(case, starts_on=date(2026, 9, 1), planned_end_on=date(2027, 7, 1)).ended_on is None
    assert AuditEvent.objects.filter(action="transitions.internship.begun").count() == 2


def test_an_internship_and_the_paid_work_after_it_are_where_the_young_person_is(case):
    one = interned(case, starts_on=date(2026, 3, 2), planned_end_on=date(2026, 9, 4))
    assert stands_of(Case.objects.all(), DAY)[0].last.where == "internship"
    paid(ended(one))
    stands = stands_of(Case.objects.all(), DAY)[0]
    assert (stands.where, stands.last.place) == ("work", "Kennels Ltd")


def test_an_early_end_says_why_and_an_end_is_said_once(case):
    one = interned(case)
    with pytest.raises(Refused, match="Say why it ended early"):
        ended(one, is_completed=False)
    with pytest.raises(Refused, match="between the first day and today"):
        ended(one, ended_on=date(2026, 11, 25))
    with pytest.raises(Refused, match="while you wrote"):
        ended(one, edition=7)
    with pytest.raises(Refused, match="already"):
        ended(ended(one))


def test_paid_work_is_looked_at_when_its_13_26_and_52_weeks_are_over_and_once(case):
    one = paid(ended(interned(case)))
    with pytest.raises(Refused, match="has not come"):
        looked(one, 52)
    with pytest.raises(Refused, match="has not come"):
        looked(one, 14)
    with pytest.raises(Refused, match="goes with"):
        looked(one, evidence="tried")
    assert looked(one).checked_on == DAY
    with pytest.raises(Refused, match="taken already"):
        looked(one)
    assert WorkCheck.objects.count() == 1


def test_what_nobody_could_find_out_counts_as_not_lasting():
    for name, answer in (("A", "yes"), ("B", "no"), ("C", "not-known"), ("D", None)):
        one = paid(ended(interned(young(name=name, born_on=OLDER))))
        if answer:
            looked(one, in_work=answer, evidence="tried" if answer == "not-known" else "self")
    paid(ended(interned(young(name="New", born_on=OLDER))), paid_from=date(2026, 9, 1))
    assert sustained(13, DAY) == (1, 4)
    assert sustained(26, DAY) == (0, 4)
    assert sustained(52, DAY) == (0, 0)


def test_figures_count_internships_of_a_period():
    ended(interned(young(name="A", born_on=OLDER)))
    paid(ended(interned(young(name="B", born_on=OLDER))))
    ended(interned(young(name="C", born_on=OLDER)), is_completed=False, ending="Moved away")
    interned(young(name="D", born_on=OLDER), starts_on=date(2025, 9, 1), planned_end_on=date(2026, 8, 1))
    found = internships(date(2026, 1, 1), date(2026, 11, 24))
    assert {key: (found[key].numerator, found[key].denominator) for key in ("began", "completed", "paid")} == {
        "began": (3, 3), "completed": (2, 3), "paid": (1, 3),
    }  # fmt: skip


@pytest.mark.parametrize(("changes", "field"), [
    ({"worked_on": date(2026, 1, 4)}, "worked_on"), ({"worked_on": date(2026, 11, 25)}, "worked_on"),
    ({"minutes": 0}, "minutes"), ({"minutes": 1_441}, "minutes"),
])  # fmt: skip
def test_a_job_coachs_time_lies_within_the_internship_and_a_day(case, changes, field):
    details = {"worked_on": date(2026, 2, 2), "minutes": 90, "what": "The bus", "on": DAY, "by": None}
    with pytest.raises(Refused) as refused:
        add_hours(internship=interned(case), **(details | changes))
    assert refused.value.field == field
    assert not CoachHours.objects.exists()


def test_the_list_puts_what_is_due_first_adds_up_the_coachs_time_and_costs_the_same_for_twenty(
    case, django_assert_max_num_queries
):
    ended(interned(young(name="Over", born_on=OLDER)))
    due = paid(ended(interned(case)))
    for minutes in (45, 50):
        add_hours(
            internship=due, worked_on=date(2026, 2, 2), minutes=minutes, what="The bus", on=DAY, by=None
        )
    client, counts = sign_in(Client(), person("adulthood-officer")), []
    for number in (0, 18):
        for place in range(number):
            interned(
                young(name=f"More {place}", born_on=OLDER),
                starts_on=date(2026, 6, 1),
                planned_end_on=date(2027, 5, 1),
            )
        with django_assert_max_num_queries(30) as asked:
            text = client.get("/transitions/internships/").content.decode()
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert text.index("Kit") < text.index("More 0") < text.index("Over")
    assert "1 hour 35 minutes so far" in text
    assert "the look after 13 weeks is due" in text


def test_the_officer_takes_an_internship_from_its_beginning_to_a_look_at_the_paid_work(case):
    client, kept = sign_in(Client(), person("adulthood-officer")), employer()
    typed = {"employer": kept.pk, "work": "Walking dogs", "coach": "Lou", "starts_on_0": "5", "starts_on_1": "1",
             "starts_on_2": "2026", "planned_end_on_0": "10", "planned_end_on_1": "7", "planned_end_on_2": "2026"}  # fmt: skip
    names = {"starts_on": ("day", "month", "year"), "planned_end_on": ("day", "month", "year")}
    typed |= {
        f"{name}_{part}": typed[f"{name}_{place}"]
        for name, parts in names.items()
        for place, part in enumerate(parts)
    }
    page = client.post(f"/transitions/internships/begin/{case.public_id}/", typed).url
    assert client.post(page, {"step": "end"}).status_code == 422
    assert client.post(page, {"step": "nonsense"}).status_code == 200
    step = {
        "step": "end",
        "ended_on_day": "3",
        "ended_on_month": "7",
        "ended_on_year": "2026",
        "is_completed": "yes",
        "edition": "1",
    }
    assert client.post(page, step).status_code == 302
    answer = client.post(page, step)
    assert answer.status_code == 422
    assert "while you wrote" in answer.content.decode()
    step = {
        "step": "paid",
        "paid_from_day": "4",
        "paid_from_month": "5",
        "paid_from_year": "2026",
        "paid_by": "Kennels",
        "edition": "2",
    }
    assert client.post(page, step).status_code == 302
    assert "The look after 13 weeks" in client.get(page).content.decode()
    step = {"step": "check", "weeks": "13", "in_work": "yes", "evidence": "employer", "edition": "3"}
    assert client.post(page, step).status_code == 302
    assert "The look after 26 weeks" in client.get(page).content.decode()


def test_a_family_reads_of_the_internship_and_not_whom_we_ask_at_the_employer(case):
    parent = person("family")
    world.parent_of(case.child, parent)
    interned(case)
    text = sign_in(Client(), parent).get(f"/my/moves/{case.public_id}/adulthood/").content.decode()
    assert "Walking dogs at Kennels Ltd" in text
    assert "Ms Hale" not in text
