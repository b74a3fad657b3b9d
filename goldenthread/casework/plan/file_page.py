"""docs/plan-file.md and docs/plan-file.schema.json, written from the shapes and kept true by a test.

Write them again with: python -m goldenthread.casework.plan.file_page docs
"""

from __future__ import annotations

import json
import sys
from collections.abc import Iterator
from dataclasses import MISSING, Field, fields
from datetime import date
from pathlib import Path
from types import NoneType, UnionType
from typing import Any, Union, get_args, get_origin, get_type_hints

from goldenthread.casework.plan.lines import LINES, Source
from goldenthread.casework.plan.papers import (
    KINDS,
    Advice,
    Establishment,
    File,
    Letter,
    Output,
    Paragraph,
)
from goldenthread.casework.plan.plan_types import known_types
from goldenthread.casework.plan.schema import schema
from goldenthread.casework.plan.shapes import (
    SEALED,
    Child,
    Clock,
    Comment,
    Lock,
    Override,
    Person,
    Plan,
    Section,
)
from goldenthread.law.words import listed

_HEAD = """\
# The plan file

Written from the code by `python -m goldenthread.casework.plan.file_page docs`; a test fails when it is out of date.

One JSON file holds one version of a plan as linked data, with what its checks need around it: needs, outcomes and
provision, each with an id that stays with it, each linked to what it answers and to the paragraphs of advice that it rests
on.

```
goldenthread plan example > plan.json       a whole plan of an invented child, to start from
goldenthread plan check plan.json --json    every check (docs/plan-checks.md)
goldenthread plan compare old.json new.json --json
goldenthread plan lint sentences.txt --json one sentence a line; --section E for outcomes
goldenthread plan schema                    the JSON Schema, also in docs/plan-file.schema.json
```

Each ends with 0 when nothing was found, 1 when something was (a finding that only informs counts as nothing), and 2 when a
file could not be read. With `--json` troubles are data too: `{"troubles": [{"where": "section F, line “f1”", "sentence":
"needs names the line “b9”, and no line has that id."}], "findings": []}`.

**What must be there:** `child` with its names and date of birth, and `sections`. Everything else has a default, and what is
like its default is not written. A section that is left out is a finding of check S1, which names it; a field that is not
known here, a wrong type, and an id that leads nowhere are troubles.
**Dates** are written `"2026-09-07"`. **Ids** are any text, unique in the plan. **Links** run from what answers to what is
answered.

**Findings** carry `check`, `severity` (block, warn, inform), `section`, `line`, `field`, the `words` found with `start` and
`end` in that field, what the check `says`, `why` it matters, how to `mend` it, and `overridden`: the reason with which it
was set aside, if it was. `not_run` lists the checks that could not be run and why. `stops` says whether the plan may not be
made final. The day of the check is today, or `--on 2026-11-24`.

**Setting aside.** A finding that blocks is set aside by an entry in `overrides` with the check’s id, the line (left out for
a finding about the whole plan or a section), and a reason. Warnings cannot be set aside and need not be.

**The wrong-child guard** needs other children: `--caseload FILE`. The file is an index that `goldenthread plan index FILES`
printed, or `{"children": [{"given_names": …, "family_name": …, "born_on": …, "upn": …, "nhs_number": …}], "plans": [plan
files]}`, or a list of either, or one plan; or name a folder of plan files. Without it N1 and N5 are listed under `not_run`.

**Versions.** The hash of a version (SHA-256) is over its canonical JSON: keys sorted, no spaces, UTF-8, and only these
fields:
"""


def as_markdown() -> str:
    """The whole page."""
    parts = [
        f"{_HEAD}{listed([f'`{name}`' for name in SEALED])}.\nComments, overrides and days may come later and leave "
        f"the hash as it is.\n"
    ]
    parts += ["## Sections of the types of plan\n", *_types(), ""]
    parts += ["## The file\n", *table(Plan), ""]
    both: tuple[tuple[str, Any], ...] = (("child", Child), ("a section", Section))
    for title, shape in both:
        parts += [f"## {title[0].upper()}{title[1:]}\n", *table(shape), ""]
    parts += [
        "## The lines of sections\n",
        "Every line has `id`, `text` and `sources`; what a section holds decides the rest.\n",
    ]
    for holds, line in LINES.items():
        parts += [f"### A line of {holds}\n", *table(line), ""]
    parts += ["### sources: a paragraph of advice\n", *table(Source), "", "## Advice\n", *table(Advice), ""]
    parts += [
        "The letters of `kind` are those of regulation 6(1): "
        + "; ".join(f"`{key}` {words}" for key, words in KINDS.items())
        + ".\n"
    ]
    others: tuple[tuple[str, Any], ...] = (
        ("A paragraph of advice", Paragraph), ("A file", File), ("people", Person), ("comments", Comment), ("locks", Lock),
        ("overrides", Override), ("clock", Clock), ("letters", Letter), ("outputs", Output), ("establishments", Establishment),
    )  # fmt: skip
    for title, shape in others:
        parts += [f"## {title}\n", *table(shape), ""]
    return "\n".join(parts)


def _types() -> Iterator[str]:
    for key, one in known_types().items():
        for version in one.versions:
            until = f" to {version.ends}" if version.ends else ""
            yield f"**{key}** ({one.title}), from {version.starts}{until}: [{version.cites}]({version.url}).\n"
            yield "| Section | Title | Holds | Answered in |\n|---|---|---|---|"
            for kind in version.sections:
                yield f"| {kind.key} | {kind.title} | {kind.holds} | {', '.join(kind.answered_in)} |"
            yield ""
    yield (
        "The types are data (`goldenthread/casework/plan/plan_types.json`): dated, and by cohort. "
        "Another type is another entry there, and no other code."
    )


def table(shape: Any) -> Iterator[str]:
    """The fields of a shape as a table of Markdown."""
    hints = get_type_hints(shape)
    yield "| Field | Type | What it is |\n|---|---|---|"
    for one in fields(shape):
        must = " **Must be there.**" if one.default is MISSING and one.default_factory is MISSING else ""
        choices = (
            f" One of: {', '.join(f'`{choice}`' for choice in one.metadata['choices'])}."
            if one.metadata["choices"]
            else ""
        )
        yield f"| `{one.name}` | {_type(hints[one.name])} | {one.metadata['says']}{choices}{_default(one)}{must} |"


def _default(field: Field[Any]) -> str:
    plain = isinstance(field.default, str | int) and not isinstance(field.default, bool)
    return f" Left out: `{field.default}`." if plain and field.default != "" else ""


def _type(hint: Any) -> str:
    if get_origin(hint) in {Union, UnionType}:
        return _type(next(one for one in get_args(hint) if one is not NoneType))
    if get_origin(hint) is tuple:
        return f"list of {_type(get_args(hint)[0])}"
    if get_origin(hint) is dict:
        return f"object: key to {_type(get_args(hint)[1])}"
    named = {str: "text", int: "number", bool: "yes or no", date: "day"}
    return named.get(hint) or hint.__name__.lower()


def schema_text() -> str:
    """The schema as it is kept."""
    return json.dumps(schema(), ensure_ascii=False, indent=1) + "\n"


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "plan-file.md").write_text(as_markdown(), encoding="utf-8")
    (folder / "plan-file.schema.json").write_text(schema_text(), encoding="utf-8")
