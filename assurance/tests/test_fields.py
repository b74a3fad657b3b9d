"""S3: no form takes a field that it does not name."""

from __future__ import annotations

from importlib import import_module
from pathlib import Path

import django.forms
from django.conf import settings
from django.forms.models import ModelFormOptions

from goldenthread.kit.forms import KitModelForm

OURS = "goldenthread."
NEVER = {
    "id",
    "public_id",
    "owner",
    "role",
    "is_staff",
    "is_superuser",
    "is_active",
    "recorded_by",
    "created_at",
    "sha256",
}
"""Fields that an action fills in and nobody types."""


def all_forms() -> set[type]:
    """Every form of ours."""
    for path in Path(settings.PACKAGE).rglob("*.py"):
        if "forms" in path.relative_to(settings.PACKAGE).parts[1:2] or path.stem in {"forms", "views"}:
            import_module(
                ".".join(path.relative_to(settings.PROJECT).with_suffix("").parts).removesuffix(".__init__")
            )
    found, wave = set(), {django.forms.BaseForm}
    while wave:
        wave = {sub for one in wave for sub in one.__subclasses__()} - found
        found |= wave
    return {one for one in found if one.__module__.startswith(OURS)}


def test_no_form_takes_a_field_that_it_does_not_name(record_property):
    forms, wrong = all_forms(), []
    for form in forms:
        options = getattr(form, "_meta", None)
        if (
            isinstance(options, ModelFormOptions)
            and options.model
            and (options.fields in (None, "__all__") or options.exclude)
        ):
            wrong.append(f"{form.__module__}.{form.__name__} takes all fields of {options.model.__name__}")
        wrong += [
            f"{form.__module__}.{form.__name__}.{name}"
            for name in set(form.base_fields) & NEVER
            if issubclass(form, KitModelForm)
        ]
    record_property("counted", {"what": "forms", "tried": len(forms), "failed": len(wrong)})
    assert len(forms) > 50
    assert wrong == []
