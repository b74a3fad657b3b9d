"""A school's list of everybody on its roll."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import DayField
from goldenthread.sensupport.forms.register import ListForm


class RollForm(ListForm):
    """The list, and up to which day it counts."""

    until = DayField(
        label="The last day that the list counts", help_text="It counts from the first of September before."
    )
    is_again = forms.BooleanField(
        required=False, label="A list up to this day is here already: this one takes its place"
    )
    field_order = ["file", "until", "is_again"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].help_text = (
            "CSV, one row for everybody on your roll. The first row has headings: forename, surname, date of birth, UPN, "
            "attendance, suspension days, social worker, part-time timetable."
        )
