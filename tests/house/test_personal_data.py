"""Every field that may hold something about a person says so, or says that it does not."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

import pytest
from django.apps import apps
from django.conf import settings
from django.contrib.postgres.fields import DateRangeField
from django.db import models

OURS = [config for config in apps.get_app_configs() if config.name.startswith("goldenthread.")]
WITH_MODELS = [config for config in OURS if list(config.get_models())]
TELLING = (models.CharField, models.TextField, models.DateField, models.JSONField, models.UUIDField, models.FileField,
           models.GenericIPAddressField, models.BinaryField, DateRangeField)  # fmt: skip


def _may_tell(field: models.Field) -> bool:
    if field.is_relation:
        return field.concrete and field.related_model._meta.label == settings.AUTH_USER_MODEL
    return isinstance(field, TELLING) and not field.choices


def _fields(config) -> set[str]:
    return {
        f"{model.__name__}.{field.name}"
        for model in config.get_models()
        if not model._meta.auto_created
        for field in model._meta.get_fields()
        if not field.auto_created and _may_tell(field)
    }


def _declared(config) -> tuple[dict, set[str]]:
    name = f"{config.name}.personal_data"
    if find_spec(name) is None:
        pytest.fail(
            f"{config.name} has no personal_data.py: see goldenthread/audit/personal_data.py for how to write it"
        )
    module = import_module(name)
    plain = {f"{model}.{field}" for model, fields in module.NOT_PERSONAL.items() for field in fields.split()}
    return _spread(config, module.PERSONAL), plain


def _spread(config, personal: dict) -> dict:
    """With "*.recorded_by" written out for every model that has such a field."""
    models_ = list(config.get_models())
    result = {}
    for name, held in personal.items():
        model, _, field = name.partition(".")
        names = (
            [one.__name__ for one in models_ if field in {f.name for f in one._meta.get_fields()}]
            if model == "*"
            else [model]
        )
        result |= {f"{one}.{field}": held for one in names}
    return result


@pytest.mark.parametrize("config", WITH_MODELS, ids=lambda config: config.label)
def test_every_field_is_classified_once(config):
    personal, plain = _declared(config)
    fields = _fields(config)
    assert not fields - set(personal) - plain, (
        "say in personal_data.py whether these hold something about a person"
    )
    assert not set(personal) & plain, "these are listed twice"


@pytest.mark.parametrize("config", WITH_MODELS, ids=lambda config: config.label)
def test_nothing_is_classified_that_is_not_there(config):
    personal, plain = _declared(config)
    known = {
        f"{model.__name__}.{field.name}"
        for model in config.get_models()
        for field in model._meta.get_fields()
    }
    assert not (set(personal) | plain) - known


@pytest.mark.parametrize("config", WITH_MODELS, ids=lambda config: config.label)
def test_personal_data_says_who_sees_it_and_how_long_it_is_kept(config):
    for name, held in _declared(config)[0].items():
        assert held.seen_by, name
        assert held.kept, name
