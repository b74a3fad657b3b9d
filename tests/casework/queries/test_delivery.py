"""Promised against given, term by term."""

from datetime import date

import pytest

from goldenthread.casework.actions.delivering import say_what_was_given
from goldenthread.casework.plan.lines import Provision
from goldenthread.casework.queries.delivery import delivered_in, promised_minutes, provision_in, sums, term_of
from goldenthread.kit.errors import Refused
from tests.casework import planworld
from tests.casework.actions.test_reviewing import final

pytestmark = pytest.mark.django_db
ON = date(2027, 3, 1)


@pytest.fixture
def case():
    return final(planworld.drafting())


def say(case, line, promised=600, given=600, **more):
    return say_what_was_given(case=case, line=line, term="2027-spring", promised_minutes=promised, delivered_minutes=given,
                              is_missed=more.pop("is_missed", False), why=more.pop("why", ""), on=ON, by=None)  # fmt: skip


@pytest.mark.parametrize(("often", "long", "term", "minutes"), [
    ("four days each week", "30 minutes", "2026-autumn", 1680), ("once a fortnight", "45 minutes", "2027-spring", 270),
    ("every day", "20 minutes", "2027-summer", 1200), ("once a term", "one hour", "2026-autumn", 60),
    ("three times a year", "one hour", "2026-autumn", 60), ("regularly", "30 minutes", "2026-autumn", None),
    ("once a week", "", "2026-autumn", None),
])  # fmt: skip
def test_promised_minutes_follow_from_how_often_and_how_long(often, long, term, minutes):
    line = Provision(id="f1", text="A teacher will teach Sam.", how_often=often, how_long=long)
    assert promised_minutes(line, term) == minutes


@pytest.mark.parametrize(("day", "term"), [
    (date(2026, 9, 1), "2026-autumn"), (date(2026, 12, 31), "2026-autumn"), (date(2027, 1, 1), "2027-spring"),
    (date(2027, 8, 31), "2027-summer"), (date(2028, 2, 29), "2028-spring"),
])  # fmt: skip
def test_term_of_covers_every_day(day, term):
    assert term_of(day) == term


def test_say_what_was_given_asks_why_it_was_less(case):
    line = provision_in(case.versions.first())[0].id
    with pytest.raises(Refused, match="Say why less was given"):
        say(case, line, given=300)
    assert say(case, line, given=300, why="The teacher was ill.").is_missed


def test_say_what_was_given_refuses_a_line_that_the_plan_does_not_have(case):
    with pytest.raises(Refused, match="not in the plan in force"):
        say(case, "f99")


def test_the_last_word_counts_and_the_first_stays(case):
    line = provision_in(case.versions.first())[0].id
    say(case, line, given=300, why="Illness")
    say(case, line, given=600)
    shown = {one.line.id: one.state for one in delivered_in(case, "2027-spring")}
    assert shown[line] == "done"
    assert set(shown.values()) == {"done", "not_yet"}
    assert case.deliveries.count() == 2
    assert [(one.promised, one.delivered, one.missed) for one in sums(case)] == [(600, 600, 0)]
