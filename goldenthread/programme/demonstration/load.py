"""Loading the worked example. A second time adds nothing."""

from __future__ import annotations

from datetime import date
from pathlib import Path
from typing import Any

from django.db import transaction

from goldenthread.programme.actions.importing import import_programme
from goldenthread.programme.exchange import parse
from goldenthread.programme.exchange.load import ImportResult

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
