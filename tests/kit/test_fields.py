"""Date fields: what is read, what is said, what is kept."""

from datetime import date

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.kit.forms import DayField, KitForm, PartialDateField


class Dates(KitForm):
    due = PartialDateField(label="When it is due")
    held_on = DayField(label="Day it was held")


def dates(due="February 2022", day="16", month="2", year="2022"):
    return Dates({"due": due, "held_on_day": day, "held_on_month": month, "held_on_year": year})


def test_a_month_stays_a_month():
    form = dates()
    assert form.is_valid()
    assert form.cleaned_data == {"due": PartialDate(2022, 2), "held_on": date(2022, 2, 16)}


def test_a_day_may_name_its_month():
    form = dates(month="feb")
    assert form.is_valid()
    assert form.cleaned_data["held_on"] == date(2022, 2, 16)


@pytest.mark.parametrize(
    ("parts", "says"),
    [
        (("31", "2", "2022"), "February 2022 has no day 31"),
        (("", "2", "2022"), "Enter a day too"),
        (("", "", "2022"), "Enter a day and a month too"),
        (("16", "13", "2022"), "Enter a month from 1 to 12, or its name"),
        (("16", "2", "22"), "Enter a year with four figures, like 2022"),
        (("x", "2", "2022"), "Enter the day as a number, like 16"),
        (("", "", ""), "Enter day it was held"),
    ],
)
def test_day_says_what_to_mend(parts, says):
    form = dates(day=parts[0], month=parts[1], year=parts[2])
    assert form.errors["held_on"] == [says]


def test_partial_date_says_what_to_mend_and_keeps_what_was_typed():
    form = dates(due="Febtember 2022")
    assert "“Febtember” is not a month" in form.errors["due"][0]
    assert 'value="Febtember 2022"' in str(form)


def test_stored_dates_are_shown_in_words():
    html = str(Dates(initial={"due": PartialDate(2022, 2), "held_on": date(2022, 2, 16)}))
    assert 'value="February 2022"' in html
    assert 'name="held_on_day" value="16"' in html


def test_a_date_written_another_way_has_not_changed():
    form = Dates(
        {"due": "2022-02", "held_on_day": "16", "held_on_month": "02", "held_on_year": "2022"},
        initial={"due": PartialDate(2022, 2), "held_on": date(2022, 2, 16)},
    )
    assert form.changed_data == []
