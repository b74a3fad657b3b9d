"""The documented case file is the one that is written and read."""

from __future__ import annotations

import json
from pathlib import Path

from goldenthread.casework.portable import file_page
from goldenthread.casework.portable.archive import unpack
from goldenthread.casework.portable.reading import as_json, schema_text
from tests.casework.portable.moving import small

DOCS = Path(__file__).resolve().parents[3] / "docs"


def test_documented_form_is_the_one_that_is_read():
    says = "python -m goldenthread.casework.portable.file_page docs"
    assert (DOCS / "case-file.md").read_text(encoding="utf-8") == file_page.as_markdown(), says
    assert (DOCS / "case-file.schema.json").read_text(encoding="utf-8") == schema_text(), says


def test_the_schema_names_every_field_that_a_file_has():
    """What a whole file says is in the schema, object by object, and nothing that must be there is missing from it."""

    def look(content, schema, where):
        if "anyOf" in schema:
            schema = schema["anyOf"][0] if content is not None else schema["anyOf"][1]
        if schema.get("type") == "object":
            assert content.keys() <= schema["properties"].keys(), where
            assert set(schema["required"]) <= content.keys(), where
            for name, value in content.items():
                look(value, schema["properties"][name], f"{where}.{name}")
        elif schema.get("type") == "array":
            for one in content:
                look(one, schema["items"], f"{where}[]")

    look(json.loads(as_json(unpack(small()).file)), json.loads(schema_text()), "case")
