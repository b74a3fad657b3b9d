"""The counts that evidence is made of, with what they are out of."""

from datetime import date

import pytest

from goldenthread.commissioning.actions import joint
from goldenthread.commissioning.queries.figures import joint_counts, publication_counts, wait_counts
from goldenthread.kit.dates import PartialDate
from tests.commissioning import bought, waits

pytestmark = pytest.mark.django_db
SEPTEMBER = PartialDate(2026, 9)


def test_wait_counts_are_those_known_on_the_day():
    line = waits.make_line()
    waits.record(line, "2026-09", waits.COUNTS, on=date(2026, 10, 5))
    waits.record(line, "2026-09", (20, 30, 40, 50, 20, 20, 5), on=date(2026, 11, 5))
    then, now = (wait_counts(line, SEPTEMBER, day) for day in (date(2026, 10, 6), waits.TODAY))
    assert (then["within_18_weeks"].numerator, then["within_18_weeks"].denominator) == (160, 175)
    assert now["waiting"].numerator == 185


def test_wait_counts_of_a_month_that_was_not_sent_are_none():
    assert wait_counts(waits.make_line(), SEPTEMBER, waits.TODAY) == {}


def test_publication_counts_have_a_base():
    waits.record(waits.make_line("One"), "2026-10", waits.COUNTS)
    waits.record(waits.make_line("Two"), "2026-08", (10, 10, 10, 10, 10, 0, 0))
    waits.make_line("Three")
    found = publication_counts(waits.TODAY)
    in_time, offers = found["published_in_time"], found["long_waits_with_an_offer"]
    assert (in_time.numerator, in_time.denominator) == (1, 3)
    assert (offers.numerator, offers.denominator) == (1, 1)


def test_joint_counts_have_a_base_and_a_period():
    service = bought.make_service()
    joint.set_money(service=service, year=2026, council_pence=1, health_pence=2, by=None)
    for fields in (
        bought.review_fields(),
        bought.review_fields(for_health="", for_families="The forum"),
        bought.review_fields(held_on=date(2025, 1, 5)),
    ):
        joint.record_review(service=service, fields=fields, on=waits.TODAY, by=None)
    joint.record_need(fields=bought.need_fields(), on=waits.TODAY, by=None)
    since, until = date(2026, 1, 1), date(2026, 12, 31)
    found = joint_counts(since=since, until=until, day=waits.TODAY, listed={})
    shares = {name: (one.numerator, one.denominator) for name, one in found.items()}
    assert shares == {"duties_covered": (0, 10), "money_signed_by_both": (0, 1), "joint_reviews": (1, 2),
                      "reviews_with_families": (1, 2), "gaps": (1, 1)}  # fmt: skip
    earlier = joint_counts(since=since, until=until, day=date(2026, 11, 19), listed={})
    assert earlier["joint_reviews"].denominator == 0
