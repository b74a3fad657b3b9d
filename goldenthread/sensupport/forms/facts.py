"""A table of facts about schools."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import DayField
from goldenthread.sensupport.forms.register import ListForm


class FactsForm(ListForm):
    """The table, its day and its source."""

    as_at = DayField(label="On which day were they counted")
    source = forms.CharField(
        max_length=300,
        label="Who counted them",
        help_text="And where it can be read: a title, or an address.",
    )
    field_order = ["file", "as_at", "source"]

    def __init__(self, *args: object, **kwargs: object) -> None:
        super().__init__(*args, **kwargs)
        self.fields["file"].label = "The table"
        self.fields["file"].error_messages["required"] = "Choose the table"
        self.fields[
            "file"
        ].help_text = "CSV, one row for each school. The first row has headings: URN, number of pupils, free school meals (in %)."
