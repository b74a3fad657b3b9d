"""The parts of a page of results that repeat: each service is written once and kept with the index; a template's loop over
them takes most of the time of a page."""

from __future__ import annotations

from typing import Any

from django.template.loader import get_template
from django.utils.html import format_html_join
from django.utils.safestring import SafeString, mark_safe

from goldenthread.localoffer.queries.searching import Outcome
from goldenthread.localoffer.queries.services import ages_in_words, days_in_words
from goldenthread.localoffer.search.answer import FacetValue
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.question import LABELS, TITLES

DISTANCE = "\x1edistance\x1e"
"""Where the distance goes in a row that is kept: two marks that no text of a record may hold."""


def rows_of(outcome: Outcome) -> SafeString:
    """The page's services as list items."""
    written = []
    for number in outcome.answer.numbers:
        row = outcome.index.rows.get(number) or _row(outcome.index, number)
        metres = outcome.answer.distances.get(number)
        away = "" if metres is None else f"{metres / 1000:.1f} km away"
        written.append(row[0] + (f"{row[1]}{away}" if away else "") + row[2])
    return mark_safe("".join(written))  # noqa: S308 (escaped by the template; the distance is a number)


def _row(index: Index, number: int) -> tuple[str, str, str]:
    """What stands before the distance, what joins it to the facts, and what stands after."""
    shown = index.entries[number].shown
    ages = ages_in_words(shown["minimum_age"], shown["maximum_age"])
    facts = [LABELS["setting"].get(shown["setting"], shown["setting"])] if shown["setting"] else []
    facts += [LABELS["setting"]["section-41"]] if shown["is_section_41"] else []
    facts += [LABELS["area"]["out"]] if shown["is_out_of_area"] else []
    facts += [f"Ages {ages}"] if ages else []
    facts += [days_in_words(shown["days"])] if shown["days"] else []
    facts += ["Free"] if shown["is_free"] else []
    row = {**shown, "facts": facts, "is_closed": shown["status"] == "temporarily closed"}
    before, after = (
        get_template("localoffer/row.html").render({"row": row, "distance": DISTANCE}).split(DISTANCE)
    )
    index.rows[number] = before, " · " if facts else "", after
    return index.rows[number]


def groups_of(outcome: Outcome) -> list[dict[str, Any]]:
    """The facets that have values, each with its boxes to tick."""
    return [
        {
            "title": TITLES[group],
            "boxes": _boxes(group, values),
            "is_open": any(one.is_chosen for one in values),
        }
        for group, values in outcome.answer.facets.items()
        if values
    ]


def _boxes(group: str, values: list[FacetValue]) -> SafeString:
    box = (
        '<div class="govuk-checkboxes__item"><input class="govuk-checkboxes__input" id="{0}-{1}" name="{0}" type="checkbox" '
        'value="{1}"{2}><label class="govuk-label govuk-checkboxes__label" for="{0}-{1}">{3} ({4})</label></div>'
    )
    ticked = mark_safe(" checked")
    return format_html_join(
        "", box, ((group, one.code, ticked if one.is_chosen else "", one.label, one.count) for one in values)
    )
