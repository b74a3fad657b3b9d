"""Live fields: known names only, each filled, and nothing of Python's own formatting let through."""

import pytest

from goldenthread.casework.letters.fields import FIELDS, EmptyField, UnknownField, fields_in, filled


def test_filled_puts_the_values_in():
    assert (
        filled("Dear {reader}, about {child}.", {"reader": "Robin", "child": "Ash"})
        == "Dear Robin, about Ash."
    )


def test_filled_names_the_field_that_has_nothing_to_put_in():
    with pytest.raises(EmptyField, match=r"nothing to put in for “\{mediation\}”"):
        filled("Ring {mediation}", {"mediation": ""})


@pytest.mark.parametrize(
    "words", ["{surname}", "{child.pk}", "{child!r}", "{child:>10}", "{0}", "{}", "{child[0]}"]
)
def test_fields_in_refuses_what_is_no_live_field(words):
    with pytest.raises(UnknownField, match="is no live field"):
        fields_in(words)


@pytest.mark.parametrize("words", ["a { b", "a } b", "{child"])
def test_fields_in_refuses_a_lone_brace(words):
    with pytest.raises(UnknownField, match="open or closed alone"):
        fields_in(words)


def test_a_value_with_braces_is_not_read_as_a_field():
    assert (
        filled("{reasons}", {"reasons": "{child} and {worker.password}"}) == "{child} and {worker.password}"
    )


def test_every_field_says_what_it_stands_for():
    assert all(words and not words.endswith(".") for words in FIELDS.values())
