"""Knots, clocks and tags always say their state in words."""

from datetime import date

import pytest
from django.template import engines
from django.template.loader import render_to_string

from goldenthread.kit.clock import Clock, days_words
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.figures import Figure
from goldenthread.kit.provenance import Source
from goldenthread.kit.states import KNOT_STATES, TONES
from goldenthread.kit.thread import Knot

TODAY = date(2026, 11, 23)


@pytest.mark.parametrize(
    ("due", "words"),
    [
        (date(2026, 11, 23), "today"),
        (date(2026, 11, 24), "tomorrow"),
        (date(2026, 11, 22), "1 day late"),
        (date(2026, 11, 11), "12 days late"),
        (date(2026, 12, 2), "in 9 days"),
        (date(2026, 12, 7), "in 2 weeks"),
        (date(2027, 1, 25), "in 9 weeks"),
        (date(2026, 5, 23), "6 months late"),
        (date(2027, 11, 22), "in 11 months"),
        (date(2024, 11, 23), "2 years late"),
        (PartialDate(2026, 11), "this month"),
        (PartialDate(2026, 10), "23 days late"),
        (PartialDate(2026), "this year"),
        (PartialDate(2026, 12), "next month"),
        (PartialDate(2027, 3), "in 4 months"),
        (PartialDate(2027), "next year"),
        (PartialDate(2026, 11, 11), "12 days late"),
    ],
)
def test_days_words_says_the_span_as_people_do(due, words):
    assert days_words(due, TODAY) == words


@pytest.mark.parametrize("state", KNOT_STATES)
def test_every_knot_has_a_shape_and_a_word(state):
    html = render_to_string("kit/thread.html", {"knots": [Knot("Something", state)]})
    assert "<svg" in html
    assert Knot("Something", state).state_text in html


def test_a_knot_refuses_a_state_that_has_no_shape():
    with pytest.raises(ValueError, match="choose one of"):
        Knot("Something", "purple")


def test_a_thread_shows_months_as_months_and_its_children():
    knot = Knot(
        "Parent", "done", PartialDate(2022, 2), children=(Knot("Child", "closed"),), source=Source("Letter")
    )
    html = render_to_string("kit/thread.html", {"knots": [knot], "label": "Example"})
    assert '<time datetime="2022-02">February 2022</time>' in html
    assert "Closed by others" in html
    assert html.count("<ol") == 2
    assert "Letter" in html


def test_an_empty_thread_says_so():
    assert "Nothing is on this thread yet." in render_to_string("kit/thread.html", {"knots": []})


def clock(**changes):
    values = {
        "what": "It must be sent",
        "due": date(2026, 11, 11),
        "today": TODAY,
        "who": "The team",
        "why": "Because",
    }
    return Clock(**values | changes)


def test_a_clock_says_how_late_it_is():
    html = render_to_string("kit/clock.html", {"clock": clock()})
    assert "Wednesday 11 November 2026" in html
    assert "12 days late" in html
    assert "Because" in html


def test_a_clock_that_was_stopped_says_when():
    assert clock(done_on=date(2026, 11, 14)).span == "done 3 days late"
    assert clock(done_on=date(2026, 11, 11)).span == "done in time"
    assert clock(done_on=date(2026, 11, 25)).state == "late", "what is done after this day was not done on it"


def test_a_month_is_not_late_before_it_is_over():
    assert clock(due=PartialDate(2026, 11)).state == "due"
    assert clock(due=PartialDate(2026, 10)).state == "late"


@pytest.mark.parametrize("state", [*KNOT_STATES, *TONES])
def test_a_tag_always_has_a_word_and_a_shape(state):
    template = engines["django"].from_string('{% status state "" %}')
    html = template.render({"state": state})
    words = html.rsplit("<span>", 1)[1].split("</span>")[0]
    assert words.strip()
    assert "<svg" in html


def test_a_figure_is_never_bare():
    html = render_to_string(
        "kit/figure.html", {"figure": Figure("62%", "letters in time", 31, 50, "autumn 2026")}
    )
    assert "letters in time" in html
    assert "31 of 50, autumn 2026" in html


def test_a_drawn_trend_needs_words():
    with pytest.raises(ValueError, match="trend_words"):
        Figure("1", "thing", trend=(1, 2))
