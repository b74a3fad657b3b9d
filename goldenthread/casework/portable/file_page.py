"""docs/case-file.md and docs/case-file.schema.json, written from the shapes and kept true by a test.

Write them again with: python -m goldenthread.casework.portable.file_page docs
"""

from __future__ import annotations

import sys
from pathlib import Path
from typing import Any

from goldenthread.casework.plan.file_page import table
from goldenthread.casework.plan.papers import Paragraph
from goldenthread.casework.portable import shapes
from goldenthread.casework.portable.reading import schema_text

_HEAD = """\
# The portable case file

Written from the code by `python -m goldenthread.casework.portable.file_page docs`; a test fails when it is out of date.

When a family moves with a plan, the old authority hands the plan to the new one (SEND Regulations 2014, regulation 15). This
is the file in which it goes, so that nobody types it again. It is a ZIP:

| Part | What it is |
|---|---|
| `manifest.json` | `format`, and for each other part `file`, `bytes` and `sha256` |
| `case.json` | the case, in the form below |
| `case-file.schema.json` | the JSON Schema of `case.json`, also in docs/case-file.schema.json |
| `plan/version-N.json` | each version of the plan that was issued, byte by byte as it was sealed (docs/plan-file.md) |
| `documents/NNN-name` | files as they came, such as a report in PDF; an advice names its own |
| `READ-ME.txt` | what this is, for somebody who opens it without this product |

```
goldenthread casework export-case EHC-000123 --out case.zip
goldenthread casework load-case case.zip --transferred-on 2027-01-08 --team North --check
goldenthread casework load-case case.zip --transferred-on 2027-01-08 --team North
```

On pages: “Bundles of papers” of a case in which a move is recorded, and “Take over a case file” under My cases. `export-case`
leaves out what may be about another child and lists it (it ends with 1 then): on the page a person looks, and puts it in with
a reason or not at all.

**What is refused.** A part that is not in the manifest, is not there, or has another hash; a name with a path in it; an
archive that unpacks to more than 150 MB, has more than 500 parts or needs a password; a version about another child than
`case.json`; a document with a virus signature, macros or of a kind that is not taken; anything that names a child of the new
authority and nowhere this one. Then nothing is saved.

**What comes of it.** The child and the family are entered (a child who is here already keeps the family entered here), with
each home and from whom its address is withheld. The case begins with the event `moved-in`, from which the clocks of
regulation 15 run. The plan in force is kept as the version that it was, and its words are the text to be amended; its lines
rest on the advice that came. Words that a tribunal fixed stay fixed. The whole file stays with the case, to be read and never
changed.

**What does not come.** What the old authority knew of a running appeal, mediation, order or direct payment is listed for the
worker to record; the school is named and not entered, because a move often changes it. Pictures and sound in section A stay
with the old authority. **The file is not encrypted**: it goes only in a way that nobody else can open, such as secure mail
between the two councils.

**It is not signed.** The hashes show that a file is whole; that it came from the authority which it names is shown by the way
in which it came.
"""


def as_markdown() -> str:
    """The whole page."""
    parts = [_HEAD, "## case.json\n", *table(shapes.CaseFile), ""]
    named: tuple[tuple[str, Any], ...] = (
        ("child", shapes.Child), ("family", shapes.Relative), ("homes", shapes.Home), ("withheld_from", shapes.Withheld),
        ("schooling", shapes.Attended), ("events", shapes.Happened), ("facts", shapes.Told), ("versions", shapes.Version),
        ("locks", shapes.Lock), ("advice", shapes.Advice), ("a paragraph of advice", Paragraph), ("letters", shapes.Letter),
        ("reviews", shapes.Review),
    )  # fmt: skip
    for title, shape in named:
        parts += [f"## {title}\n", *table(shape), ""]
    return "\n".join(parts)


if __name__ == "__main__":
    folder = Path(sys.argv[1])
    (folder / "case-file.md").write_text(as_markdown(), encoding="utf-8")
    (folder / "case-file.schema.json").write_text(schema_text(), encoding="utf-8")
