"""Forms of advice: asking for it, writing it, sending it back, letting older advice stand."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any

from django import forms

from goldenthread.casework.actions.advising import Ask
from goldenthread.casework.models import Advice, AdviceState
from goldenthread.casework.plan.papers import KINDS
from goldenthread.kit.errors import Refused
from goldenthread.kit.forms import DayField, KitForm
from goldenthread.kit.received.files import LARGEST, File, accepted, too_large

KINDS_TAKEN = "PDF, Word (.docx) or plain text, up to 10 MB."


class DocumentField(forms.FileField):
    """One document, checked by what it holds."""

    def clean(self, data: Any, initial: Any = None) -> File | None:
        """The document, or a sentence about why it is not taken."""
        given = super().clean(data, initial)
        if not given:
            return None
        if given.size > LARGEST:
            raise forms.ValidationError(too_large(given.name).rstrip("."))
        try:
            return accepted(given.name, given.read())
        except Refused as refused:
            raise forms.ValidationError(refused.sentence.rstrip(".")) from None


class AskForm(KitForm):
    """Each letter of regulation 6(1) with a body and an address. Empty rows are not asked."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for letter, words in KINDS.items():
            self.fields[f"body_{letter}"] = forms.CharField(
                required=False,
                max_length=300,
                label=f"({letter}) {words[:1].upper()}{words[1:]}",
            )
            self.fields[f"email_{letter}"] = forms.EmailField(
                required=False, max_length=254, label="Their e-mail address",
                error_messages={"invalid": f"Enter the address under ({letter}) like name@example.com"},
            )  # fmt: skip

    reached_on = DayField(required=False, label="Day on which the request reached those without an address",
                          help_text="Their six weeks run from it. Leave it out if you do not know it yet.")  # fmt: skip

    def rows(self) -> list[tuple[str, str, Any, Any]]:
        """Letter, whom it names, and the two fields."""
        return [
            (letter, words, self[f"body_{letter}"], self[f"email_{letter}"])
            for letter, words in KINDS.items()
        ]

    def clean(self) -> dict[str, Any]:
        """An address needs somebody whose it is."""
        data: dict[str, Any] = super().clean() or {}
        for letter in KINDS:
            if data.get(f"email_{letter}") and not data.get(f"body_{letter}"):
                self.add_error(f"body_{letter}", f"Say who is asked at this address under ({letter})")
        return data

    @property
    def asks(self) -> list[Ask]:
        """Whom to ask."""
        data = self.cleaned_data
        return [
            Ask(letter, data[f"body_{letter}"], data.get(f"email_{letter}", ""),
                None if data.get(f"email_{letter}") else data.get("reached_on"))
            for letter in KINDS if data.get(f"body_{letter}")
        ]  # fmt: skip


class AddressForm(KitForm):
    """Where the link goes."""

    email = forms.EmailField(max_length=254, label="E-mail address")


class GiveUpForm(KitForm):
    """What came of a request that brings no advice."""

    state = forms.ChoiceField(
        choices=[(AdviceState.DECLINED.value, "They declined: their six weeks still count, and somebody else must be asked"),
                 (AdviceState.NOT_NEEDED.value, "It is not needed after all")],
        widget=forms.RadioSelect, label="What came of it", error_messages={"required": "Choose what came of it"},
    )  # fmt: skip
    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 4}), max_length=5_000, label="Why",
                             help_text="The plan gives this reason, and the family reads it.",
                             error_messages={"required": "Say why: the plan must give the reason"})  # fmt: skip


class SendBackForm(KitForm):
    """What the author should add or change."""

    reason = forms.CharField(widget=forms.Textarea(attrs={"rows": 8}), max_length=20_000,
                             label="What its author should add or change",
                             error_messages={"required": "Say what its author should add or change"})  # fmt: skip


class AuthorForm(KitForm):
    """Whose words they are."""

    author = forms.CharField(
        max_length=200, label="Your name", error_messages={"required": "Enter your name"}
    )
    role = forms.CharField(max_length=200, label="Your profession or part",
                           help_text="For example: educational psychologist, parent",
                           error_messages={"required": "Enter your profession or part"})  # fmt: skip
    dated_on = DayField(
        label="Date of this advice",
        help_text="For example, 27 3 2026",
        error_messages={"required": "Enter the date of this advice"},
    )


class CodeForm(KitForm):
    """The code from the mail."""

    code = forms.CharField(
        max_length=20, label="Code", help_text="8 letters and numbers, such as BCDF 2345.",
        error_messages={"required": "Enter the code from the mail"},
        widget=forms.TextInput(attrs={"autocomplete": "one-time-code", "class": "govuk-input--width-10"}),
    )  # fmt: skip


class DocumentForm(KitForm):
    """A document in place of, or beside, what is written in the form."""

    papers = DocumentField(label="Your report", help_text=KINDS_TAKEN,
                           error_messages={"required": "Choose your report"})  # fmt: skip


class OlderForm(KitForm):
    """Older advice, and the three who must agree that it may stand."""

    earlier = forms.TypedChoiceField(
        coerce=int, required=False, label="Advice that is here already", empty_value=None
    )
    papers = DocumentField(required=False, label="Or its document", help_text=KINDS_TAKEN)
    author = forms.CharField(
        max_length=200,
        required=False,
        label="Who wrote it",
        help_text="Not needed for advice that is here already.",
    )
    role = forms.CharField(max_length=200, required=False, label="Their profession")
    dated_on = DayField(required=False, label="The day that it bears", help_text="For example, 27 3 2026")
    provider = forms.BooleanField(required=False, label="Its provider agrees that it may stand")
    authority = forms.BooleanField(required=False, label="We, the council, agree")
    family = forms.BooleanField(required=False, label="The parent or the young person agrees")

    def __init__(self, *args: Any, earlier: Iterable[Advice], **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = [
            (one.pk, f"{one.author or one.body}, {one.dated_on:%-d %B %Y}") for one in earlier if one.dated_on
        ]
        self.fields["earlier"].choices = [("", "None of these"), *held]  # type: ignore[attr-defined]

    def clean(self) -> dict[str, Any]:
        """One of the two ways, and who wrote a document."""
        data: dict[str, Any] = super().clean() or {}
        if not data.get("earlier"):
            if not data.get("papers") and "papers" not in self.errors:
                self.add_error("papers", "Choose advice that is here already, or its document")
            for name, words in (("author", "Enter who wrote it"), ("role", "Enter their profession"),
                                ("dated_on", "Enter the day that it bears")):  # fmt: skip
                if not data.get(name) and name not in self.errors:
                    self.add_error(name, words)
        return data


class EnterForm(AuthorForm):
    """Advice that came on paper or by mail, entered by the case's worker."""

    author = forms.CharField(
        max_length=200, label="Who wrote it", error_messages={"required": "Enter who wrote it"}
    )
    role = forms.CharField(
        max_length=200,
        label="Their profession or part",
        error_messages={"required": "Enter their profession or part"},
    )
    papers = DocumentField(required=False, label="The document", help_text=KINDS_TAKEN)
    words = forms.CharField(required=False, widget=forms.Textarea(attrs={"rows": 10}), max_length=200_000,
                            label="Or its words",
                            help_text="An empty line begins a new paragraph. Type the words of a scan here.")  # fmt: skip
