"""Forms in our clothes and our words: the renderer, and a form whose messages say what to do."""

from __future__ import annotations

from typing import Any

from django import forms
from django.forms.renderers import DjangoTemplates, TemplatesSetting
from django.template import TemplateDoesNotExist

from goldenthread.kit.errors import Refused
from goldenthread.kit.fields import DayField, PartialDateField

__all__ = ["DayField", "KitForm", "KitModelForm", "KitRenderer", "PartialDateField"]


class KitRenderer(TemplatesSetting):
    """Renders fields from templates/kit/forms, and anything not drawn there as Django does."""

    form_template_name = "kit/forms/form.html"
    field_template_name = "kit/forms/field.html"

    def get_template(self, template_name: str) -> Any:
        """Our template of that name if there is one."""
        if template_name.startswith("django/forms/errors/list/"):
            return super().get_template("kit/forms/errors.html")
        if not template_name.startswith("django/forms/"):
            return super().get_template(template_name)
        try:
            return super().get_template(template_name.replace("django/", "kit/", 1))
        except TemplateDoesNotExist:
            return DjangoTemplates().get_template(template_name)


def _said_in_a_sentence(label: str) -> str:
    """The label inside a sentence: "Date of review" becomes "date of review", "NHS lead" stays."""
    text = label.strip().rstrip("?:")
    return text if text[1:2].isupper() else text[:1].lower() + text[1:]


def _verb(field: forms.Field) -> str:
    if isinstance(field, forms.FileField):
        return "Choose a file for"
    return "Choose" if isinstance(field, forms.ChoiceField | forms.ModelChoiceField) else "Enter"


def _messages(field: forms.Field, label: str) -> dict[str, str]:
    """What to say when a field is empty or holds what it cannot."""
    said = _said_in_a_sentence(label)
    messages = {"required": f"{_verb(field)} {said}"}
    if isinstance(field, forms.BooleanField):
        messages["required"] = f"Tick the box: {label}"
    elif isinstance(field, forms.ModelMultipleChoiceField | forms.MultipleChoiceField):
        messages |= {"invalid_choice": "Choose from the list", "invalid_list": "Choose from the list"}
    elif isinstance(field, forms.ChoiceField | forms.ModelChoiceField):
        messages["invalid_choice"] = f"Choose {said} from the list"
    elif isinstance(field, forms.EmailField):
        messages["invalid"] = "Enter an email address like name@example.com"
    elif isinstance(field, forms.URLField):
        messages["invalid"] = "Enter an address like https://www.example.com"
    elif isinstance(field, forms.IntegerField):
        messages["invalid"] = f"Enter {said} as a number, like 12"
    elif isinstance(field, forms.FileField):
        messages |= {"empty": "This file is empty. Choose another", "missing": messages["required"]}
    return messages


class _PlainWords:
    """Messages made from each field's own label; a message that the form wrote itself is kept."""

    use_required_attribute = False
    fields: dict[str, forms.Field]

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        for name, field in self.fields.items():
            label = str(field.label or name.replace("_", " "))
            for code, words in _messages(field, label).items():
                if not _is_written_by_the_form(field, code):
                    field.error_messages[code] = words

    def refuse(self, refused: Refused) -> None:
        """Put what an action refused beside the field that it is about, or above the form."""
        name = refused.field if refused.field in self.fields else None
        self.add_error(name, refused.sentence)  # type: ignore[attr-defined]


def _is_written_by_the_form(field: forms.Field, code: str) -> bool:
    """Whether a message differs from those that the field's classes bring along."""
    brought = [cls.__dict__.get("default_error_messages", {}).get(code) for cls in type(field).__mro__]
    return code in field.error_messages and field.error_messages[code] not in brought


class KitForm(_PlainWords, forms.Form):
    """A form whose empty fields ask for what they want by name."""


class KitModelForm(_PlainWords, forms.ModelForm):
    """The same for a form made from a model."""
