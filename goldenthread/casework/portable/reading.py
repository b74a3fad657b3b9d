"""case.json into the shapes, every trouble a sentence with its place; and the shapes as JSON."""

from __future__ import annotations

import json
from collections.abc import Iterator, Sequence
from typing import Any

from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.reading import parse
from goldenthread.casework.plan.schema import object_schema
from goldenthread.casework.plan.values import Reader
from goldenthread.casework.plan.writing import as_data
from goldenthread.casework.portable.shapes import FORMAT, THE_CHILD, Attended, CaseFile, Relative

MOST_TROUBLES = 50


class BadCaseFile(ValueError):
    """A file that is not a portable case file, or not a whole one; `troubles` says what is wrong, place by place."""

    def __init__(self, *troubles: Trouble) -> None:
        super().__init__("\n".join(str(one) for one in troubles))
        self.troubles = troubles


def case_file_from(data: bytes) -> CaseFile:
    """The case file that case.json holds. BadCaseFile lists all that is wrong with it."""
    try:
        content = parse(data)
    except BadPlan as bad:
        raise BadCaseFile(*bad.troubles) from None
    if not isinstance(content, dict) or content.get("format") != FORMAT:
        raise BadCaseFile(
            Trouble("case.json", f"its “format” is not “{FORMAT}”, so it is no case file that we know.")
        )
    reader = Reader()
    found = reader.shape(CaseFile, content, "")
    troubles = reader.troubles or list(_loose_ends(found) if found else ())
    if found is None or troubles:
        raise BadCaseFile(*troubles[:MOST_TROUBLES])
    return found


def _loose_ends(file: CaseFile) -> Iterator[Trouble]:
    """Ids that are taken twice, and links that lead nowhere."""
    people = [one.id for one in file.family]
    for what, ids in (("family", people), ("advice", [one.id for one in file.advice]),
                      ("versions", [str(one.number) for one in file.versions])):  # fmt: skip
        for twice in sorted({one for one in ids if ids.count(one) > 1}):
            yield Trouble(what, f"“{twice}” is there twice. Each needs its own.")
    if THE_CHILD in people:
        yield Trouble("family", f"“{THE_CHILD}” is the child’s own id. Give the adult another.")
    for place, home in enumerate(file.homes, 1):
        kept_from = {one.id for one in home.withheld_from}
        for name in [*home.lives, *kept_from]:
            if name not in people and (name != THE_CHILD or name in kept_from):
                yield Trouble(f"homes, {place}.", f"it names “{name}”, and nobody in the file has that id.")
    for place, each in enumerate(file.advice, 1):
        if not each.paragraphs:
            yield Trouble(f"advice, {place}.", "it has no paragraphs, so it says nothing.")
        if each.dated_on is not None and each.dated_on > each.received_on:
            yield Trouble(
                f"advice, {place}.",
                "it bears a later day than the day on which it came. Correct one of the two.",
            )
    spans: dict[str, Sequence[Relative | Attended]] = {"family": file.family, "schooling": file.schooling}
    for what, held in spans.items():
        for place, span in enumerate(held, 1):
            if span.ends_on is not None and span.ends_on < span.starts_on:
                yield Trouble(f"{what}, {place}.", "it ends before it starts. Correct one of the two days.")


def as_json(file: CaseFile) -> bytes:
    """As the file is written: to be read by eye, and the same bytes for the same content."""
    return (json.dumps(as_data(file), ensure_ascii=False, indent=1) + "\n").encode()


def schema() -> dict[str, Any]:
    """The JSON Schema of case.json. Every object refuses fields that it does not name."""
    made = {"$schema": "https://json-schema.org/draft/2020-12/schema", "title": "A Golden Thread case file"}
    return {**made, **object_schema(CaseFile)}


def schema_text() -> str:
    """The schema as it is kept and as it goes into each file."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"
