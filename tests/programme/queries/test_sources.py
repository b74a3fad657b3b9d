"""Where a row comes from: an address is a link only when it leads to the web."""

from __future__ import annotations

from types import SimpleNamespace

import pytest

from goldenthread.programme.queries.sources import sources_of


def decision(address: str, title: str = "Letter of closure") -> SimpleNamespace:
    return SimpleNamespace(letter_title=title, letter_address=address, sources=[address], certainty="")


def test_a_letter_on_the_web_is_a_link():
    (letter,) = sources_of(decision("https://www.gov.example/letter"))
    assert (letter.text, letter.href) == ("Letter of closure", "https://www.gov.example/letter")


@pytest.mark.parametrize(
    "address",
    [
        "javascript:alert(1)",
        " javascript:alert(1)",
        "java\tscript:x",
        "data:text/html,x",
        "//x.example",
        "shelf 4",
    ],
)
def test_anything_else_is_words(address):
    assert [one.href for one in sources_of(decision(address))] == ["", ""]
