"""Two people changed one thing: the second sees both versions, field by field, and chooses."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from django.http import HttpRequest, HttpResponse, QueryDict

from goldenthread.programme.errors import Conflict
from goldenthread.programme.forms.parts import RevisingForm
from goldenthread.programme.views.staff.frame import show


@dataclass(frozen=True)
class Side:
    """One field as it stands in the two versions. `their_raw` is what the form would send for theirs."""

    name: str
    label: str
    theirs: str
    yours: str
    before: str
    their_raw: list[str]
    your_raw: list[str]
    touched: bool

    @property
    def differs(self) -> bool:
        """Whether there is anything to choose."""
        return self.theirs != self.yours


def chosen(data: QueryDict) -> QueryDict:
    """What a form sends, with “theirs” put in where the reader chose it on the page of both versions."""
    mixed = data.copy()
    for name in [key.removeprefix("choose-") for key in data if key.startswith("choose-")]:
        if data[f"choose-{name}"] == "theirs":
            mixed.setlist(name, [raw for raw in data.getlist(f"theirs-{name}") if raw])
    return mixed


def both_versions(
    http: HttpRequest,
    form: RevisingForm,
    conflict: Conflict,
    *,
    of: dict[str, Any],
    save_href: str,
    back_href: str,
) -> HttpResponse:
    """409: their version and yours side by side; saving again starts from theirs."""
    theirs = conflict.theirs
    based_on = form.cleaned_data.get("based_on")
    before = type(theirs)._default_manager.filter(record=theirs.record_id, pk=based_on).first()
    sides = [_side(form, name, theirs, before) for name in form.STATE]
    free = [form[name] for name in form.fields if name not in (*form.STATE, "based_on")]
    page = {
        **of, "form": form, "sides": sides, "free": free, "theirs": theirs, "save_href": save_href,
        "back_href": back_href, "conflict": conflict,
    }  # fmt: skip
    return show(http, "conflict", page, status=409)


def _side(form: RevisingForm, name: str, theirs: Any, before: Any) -> Side:
    their_value, your_value = getattr(theirs, name), form.value_of(name)
    old = getattr(before, name, None)
    return Side(
        name=name, label=str(form.fields[name].label), theirs=form.in_words(name, their_value),
        yours=form.in_words(name, your_value), before=form.in_words(name, old),
        their_raw=_raw(form, name, their_value), your_raw=_raw(form, name, your_value), touched=your_value != old,
    )  # fmt: skip


def _raw(form: RevisingForm, name: str, value: Any) -> list[str]:
    """What the browser would send for a value; nothing for an unticked box."""
    if isinstance(value, bool):
        return ["on"] if value else []
    prepared = form.fields[name].prepare_value(value)
    return ["" if prepared is None else str(prepared)]
