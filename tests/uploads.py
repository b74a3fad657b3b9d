"""Every field of every form of the product that takes a file."""

from __future__ import annotations

import importlib
import pkgutil
from typing import Any

from django.forms import FileField, Form
from django.forms.models import ModelForm

import goldenthread


def fields_of_files() -> list[tuple[type[Any], str, FileField]]:
    """Form, name and field."""
    for one in pkgutil.walk_packages(goldenthread.__path__, "goldenthread."):
        if ".forms" in one.name or one.name.endswith((".importing", ".gallery")):
            importlib.import_module(one.name)
    return sorted(
        (
            (form, name, field)
            for base in (Form, ModelForm)
            for form in _below(base)
            if form.__module__.startswith("goldenthread.") and ".gallery" not in form.__module__
            for name, field in form.base_fields.items()
            if isinstance(field, FileField)
        ),
        key=lambda one: (one[0].__module__, one[0].__qualname__, one[1]),
    )


def _below(base: type[Any]) -> set[type[Any]]:
    found = set()
    for one in base.__subclasses__():
        found |= {one} | _below(one)
    return found
