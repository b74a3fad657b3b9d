"""Changing the words of a programme's rating key. Each change is a version, so that past days keep theirs."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.db.models import Count

from goldenthread.programme import rating_key
from goldenthread.programme.actions.revising import revise
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import ActionVersion, Programme, ProgrammeVersion


@transaction.atomic
def change_key(
    *, programme: Programme, key: rating_key.Key, based_on: int | None, on: date, reason: str = "", by: Any
) -> ProgrammeVersion:
    """The programme's new key. Refuses one with mistakes, and one that takes away a grade that actions have."""
    if mistakes := rating_key.mistakes(key):
        raise Refused(" ".join(mistakes))
    for axis in rating_key.AXES:
        words = [grade["word"].strip().lower() for grade in key[axis]]
        if len(set(words)) != len(words):
            raise Refused(f"Two grades of {axis} have the same word. Give each its own.", axis)
        _refuse_taken_away(programme, axis, rating_key.codes(key, axis))
    version: ProgrammeVersion = revise(
        programme, changes={"rating_key": key}, based_on=based_on, on=on, reason=reason, by=by
    )
    return version


def _refuse_taken_away(programme: Programme, axis: str, codes: list[str]) -> None:
    rated = ActionVersion.objects.filter(record__area__plan__programme=programme, known_until=None)
    used = (
        rated.exclude(**{axis: ""})
        .exclude(**{f"{axis}__in": codes})
        .values_list(axis)
        .annotate(n=Count("pk"))
    )
    for code, count in used:
        raise Refused(
            f"{count} action{'s have' if count > 1 else ' has'} “{code}” as {axis}. Rate {'them' if count > 1 else 'it'} "
            "otherwise before you take that grade away.",
            axis,
        )
