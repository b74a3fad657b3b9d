"""Sharing an amount by percentages."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.commissioning.money.split import WHOLE, read_share, split


@given(st.integers(0, 10**12), st.integers(0, WHOLE), st.integers(0, WHOLE))
def test_split_adds_up_and_nobody_pays_a_penny_too_much_or_too_little(total, first, second):
    low, high = sorted((first, second))
    shares = (low, high - low, WHOLE - high)
    parts = split(total, shares)
    assert sum(parts) == total
    assert all(abs(part * WHOLE - total * share) < WHOLE for part, share in zip(parts, shares, strict=True))


@pytest.mark.parametrize("shares", [(5_000, 4_999), (10_001, -1), (0, 0)])
def test_split_refuses_shares_that_are_no_whole(shares):
    with pytest.raises(ValueError, match="whole"):
        split(100, shares)


@pytest.mark.parametrize("text", ["33.333", "a third", "100.01", "-1", "1e1", ""])
def test_share_that_cannot_be_read_is_named(text):
    with pytest.raises(ValueError, match="Enter"):
        read_share(text)
