"""Two people agree, the worker removes; holds and changed rules stop it; the pages do what the actions do."""

from __future__ import annotations

from datetime import date, timedelta

import pytest
import time_machine
from django.test import Client
from django.utils import timezone
from procrastinate.contrib.django.models import ProcrastinateJob

from goldenthread.audit.models import Event
from goldenthread.keeping.actions.holding import choose_years, end_hold, hold, review_hold
from goldenthread.keeping.actions.proposing import confirm, decline, propose
from goldenthread.keeping.actions.removing import remove
from goldenthread.keeping.models import Removal
from goldenthread.keeping.queries import due as queries
from goldenthread.keeping.queries.reach import reach_of
from goldenthread.keeping.tasks import carry_out
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult, Child
from tests.access import table
from tests.access.people import ONE_OF_EACH_ROLE
from tests.access.test_matrix import differences
from tests.casework import world
from tests.keeping.world import TODAY, alerted, due_child, records
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def two():
    return person("data-protection"), person("data-protection")


def test_a_child_of_31_is_due_and_one_a_day_younger_is_not():
    born_on = date(TODAY.year - 31, TODAY.month, TODAY.day)
    child = due_child(born_on=born_on)
    due_child("Young", born_on=born_on + timedelta(days=1))
    assert [line.key for line in queries.due("child-file", TODAY)] == [child.pk]


def test_years_that_the_council_chose_count_from_their_day(two):
    due_child()
    choose_years(kind="child-file", years=35, reason="Our own schedule says so", on=TODAY, by=two[0])
    assert queries.count_due("child-file", TODAY) == 0
    assert queries.count_due("child-file", TODAY - timedelta(days=1)) == 1
    assert queries.rule_on("child-file", TODAY).reason == "Our own schedule says so"


def test_what_was_not_read_in_its_source_says_so():
    assert all(rule.citation.unconfirmed for rule in queries.rules_on(TODAY))


def test_a_sister_and_the_mother_of_both_stay(two):
    child, sister = due_child(), due_child("Sister", born_on=date(2015, 1, 1))
    mother = world.parent_of(child)
    sister.relationships.create(adult=mother, tie="parent", starts_on=sister.born_on)
    father = world.parent_of(child, name="Only Father")
    (made,) = propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[0])
    confirm(removals=[made], on=TODAY, by=two[1])
    carry_out()
    assert not Child.objects.filter(pk=child.pk).exists()
    assert Child.objects.filter(pk=sister.pk).exists()
    assert [one.pk for one in Adult.objects.filter(pk__in=[mother.pk, father.pk])] == [mother.pk]
    assert Adult not in reach_of(sister) or mother.pk in reach_of(sister)[Adult]


def test_a_hold_that_comes_after_the_confirmation_still_keeps_the_file(two):
    child = due_child()
    (made,) = propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[0])
    confirm(removals=[made], on=TODAY, by=two[1])
    held = hold(
        child=child,
        asked_by="The court",
        reason="It is asked for",
        review_on=date(2027, 1, 1),
        on=TODAY,
        by=two[0],
    )
    carry_out()
    made.refresh_from_db()
    assert made.state == "declined"
    assert "held back" in made.why_not
    assert Child.objects.filter(pk=child.pk).exists()
    review_hold(held=held, review_on=date(2027, 6, 1), on=TODAY, by=two[0])
    end_hold(held=held, on=TODAY, by=two[0])
    with pytest.raises(Refused, match="ended already"):
        end_hold(held=held, on=TODAY, by=two[0])


def test_what_is_refused(two):
    child = due_child()
    young = due_child("Young", born_on=date(2015, 1, 1))
    with pytest.raises(Refused, match="has changed"):
        propose(kind="child-file", keys=[child.pk, young.pk], on=TODAY, by=two[0])
    with pytest.raises(Refused, match="Choose at least one"):
        propose(kind="child-file", keys=[], on=TODAY, by=two[0])
    (made,) = propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[0])
    with pytest.raises(Refused, match="has changed"):
        propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[1])
    with pytest.raises(Refused, match="Another person"):
        confirm(removals=[made], on=TODAY, by=two[0])
    with pytest.raises(Refused, match="Two people"):
        remove(removal=made, on=TODAY, by=None)
    decline(removal=made, why="Not yet", on=TODAY, by=two[0])
    with pytest.raises(Refused, match="few words"):
        choose_years(kind="child-file", years=3, reason="So", on=TODAY, by=two[0])


def test_the_record_of_it_names_nobody(two):
    child = due_child("Zebedee")
    number, reference = child.pk, child.cases.get().reference
    (made,) = propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[0])
    confirm(removals=[made], on=TODAY, by=two[1])
    carry_out()
    made.refresh_from_db()
    event = Event.objects.get(action="keeping.removed")
    assert (made.state, made.child_id) == ("removed", None)
    assert len(made.reference) == 32
    said = f"{event.subject} {event.detail} {made.rule} {made.counts}"
    assert "Zebedee" not in said
    assert reference not in said
    assert f"child:{number}" not in said


def test_from_the_list_to_the_record_by_the_pages(two):
    child = due_child()
    one, other = sign_in(Client(), two[0]), sign_in(Client(), two[1])
    assert child.cases.get().reference in one.get("/keeping/").content.decode()
    one.post("/keeping/", {"kind": "child-file", "chosen": [child.pk]})
    made = Removal.objects.get()
    one.post("/keeping/proposals/", {"chosen": [made.public_id]})
    made.refresh_from_db()
    assert made.state == "proposed"
    other.post("/keeping/proposals/", {"chosen": [made.public_id]})
    carry_out()
    made.refresh_from_db()
    assert made.reference in other.get("/keeping/removed/").content.decode()
    assert timezone.localdate() == TODAY


def test_pages_for_everybody(record_property):
    people = {
        who: person(_ROLES.get(who, who)) for who in ONE_OF_EACH_ROLE if who not in ("anonymous", "no-role")
    }
    from tests.readers import stranger

    people["no-role"] = stranger()
    cells, wrong = differences(table.KEEPING, records() | alerted(), people, ONE_OF_EACH_ROLE)
    record_property("counted", {"what": "cells of keeping", "tried": cells, "failed": len(wrong)})
    assert not wrong, "\n".join(wrong)


_ROLES = {"worker": "caseworker", "manager": "casework-manager", "parent": "family"}


@pytest.mark.django_db(transaction=True)
def test_a_second_confirmation_before_the_worker_comes_is_no_trouble(two):
    for number in range(2):
        child = due_child(f"Due{number}")
        confirm(
            removals=propose(kind="child-file", keys=[child.pk], on=TODAY, by=two[0]), on=TODAY, by=two[1]
        )
    waiting = ProcrastinateJob.objects.filter(task_name="keeping.carry_out", status="todo")
    assert waiting.count() == 1
