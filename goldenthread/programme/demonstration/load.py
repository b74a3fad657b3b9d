"""Loading the worked example. A second time adds nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from goldenthread.programme.actions.importing import import_programme
from goldenthread.programme.exchange import parse
from goldenthread.programme.exchange.load import ImportResult
from goldenthread.programme.models import Action

FOLDER = Path(__file__).parent
FILES = ("wolverhampton.json", "illustrative.json")


@transaction.atomic
def load(*, by: Any = None, on: date) -> ImportResult:
    """The public record first, then the illustrative plan."""
    total = ImportResult()
    for name in FILES:
        result = import_programme(parse((FOLDER / name).read_bytes()), by=by, on=on)
        total.added += result.added
        total.unchanged += result.unchanged
        total.differing += result.differing
    return total


def hand_over(owner: Any) -> None:
    """Let the demonstration's action owner lead three illustrative actions, so that their work has something in it."""
    led = Action.objects.filter(
        area__plan__key="improvement-plan-illustrative", number__in=["2.1", "2.3", "2.7"]
    )
    owner.led_actions.add(*led)
