"""The forms with which a file of cases comes in: the file, what its columns mean, and how much of it is to come."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from django import forms

from goldenthread.casework.importing.fields import FIELDS
from goldenthread.casework.importing.guards import MOST_BYTES
from goldenthread.casework.importing.sheets import Sheet
from goldenthread.casework.models import Way
from goldenthread.kit.forms import KitForm
from goldenthread.kit.received.fields import ScannedFile
from goldenthread.partners.models import Team

NAMES = (".xlsx", ".csv", ".xml", ".zip", ".txt", ".tsv")


class CaseFileForm(KitForm):
    """A file of cases."""

    file = ScannedFile(
        label="A file of cases", error_messages={"required": "Choose the file that holds the cases"},
        allow_empty_file=True, widget=forms.FileInput(attrs={"accept": ",".join(NAMES)}),
        help_text="Excel (.xlsx) or CSV, one row for each case, or a SEN2 return (XML, or its CSV files as ZIP). Up to 40 MB.",
    )  # fmt: skip

    def clean_file(self) -> Any:
        """Refuse what is too large before it is read."""
        file = self.cleaned_data["file"]
        if file.size > MOST_BYTES:
            raise forms.ValidationError(
                f"This file has {file.size / 1024 / 1024:.0f} MB, and 40 MB fit. Send it in parts"
            )
        return file


class ColumnsForm(KitForm):
    """What each column of a file means."""

    def __init__(
        self,
        *args: Any,
        sheet: Sheet,
        columns: Mapping[str, str],
        teams: list[tuple[int, str]],
        **kwargs: Any,
    ) -> None:
        super().__init__(*args, **kwargs)
        self.headings = {f"column_{place}": heading for place, heading in enumerate(sheet.headings)}
        for name, heading in self.headings.items():
            samples = sheet.samples(heading)
            self.fields[name] = forms.ChoiceField(
                choices=_choices(), required=False, label=heading, initial=columns.get(heading, ""),
                help_text=f"For example: {'; '.join(samples)}" if samples else "The column is empty.",
            )  # fmt: skip
        self.fields["team"] = forms.TypedChoiceField(
            coerce=int, empty_value=None, required=False, label="Team for cases whose row names none",
            choices=[("", "No team yet: every manager sees them"), *teams],
        )  # fmt: skip
        self.fields["keep_as"] = forms.CharField(
            required=False, max_length=100, label="Keep these columns for next time as",
            help_text="For example, the name of the system that the file comes from. Leave it empty to keep nothing.",
        )  # fmt: skip

    @property
    def columns(self) -> dict[str, str]:
        """Heading to field, for the columns that mean something."""
        return {heading: key for name, heading in self.headings.items() if (key := self.cleaned_data[name])}

    @property
    def team(self) -> Team | None:
        """The team that was chosen."""
        chosen = self.cleaned_data["team"]
        return Team.objects.get(pk=chosen) if chosen else None


def _choices() -> list[Any]:
    """The fields by group, under "not used"."""
    groups: dict[str, list[tuple[str, str]]] = {}
    for key, field in FIELDS.items():
        groups.setdefault(field.group, []).append((key, field.words))
    return [("", "Not used"), *groups.items()]


class WayForm(KitForm):
    """How much of a checked file is to come in."""

    way = forms.ChoiceField(
        choices=Way.choices, widget=forms.RadioSelect, label="How much of it", initial=Way.EACH
    )
