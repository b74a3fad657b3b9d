"""Forms of those who run surveys and keep the ledger."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.kit.forms import DayField, KitForm, PartialDateField
from goldenthread.participation.choices import Level, Outcome, SurveyKind, Worked
from goldenthread.participation.errors import Refused
from goldenthread.participation.question_text import Asked, read_questions
from goldenthread.partners.models import Organisation

QUESTIONS_HELP = (
    "One after another, an empty line between. Below each: “answer: agree”, “answer: experience”, “answer: knows”, “answer: "
    "words” or “answer: North | South | Rather not say”; then, if you like, “easy: …” for the easy-read words, “symbol: …” "
    "for its picture, “cut: yes” to cut the results by it, and “about: place” (or need, language, age) if it tells whom we "
    "hear from. “film: https://…” and “transcript: …” add a film in British Sign Language and what is said in it."
)


def _long(label: str, **options: Any) -> forms.CharField:
    rows = options.pop("rows", 4)
    return forms.CharField(label=label, widget=forms.Textarea(attrs={"rows": rows}), **options)


class QuestionsForm(KitForm):
    """The questions as text."""

    questions = _long("Questions, word for word", rows=16, max_length=20000, help_text=QUESTIONS_HELP)

    def clean_questions(self) -> list[Asked]:
        """The questions that were read."""
        try:
            return read_questions(self.cleaned_data["questions"])
        except Refused as refused:
            raise forms.ValidationError(refused.sentence) from None


class SurveyForm(KitForm):
    """A new survey."""

    kind = forms.ChoiceField(choices=SurveyKind.choices, label="What is it", widget=forms.RadioSelect)
    title = forms.CharField(max_length=200, label="Title")
    slug = forms.SlugField(
        max_length=80, label="Its address", help_text="Small letters and hyphens, like short-breaks-2027"
    )
    summary = _long("What it is about, and what the answers are for", max_length=2000)
    easy_summary = _long("The same in easy words, one idea a line", max_length=2000, required=False)
    run_by = forms.CharField(max_length=200, label="Who asks")
    asked = forms.CharField(max_length=300, label="Who is asked, in words")
    asked_number = forms.IntegerField(
        min_value=1,
        required=False,
        label="How many were asked",
        help_text="Leave it empty if nobody knows: the results say so.",
    )
    is_sample = forms.BooleanField(
        required=False, label="They were drawn by chance from all whom it concerns"
    )
    opens_on = DayField(label="First day to answer")
    closes_on = DayField(label="Last day to answer", required=False)
    questions = _long(
        "Questions, word for word", rows=16, max_length=20000, help_text=QUESTIONS_HELP, required=False
    )

    def clean_questions(self) -> list[Asked]:
        """The questions that were read; none for the Friends and Family Test, which brings its own."""
        if self.cleaned_data.get("kind") == SurveyKind.FRIENDS:
            return []
        try:
            return read_questions(self.cleaned_data["questions"])
        except Refused as refused:
            raise forms.ValidationError(refused.sentence) from None

    def clean(self) -> dict[str, Any]:
        """It cannot close before it opens."""
        given = super().clean() or {}
        first, last = given.get("opens_on"), given.get("closes_on")
        if first and last and last < first:
            self.add_error("closes_on", "Enter a last day that is not before the first")
        return given


class CameForm(KitForm):
    """What was decided because of the answers."""

    words = _long("What was decided because of the answers", max_length=3000)


class ScreenForm(KitForm):
    """What the safeguarding lead decides; for words in another language also what they say."""

    in_english = _long(
        "What it says in English", required=False, max_length=3000,
        help_text="From somebody who speaks the language, not from a machine alone. Those who sort answers read it."
    )  # fmt: skip

    decision = forms.ChoiceField(
        choices=[("release", "It may be sorted like the other answers"), ("keep", "It stays with me")],
        widget=forms.RadioSelect, label="What happens to it",
    )  # fmt: skip
    what_was_done = forms.CharField(max_length=500, label="What was done, or that nothing had to be")

    def __init__(self, *args: Any, is_translated: bool = False, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        if not is_translated:
            del self.fields["in_english"]


class ThemeForm(KitForm):
    """A new heading."""

    name = forms.CharField(max_length=120, label="A new heading")


class ActivityForm(KitForm):
    """Something in which people took part."""

    title = forms.CharField(max_length=200, label="What it was")
    held_on = PartialDateField(label="When")
    level = forms.ChoiceField(
        choices=Level.choices, label="How far people took part", widget=forms.RadioSelect
    )
    groups = forms.ModelMultipleChoiceField(
        Organisation.objects.exclude(kind="council"), required=False, label="Groups that took part",
        widget=forms.CheckboxSelectMultiple,
    )  # fmt: skip
    space = _long(
        "Space: how it was made safe and easy to take part", max_length=2000, required=False, rows=2
    )
    voice = _long("Voice: how people could say what they think", max_length=2000, required=False, rows=2)
    audience = forms.CharField(
        max_length=200, required=False, label="Audience: the body that heard it, by its name"
    )
    heard_on = PartialDateField(required=False, label="When that body heard it")
    influence = _long("Influence: what changed because of it", max_length=2000, required=False, rows=2)


class SaidForm(KitForm):
    """Something that people said."""

    said = _long("What people said", max_length=2000, help_text="Leave out whatever shows who somebody is.")
    heard_from = forms.CharField(
        max_length=200, label="Who said it", help_text="For example, parents at a coffee morning"
    )
    heard_on = PartialDateField(label="When")


class AnswerForm(KitForm):
    """What came of it."""

    outcome = forms.ChoiceField(choices=Outcome.choices, label="What came of it", widget=forms.RadioSelect)
    answer = _long("What we did, or will do, or could not do", max_length=2000)
    because = _long("If we could not: why", max_length=2000, required=False)
    action_number = forms.IntegerField(
        min_value=1, max_value=2_000_000_000, required=False, label="The action of the plan that answers it",
        help_text="The number in its address: 17 for /work/actions/17/",
    )  # fmt: skip


class AgainForm(KitForm):
    """Whether it worked."""

    worked = forms.ChoiceField(choices=Worked.choices, label="Did it work?", widget=forms.RadioSelect)
    asked_again_on = PartialDateField(label="When people were asked")
    words = _long("What they said", max_length=2000, required=False)
