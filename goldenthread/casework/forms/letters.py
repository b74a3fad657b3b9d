"""Forms of letters: to whom, the words paragraph by paragraph, and the services that they name."""

from __future__ import annotations

from typing import Any

from django import forms

from goldenthread.casework.letters.texts import Paragraph, Words, item_words
from goldenthread.casework.models import NamedService, Service
from goldenthread.casework.queries.letters import Reader
from goldenthread.kit.forms import KitForm

LONGEST = 20_000


class ReadersForm(KitForm):
    """To whom a letter goes: one letter each."""

    readers = forms.MultipleChoiceField(
        label="To whom", widget=forms.CheckboxSelectMultiple,
        help_text="Each gets a letter of their own. Those who hold the rights must have one.",
        error_messages={"required": "Choose at least one person to write to"},
    )  # fmt: skip

    def __init__(self, *args: Any, readers: list[Reader], **kwargs: Any) -> None:
        kwargs.setdefault("initial", {"readers": [one.key for one in readers if one.must]})
        super().__init__(*args, **kwargs)
        self.fields["readers"].choices = [(one.key, f"{one.record}: {one.part.lower()}") for one in readers]  # type: ignore[attr-defined]


class WordsForm(KitForm):
    """The paragraphs of a letter, each in a box of its own, and one more for what is to be added before the end."""

    edition = forms.IntegerField(required=False, widget=forms.HiddenInput)

    def __init__(self, *args: Any, kind: str, words: Words, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        asked = item_words(kind)
        self.items: list[tuple[str, str]] = []
        for number, one in enumerate(words, 1):
            item = asked.get(one.item)
            self._add(f"paragraph_{number}", item.words[:1].upper() + item.words[1:] if item else f"Paragraph {number}",
                      one, hint=f"The law asks for this: {item.citation.text}" if item else "")  # fmt: skip
            if number == len(words) - 1:
                self._add("added", "Something to add (optional)", Paragraph("", ""))

    def _add(self, name: str, label: str, one: Paragraph, hint: str = "") -> None:
        rows = max(2, min(8, len(one.words) // 70 + one.words.count("\n") + 1))
        self.fields[name] = forms.CharField(
            label=label, help_text=hint, required=False, max_length=LONGEST, initial=one.words,
            widget=forms.Textarea(attrs={"rows": rows}),
        )  # fmt: skip
        self.items.append((name, one.item))

    @property
    def words(self) -> list[Paragraph]:
        """The paragraphs as they are now. An emptied one of the law stays, so that it is seen to be empty."""
        given = [
            Paragraph(item, self.cleaned_data[name].replace("\r\n", "\n").strip())
            for name, item in self.items
        ]
        return [one for one in given if one.words or one.item]


class ServicesForm(KitForm):
    """The name of each service and how to reach it."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        held = {one.part: one for one in NamedService.objects.all()}
        for part in Service:
            now = held.get(part.value)
            self.fields[f"{part.value}_name"] = forms.CharField(
                label=f"{part.label}: name", max_length=150, required=False, initial=now.name if now else ""
            )
            self.fields[f"{part.value}_reach"] = forms.CharField(
                label=f"{part.label}: how to reach it", max_length=300, required=False, initial=now.reach if now else "",
                help_text="Telephone, e-mail and web address, as people should read them.",
            )  # fmt: skip

    def clean(self) -> dict[str, Any]:
        """A service has both a name and a way to reach it."""
        data: dict[str, Any] = super().clean() or {}
        for part in Service:
            name, reach = data.get(f"{part.value}_name"), data.get(f"{part.value}_reach")
            if name and not reach:
                self.add_error(f"{part.value}_reach", f"Say how to reach {name}")
            if reach and not name:
                self.add_error(f"{part.value}_name", "Say what the service is called")
        return data

    @property
    def given(self) -> dict[str, tuple[str, str]]:
        """Part to (name, how to reach it)."""
        data = self.cleaned_data
        return {part.value: (data[f"{part.value}_name"], data[f"{part.value}_reach"]) for part in Service}
