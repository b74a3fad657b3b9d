"""Forms of messages, of the contact log, of invitations, and of how somebody wishes to hear from us."""

from __future__ import annotations

from typing import Any

from django import forms
from django.contrib.auth.password_validation import validate_password

from goldenthread.casework.models import Channel, Outcome
from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.received.files import LARGEST, MOST, File, accepted
from goldenthread.people.choices import ContactBy


class _Files(forms.ClearableFileInput):
    allow_multiple_selected = True


class FilesField(forms.FileField):
    """Up to five files, each checked by what it holds."""

    widget = _Files

    def clean(self, data: Any, initial: Any = None) -> list[File]:
        """The files that came, or a sentence about the first that we cannot take."""
        given = [one for one in (data if isinstance(data, list | tuple) else [data]) if one]
        if len(given) > MOST:
            raise forms.ValidationError(f"These are {len(given)} files. Send at most {MOST} at a time")
        found = []
        for one in given:
            if one.size > LARGEST:
                raise forms.ValidationError(
                    f"“{one.name}” is larger than 10 MB. Send a smaller one, or several"
                )
            try:
                found.append(accepted(one.name, one.read()))
            except Refused as refused:
                raise forms.ValidationError(refused.sentence.rstrip(".")) from None
        return found


class WriteForm(KitForm):
    """A message of the family."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000, label="Your message",
                            error_messages={"required": "Write your message"})  # fmt: skip
    papers = FilesField(required=False, label="Files",
                       help_text="Letters, reports or photos of them. Up to 5 files, each up to 10 MB.")  # fmt: skip


class CorrectForm(KitForm):
    """A wrong fact, and what it should be."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=20_000, label="What is wrong?",
                            help_text="For example: the date of birth, a name, or something in a letter.",
                            error_messages={"required": "Say what is wrong"})  # fmt: skip
    should_say = forms.CharField(widget=forms.Textarea(attrs={"rows": 3}), max_length=20_000, label="What should it say?",
                                 error_messages={"required": "Tell us what it should say"})  # fmt: skip
    papers = FilesField(required=False, label="Something that shows it",
                       help_text="Up to 5 files, each up to 10 MB.")  # fmt: skip


class AnswerForm(KitForm):
    """Our answer to a message."""

    words = forms.CharField(widget=forms.Textarea(attrs={"rows": 6}), max_length=20_000, label="Our answer",
                            help_text="In plain words. The family reads this on the site.")  # fmt: skip


class CorrectionAnswerForm(AnswerForm):
    """Our answer to a request to correct a fact."""

    outcome = forms.ChoiceField(choices=Outcome.choices, widget=forms.RadioSelect, label="What came of it",
                                error_messages={"required": "Choose what came of it"})  # fmt: skip


class LogForm(KitForm):
    """A call, a letter or a meeting."""

    party = forms.ChoiceField(label="With whom")
    other = forms.CharField(max_length=200, required=False, label="Somebody else: their name and part",
                            help_text="Only when they are not in the list.")  # fmt: skip
    channel = forms.ChoiceField(choices=[one for one in Channel.choices if one[0] != Channel.SITE], widget=forms.RadioSelect,
                                label="How")  # fmt: skip
    is_ours = forms.TypedChoiceField(choices=[("", "They came to us"), ("1", "We went to them")], coerce=bool, required=False,
                                     widget=forms.RadioSelect, label="Who began")  # fmt: skip
    occurred_on = DayField(label="Day")
    words = forms.CharField(
        widget=forms.Textarea(attrs={"rows": 5}), max_length=20_000, label="What was said"
    )
    reply_due_on = DayField(required=False, label="Day by which an answer was promised",
                            help_text="Leave empty if none was. For example, 27 3 2026")  # fmt: skip

    def __init__(self, *args: Any, parties: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["party"].choices = [*parties, ("", "Somebody else")]  # type: ignore[attr-defined]
        self.fields["party"].required = False


class InviteForm(KitForm):
    """Whom to invite."""

    person = forms.ChoiceField(
        label="Whom to invite", widget=forms.RadioSelect, error_messages={"required": "Choose somebody"}
    )
    is_checked = forms.BooleanField(
        label="I have checked who they are, that they may follow this case, and that no court order forbids it",
        error_messages={"required": "Check this first, then tick it"},
    )

    def __init__(self, *args: Any, people: list[tuple[str, str]], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.fields["person"].choices = people  # type: ignore[attr-defined]


class CodeForm(KitForm):
    """The code of a letter and the child's date of birth."""

    code = forms.CharField(max_length=40, label="Code from your letter",
                           help_text="16 letters and numbers, such as ABCD 2345 EFGH 6789.",
                           error_messages={"required": "Enter the code from your letter"},
                           widget=forms.TextInput(attrs={"autocomplete": "off", "class": "govuk-input--width-20"}))  # fmt: skip
    born_on = DayField(label="Your child’s date of birth, or your own if the letter is about you",
                       help_text="For example, 31 3 2019")  # fmt: skip


class JoinForm(CodeForm):
    """The code, and what the new account needs."""

    email = forms.EmailField(max_length=254, label="Your email address",
                             help_text="You sign in with it. Use one that nobody else reads.")  # fmt: skip
    password = forms.CharField(
        widget=forms.PasswordInput(attrs={"autocomplete": "new-password"}), label="A new password",
        help_text="At least 12 characters. Three or four words that do not belong together are easy to remember.",
    )  # fmt: skip

    def clean_password(self) -> str:
        """Long enough, and not one that everybody uses."""
        password = str(self.cleaned_data["password"])
        validate_password(password)
        return password


class ContactForm(KitForm):
    """How somebody wishes to hear from us."""

    contact_by = forms.ChoiceField(
        choices=ContactBy.choices,
        widget=forms.RadioSelect,
        label="How should we tell you when there is something new?",
    )
    telephone = forms.CharField(max_length=40, required=False, label="Mobile number, for text messages",
                                widget=forms.TextInput(attrs={"inputmode": "tel", "class": "govuk-input--width-20"}))  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """Texts need a number that looks like one."""
        data: dict[str, Any] = super().clean() or {}
        number = "".join(one for one in data.get("telephone", "") if one.isdigit() or one == "+")
        if data.get("contact_by") == ContactBy.TEXT and len(number) < 10:
            self.add_error("telephone", "Enter the mobile number that we should text, such as 07700 900123")
        data["telephone"] = number
        return data
