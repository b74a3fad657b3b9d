"""No module over 300 lines, no function over 40, no room named after nothing."""

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
MODULES = [
    path
    for folder in ("goldenthread", "scripts", "benchmarks", "assurance")
    for path in sorted((PROJECT / folder).rglob("*.py"))
    if "migrations" not in path.parts
]
NAMELESS = {"utils", "helpers", "common", "core", "misc"}


@pytest.mark.parametrize("path", MODULES, ids=lambda path: str(path.relative_to(PROJECT)))
def test_module_is_of_a_size_to_read(path: Path):
    text = path.read_text()
    assert len(text.splitlines()) <= 300, f"{path} has over 300 lines: give part of it a room of its own"
    for node in ast.walk(ast.parse(text)):
        if isinstance(node, ast.FunctionDef | ast.AsyncFunctionDef):
            length = (node.end_lineno or node.lineno) - node.lineno + 1
            assert length <= 40, f"{path}:{node.lineno} {node.name} has {length} lines"


def test_every_room_has_a_name_of_the_field():
    named = {part for path in MODULES for part in (*path.relative_to(PROJECT).parts[:-1], path.stem)}
    assert not named & NAMELESS
