"""Live fields: names in braces that are filled in when a letter is made, and never typed."""

from __future__ import annotations

from collections.abc import Mapping
from string import Formatter

FIELDS = {
    "reader": "the name of the person to whom it goes",
    "child": "the child’s first name",
    "reference": "the reference of the case",
    "authority": "the council",
    "worker": "who has the case",
    "today": "the day of the letter",
    "decided": "the day of the decision",
    "reasons": "the reasons of the decision, as they were recorded",
    "from_on": "the day from which a change counts",
    "placement": "the school, college or type named in the plan",
    "appeal_by": "the last day for an appeal, if the letter goes today",
    "mediation_by": "the last day to contact a mediation adviser",
    "views_by": "the last day of the 15 days for views",
    "council": "how to reach the team",
    "mediation": "the mediation adviser and how to reach them",
    "disagreement": "the disagreement resolution service and how to reach it",
    "advice": "the information, advice and support service and how to reach it",
    "schools": "where to find information about schools and colleges",
    "account": "where people sign in",
}
"""Every live field, and what stands in its place."""


class UnknownField(ValueError):
    """A name in braces that is no live field."""


class EmptyField(ValueError):
    """A live field for which there is nothing to put in."""

    def __init__(self, name: str) -> None:
        super().__init__(f"There is nothing to put in for “{{{name}}}”: {FIELDS[name]}.")
        self.name = name


def fields_in(words: str) -> list[str]:
    """The live fields in some words, in their order. Raises UnknownField in words for the writer.

    >>> fields_in("Dear {reader}, by {appeal_by}")
    ['reader', 'appeal_by']
    """
    try:
        parts = list(Formatter().parse(words))
    except ValueError:
        raise UnknownField("A brace is open or closed alone. Write live fields like {child}.") from None
    found = []
    for _, name, form, conversion in parts:
        if name is None:
            continue
        if name not in FIELDS or form or conversion:
            raise UnknownField(f"“{{{name}}}” is no live field. The fields are listed beside the letter.")
        found.append(name)
    return found


def filled(words: str, values: Mapping[str, str]) -> str:
    """The words with their live fields filled in. Raises EmptyField for one without a value, UnknownField for a wrong name.

    >>> filled("Dear {reader},", {"reader": "Robin"})
    'Dear Robin,'
    """
    for name in fields_in(words):
        if not values.get(name):
            raise EmptyField(name)
    return words.format_map(values)
