"""Every public action of a room leaves its event in the same transaction, so it must speak to the audit."""

from __future__ import annotations

import ast
from pathlib import Path

import pytest

PROJECT = Path(__file__).resolve().parents[2]
ACTIONS = sorted((PROJECT / "goldenthread").glob("*/actions/*.py")) + sorted(
    (PROJECT / "goldenthread").glob("*/actions.py")
)


def _called(tree: ast.AST) -> set[str]:
    names = (node.func for node in ast.walk(tree) if isinstance(node, ast.Call))
    return {
        one.id if isinstance(one, ast.Name) else one.attr
        for one in names
        if isinstance(one, ast.Name | ast.Attribute)
    }


def _public(path: Path) -> list[ast.FunctionDef]:
    return [
        node
        for node in ast.parse(path.read_text()).body
        if isinstance(node, ast.FunctionDef) and not node.name.startswith("_") and _writes(node)
    ]


def _writes(function: ast.FunctionDef) -> bool:
    """An action says who acts: `by`, the last of its keyword-only arguments."""
    return bool(function.args.kwonlyargs) and function.args.kwonlyargs[-1].arg == "by"


WRITING = {
    "record",
    "save",
    "create",
    "bulk_create",
    "get_or_create",
    "update_or_create",
    "delete",
    "update",
    "add",
    "set",
}
FUNCTIONS = [(path, function) for path in ACTIONS for function in _public(path)]


@pytest.mark.parametrize(
    ("path", "function"), FUNCTIONS, ids=[f"{p.parts[-3]}.{p.stem}.{f.name}" for p, f in FUNCTIONS]
)
def test_action_is_atomic(path, function):
    """Or it writes nothing itself and leaves that to one that is."""
    if not _called(function) & WRITING:
        return
    names = {ast.unparse(one) for one in function.decorator_list}
    inside = {
        ast.unparse(item.context_expr)
        for node in ast.walk(function)
        if isinstance(node, ast.With)
        for item in node.items
    }
    assert {"transaction.atomic", "transaction.atomic()"} & (names | inside), (
        f"{path}: {function.name} is not atomic"
    )


@pytest.mark.parametrize(
    ("path", "function"), FUNCTIONS, ids=[f"{p.parts[-3]}.{p.stem}.{f.name}" for p, f in FUNCTIONS]
)
def test_action_records_an_event(path, function):
    """It records one, or calls another function of its package that does."""
    records = {"record", "record_read"}
    reached, waiting = set(), _called(function)
    functions = {
        node.name: _called(node)
        for other in ACTIONS
        if other.parent == path.parent
        for node in ast.parse(other.read_text()).body
        if isinstance(node, ast.FunctionDef)
    }
    while waiting:
        name = waiting.pop()
        reached.add(name)
        waiting |= functions.get(name, set()) - reached
    assert reached & records, f"{path}: {function.name} leaves no event"


def test_there_are_actions_to_check():
    assert FUNCTIONS
