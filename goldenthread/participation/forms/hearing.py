"""Forms about whom we hear from."""

from __future__ import annotations

from django import forms

from goldenthread.kit.forms import DayField, KitForm
from goldenthread.participation.choices import About


def read_groups(text: str) -> list[tuple[str, int]]:
    """Groups and their numbers, one a line. ValidationError names the line.

    >>> read_groups("North: 1,240")
    [('North', 1240)]
    """
    found: list[tuple[str, int]] = []
    for line in filter(None, (one.strip() for one in text.splitlines())):
        name, _, number = line.rpartition(":")
        digits = number.replace(",", "").strip()
        if not name.strip() or not (digits.isascii() and digits.isdecimal()) or len(digits) > 7:
            raise forms.ValidationError(
                f"“{line[:60]}” is not understood. Write the group, a colon and a whole number, like North East: 1,240."
            )
        found.append((name.strip()[:120], int(digits)))
    if len({name.casefold() for name, _ in found}) < len(found):
        raise forms.ValidationError("A group stands there twice. Take one out.")
    return found


class PeopleForm(KitForm):
    """How many people there are of each group."""

    about = forms.ChoiceField(
        choices=About.choices, label="What tells the groups apart", widget=forms.RadioSelect
    )
    who = forms.CharField(
        max_length=200, label="Who is counted", help_text="For example, children with a plan or SEN support"
    )
    groups = forms.CharField(
        max_length=5000, label="The groups and how many are in each", widget=forms.Textarea(attrs={"rows": 8}),
        help_text="One a line, in the very words of the survey’s answers, like “North East: 1,240”.",
    )  # fmt: skip
    as_at = DayField(label="On which day were they counted")
    source = forms.CharField(
        max_length=300,
        label="Who counted them",
        help_text="And where it can be read: a title, or an address.",
    )

    def clean_groups(self) -> list[tuple[str, int]]:
        """The groups that were read."""
        return read_groups(self.cleaned_data["groups"])


class OutreachForm(KitForm):
    """What will be done to hear a group."""

    about = forms.ChoiceField(
        choices=About.choices, label="What tells the group apart", widget=forms.RadioSelect
    )
    group = forms.CharField(
        max_length=120, label="The group", help_text="In the words of the survey’s answer"
    )
    will_do = forms.CharField(
        max_length=1000, label="What we will do", widget=forms.Textarea(attrs={"rows": 3}),
        help_text="Families read this: “We will be at the Saturday market with an interpreter.”",
    )  # fmt: skip
    who = forms.CharField(max_length=200, label="Who does it", help_text="A team or a role, not a name")
    due_on = DayField(label="By when")


class OutreachDoneForm(KitForm):
    """What came of it."""

    came_of_it = forms.CharField(
        max_length=1000, label="What came of it", widget=forms.Textarea(attrs={"rows": 3})
    )
    done_on = DayField(label="When it was done")
