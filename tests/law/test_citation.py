from datetime import date

import pytest

from goldenthread.law.citation import Citation, Dated, in_force, span_faults, span_in_words
from goldenthread.law.errors import NotInForce


def dated(value, starts, ends=None):
    return Dated(value, Citation(f"regulation {value}", "https://example.org/", starts, ends))


OLD = dated(10, date(2016, 3, 1), date(2020, 2, 29))
NEW = dated(20, date(2020, 3, 1))


@pytest.mark.parametrize(
    ("day", "value"),
    [
        pytest.param(date(2016, 3, 1), 10, id="first day"),
        pytest.param(date(2020, 2, 28), 10, id="the day before the last"),
        pytest.param(date(2020, 2, 29), 10, id="last day, a leap day"),
        pytest.param(date(2020, 3, 1), 20, id="first day of the next"),
        pytest.param(date(2050, 1, 1), 20, id="open end"),
    ],
)
def test_in_force_takes_the_value_of_the_day(day, value):
    assert in_force((OLD, NEW), day, name="a-rule").value == value


def test_in_force_refuses_the_day_before_the_first():
    with pytest.raises(NotInForce) as refused:
        in_force((OLD, NEW), date(2016, 2, 29), name="a-rule")
    assert str(refused.value) == (
        "The rule a-rule has no value for 29 February 2016. It runs from 1 March 2016 to 29 February 2020; "
        "from 1 March 2020. Check the day, or choose the rule that applied then."
    )


def test_in_force_refuses_the_day_after_a_closed_last_span():
    with pytest.raises(NotInForce):
        in_force((OLD,), date(2020, 3, 1), name="a-rule")


@pytest.mark.parametrize(
    ("limit", "fault"),
    [
        pytest.param((), "no value at all", id="nothing"),
        pytest.param((OLD, dated(3, date(2020, 2, 29))), "overlap on 2020-02-29", id="one day too early"),
        pytest.param((OLD, dated(3, date(2020, 3, 2))), "nothing covers 2020-03-01 to 2020-03-01", id="hole"),
        pytest.param((NEW, dated(3, date(2024, 1, 1))), "overlap on 2024-01-01", id="open end, then another"),
        pytest.param((NEW, OLD), "overlap", id="wrong order"),
    ],
)
def test_span_faults_finds_overlaps_and_holes(limit, fault):
    assert fault in span_faults(limit)[0]


def test_span_faults_is_empty_when_each_ends_the_day_before_the_next():
    assert span_faults((OLD, NEW)) == []


def test_citation_refuses_to_end_before_it_starts():
    with pytest.raises(ValueError, match="before it starts"):
        Citation("regulation 1", "https://example.org/", date(2020, 1, 2), date(2020, 1, 1))


@pytest.mark.parametrize(
    ("text", "url"), [(" ", "https://example.org/"), ("regulation 1", ""), ("regulation 1", "x")]
)
def test_citation_refuses_to_be_without_words_or_address(text, url):
    with pytest.raises(ValueError, match="needs words and a web address"):
        Citation(text, url, date(2020, 1, 1))


def test_citation_may_last_one_day():
    one_day = Citation("regulation 1", "https://example.org/", date(2020, 1, 1), date(2020, 1, 1))
    assert one_day.covers(date(2020, 1, 1))
    assert not one_day.covers(date(2020, 1, 2))


def test_span_in_words_gives_practice_by_the_month():
    practice = Citation(
        "seen", "https://example.org/", date(2016, 5, 1), date(2022, 12, 31), unconfirmed=True
    )
    assert span_in_words(practice) == "from May 2016 to December 2022"
