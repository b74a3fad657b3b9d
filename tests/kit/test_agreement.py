"""Agreement between two people, against a worked table and what must hold for any."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.kit.agreement import agreement

PAIRS = st.lists(st.tuples(st.sampled_from("abc"), st.sampled_from("abc")), min_size=1, max_size=40)


def test_agreement_of_a_table_worked_by_hand():
    """Of 50: both yes 20, first alone yes 5, second alone yes 10, both no 15. Observed 0.7, by chance 0.5, so kappa is 0.4."""
    one = ["yes"] * 25 + ["no"] * 25
    other = ["yes"] * 20 + ["no"] * 5 + ["yes"] * 10 + ["no"] * 15
    found = agreement(one, other)
    assert (found.alike, found.of, found.percent) == (35, 50, 70.0)
    assert found.kappa == pytest.approx(0.4)


def test_agreement_below_chance_is_below_nought():
    assert agreement(["a", "b"], ["b", "a"]).kappa == -1


def test_agreement_has_no_kappa_where_all_is_under_one_heading():
    found = agreement(["a", "a"], ["a", "a"])
    assert (found.percent, found.kappa) == (100.0, None)


@given(PAIRS)
def test_agreement_is_the_same_whoever_is_named_first(pairs):
    one, other = zip(*pairs, strict=True)
    assert agreement(one, other) == agreement(other, one)


@given(PAIRS)
def test_kappa_is_never_above_one_and_is_one_only_where_all_is_alike(pairs):
    one, other = zip(*pairs, strict=True)
    found = agreement(one, other)
    if found.kappa is not None:
        assert found.kappa <= 1
        assert (found.kappa == 1) == (one == other)


@pytest.mark.parametrize(
    ("one", "other", "words"), [(["a"], [], "One person sorted 1"), ([], [], "Neither person")]
)
def test_agreement_refuses_what_cannot_be_compared(one, other, words):
    with pytest.raises(ValueError, match=words):
        agreement(one, other)
