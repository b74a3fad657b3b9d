"""The figures on offer: one shape, counted together, named when they are gone."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.evidence.figures import FIGURES, SOURCES, Asked, Counted, count, figure_called
from goldenthread.kit.errors import Refused
from goldenthread.returns.published.measures import MEASURES
from tests.casework import world

ASKED = Asked(date(2026, 1, 1), date(2026, 12, 31), world.TODAY, world.TODAY)


def test_figures_have_codes_of_their_own_and_say_what_they_count():
    offered = [one for source in SOURCES for one in source.offers]
    assert len(FIGURES) == len(offered) == 54
    for one in offered:
        assert one.numerator
        assert one.definition
        assert one.code.split(".")[0] in {s.key for s in SOURCES}


def test_figures_with_england_beside_them_name_a_published_statistic_of_the_same_kind():
    for _, one in FIGURES.values():
        if one.published:
            assert bool(MEASURES[one.published].denominator) == bool(one.denominator), one.code


@pytest.mark.django_db
def test_count_answers_every_figure_of_every_source():
    world.bring_to(world.make_case(on=date(2026, 3, 2)), "final-issued")
    answers = count((code, ASKED) for code in FIGURES)
    assert None not in answers.values()
    assert answers["casework.new-plans", ASKED] == Counted(1)
    for code, asked in answers:
        assert bool(FIGURES[code][1].denominator) == (answers[code, asked].denominator is not None), code


@pytest.mark.django_db
def test_count_asks_a_source_once_for_all_its_figures(django_assert_max_num_queries):
    with django_assert_max_num_queries(6):
        count([(code, ASKED) for code in FIGURES if code.startswith("casework.")] * 3)


def test_figure_called_names_the_one_that_is_gone():
    with pytest.raises(Refused, match=r"no figure called “casework\.beds”"):
        figure_called("casework.beds")


@pytest.mark.parametrize(
    ("counted", "may"),
    [(Counted(5, 10), True), (Counted(4, 10), False), (Counted(6, 10), False), (Counted(None, 9), False)],
)
def test_may_be_published_hides_small_parts_and_small_rests(counted, may):
    assert FIGURES["casework.in-time"][1].may_be_published(counted) is may
