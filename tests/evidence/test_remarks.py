"""What is said beside a measure's run: remarks with their author, England and the neighbours, and marks for ever."""

from __future__ import annotations

from datetime import date

import pytest
import time_machine
from django.test import Client

from goldenthread.evidence.actions.measures import tie
from goldenthread.evidence.actions.remarks import add_remark, take_back_remark
from goldenthread.evidence.figures import FIGURES
from goldenthread.evidence.models import Remark
from goldenthread.evidence.queries.beside import published_beside
from goldenthread.evidence.queries.live import live_measures, marks_of, whole_run_of
from goldenthread.kit import charts
from goldenthread.kit.errors import Refused
from goldenthread.returns.demonstration import load_published
from tests.casework import world
from tests.evidence.freezing import make_measure
from tests.programme.world import make_plan
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
DAY, LATER = date(2026, 9, 30), date(2027, 11, 30)
IN_TIME = "casework.in-time"


def test_remark_has_its_author_and_taken_back_it_stays_on_the_days_before(measure, lead):
    made = add_remark(
        measure=measure, about_on=date(2026, 3, 1), words="Two psychologists began", on=DAY, by=lead
    )
    assert (made.recorded_by, made.known_on) == (lead, DAY)
    with pytest.raises(Refused, match="Say why"):
        take_back_remark(remark=made, why=" ", on=LATER, by=lead)
    take_back_remark(remark=made, why="It was April", on=LATER, by=lead)
    with pytest.raises(Refused, match="taken this back already"):
        take_back_remark(remark=made, why="Again", on=LATER, by=lead)
    assert list(Remark.objects.as_known_on(date(2027, 11, 29))) == [made]
    assert not Remark.objects.as_known_on(LATER).exists()
    assert Remark.objects.count() == 1


def test_remark_about_a_day_to_come_or_without_words_is_refused(measure, lead):
    for about_on, words in ((date(2026, 10, 1), "Soon"), (DAY, "  ")):
        with pytest.raises(Refused):
            add_remark(measure=measure, about_on=about_on, words=words, on=DAY, by=lead)
    assert not Remark.objects.exists()


def test_page_adds_a_remark_marks_its_day_in_the_drawing_and_shows_what_was_taken_back(lead):
    measure = make_measure(make_plan())
    world.bring_to(world.make_case(), "final-issued")
    with time_machine.travel("2026-09-30T10:00:00Z", tick=False):
        tie(measure=measure, figure="casework.requests", months=12, on=date(2026, 1, 5), by=lead)
        browser, page = sign_in(Client(), lead), f"/evidence/measures/{measure.pk}/"
        day = {"about_on_day": "1", "about_on_month": "3", "about_on_year": "2026"}
        assert browser.post(f"{page}remark/", {**day, "words": ""}).status_code == 422
        assert browser.post(f"{page}remark/", {**day, "words": "Two psychologists began"}).status_code == 302
        assert "Two psychologists began" in browser.get(page).content.decode()
        made = Remark.objects.get()
        other = sign_in(Client(), person("programme-lead", programme="elsewhere"))
        assert other.post(f"/evidence/remarks/{made.pk}/take-back/", {"why": "Mine"}).status_code == 404
        browser.post(f"/evidence/remarks/{made.pk}/take-back/", {"why": "It was April"})
        said = browser.get(page).content.decode()
        assert "It was April" in said
        assert "Nobody has said what happened" in said


def test_line_marks_a_day_with_its_number():
    points = [charts.Point(date(2026, month, 1), 50.0) for month in (1, 2, 3)]
    drawn = charts.line(points, notes=[charts.Note(date(2026, 2, 1), "N7")])
    assert "N7" in drawn
    assert "N7" not in charts.line(points)


def test_denominator_that_jumped_is_marked_for_ever(measure, lead):
    tie(measure=measure, figure=IN_TIME, months=1, on=date(2026, 1, 5), by=lead)
    for number in range(6):
        case = world.bring_to(world.make_case(world.make_child(f"Ash {number}")), "draft-issued")
        world.tell(
            case,
            "final-issued",
            date(2026, 7, 20) if number < 2 else date(2026, 8, 20),
            placement="Oak School",
        )
    said = {}
    for day in (date(2026, 12, 31), LATER):
        live = live_measures([measure], day, LATER)[measure.pk]
        said[day] = [one for one in marks_of(live, whole_run_of(live)) if "went from 2 to 4" in one]
    assert said[LATER] == said[date(2026, 12, 31)]
    assert len(said[LATER]) == 1


def test_england_and_the_neighbours_stand_beside_a_measure_of_the_same_count(settings):
    settings.AREA_NAME = "City of Wolverhampton"
    load_published(on=date(2026, 11, 24))
    found = published_beside(FIGURES[IN_TIME][1])
    year = next(one for one in found.years if one.period == "2024")
    assert (year.england.numerator, year.england.denominator, year.england.words) == (39_407, 84_866, "46.4%")
    assert (year.of, len(found.neighbours)) == (10, 10)
    assert 0 < year.neighbours < 100
    assert found.years[0].period >= found.years[-1].period
    nothing_like_it = next(one for _, one in FIGURES.values() if not one.published)
    assert published_beside(nothing_like_it) is None
