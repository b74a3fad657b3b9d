"""The answer to somebody who asked for everything: one ZIP with a page to read, the same as JSON, and the files.

Pure: rows in, bytes out.
"""

from __future__ import annotations

import hashlib
import io
import json
import zipfile
from collections.abc import Mapping
from datetime import date
from itertools import groupby
from typing import TYPE_CHECKING

from django.core.serializers.json import DjangoJSONEncoder
from django.template.loader import render_to_string

from goldenthread.kit.dates import in_words

if TYPE_CHECKING:
    from goldenthread.keeping.queries.everything import Row

REDACT = "redact"
NAMES = ("read-me-first.html", "everything.json")


def packed(
    *, title: str, who: str, rows: list[Row], decisions: Mapping[str, list[str]], on: date, citation: str
) -> tuple[bytes, str]:
    """The ZIP and its SHA-256. A row that a person left out is named with the reason, and nothing that it says goes along."""
    out = {row.key: decisions[row.key][1] for row in rows if decisions.get(row.key, ["", ""])[0] == REDACT}
    tables = [
        (name, [(row, out.get(row.key)) for row in group])
        for name, group in groupby(rows, lambda row: row.table)
    ]
    page = render_to_string("keeping/everything.html", {
        "title": title, "who": who, "day": in_words(on), "tables": tables, "count": len(rows), "out": len(out),
        "citation": citation,
    })  # fmt: skip
    said = {
        "made_on": on, "for": who, "rows": len(rows), "left_out": len(out),
        "tables": {
            label: [{"left_out": out[row.key]} if row.key in out else row.says for row in group]
            for label, group in groupby(rows, lambda row: row.label)
        },
    }  # fmt: skip
    held = io.BytesIO()
    with zipfile.ZipFile(held, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr(NAMES[0], page)
        archive.writestr(NAMES[1], json.dumps(said, cls=_Encoder, ensure_ascii=False, indent=1))
        for row in rows:
            for file in () if row.key in out else row.files:
                archive.writestr(file.name, file.content)
    content = held.getvalue()
    return content, hashlib.sha256(content).hexdigest()


class _Encoder(DjangoJSONEncoder):
    """What JSON does not know is written as it reads."""

    def default(self, o: object) -> object:
        try:
            return super().default(o)
        except TypeError:
            return str(o)
