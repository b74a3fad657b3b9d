"""Reading a plan file: JSON into the shapes, every trouble a sentence with its place. Nothing else makes a plan from a file."""

from __future__ import annotations

import json
from datetime import date
from difflib import get_close_matches
from typing import Any

from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.lines import LINES, Line
from goldenthread.casework.plan.links import link_troubles
from goldenthread.casework.plan.plan_types import SectionSet, Types, section_set
from goldenthread.casework.plan.shapes import Plan, Section
from goldenthread.casework.plan.values import Reader
from goldenthread.law.words import listed

LARGEST = 20 * 1024 * 1024
MOST_TROUBLES = 50


def read_plan(data: bytes | str, *, on: date, types: Types | None = None) -> Plan:
    """The plan that a file holds. `on` is the day whose section set counts where the plan bears no day of its own."""
    return plan_from(parse(data), on=on, types=types)


def parse(data: bytes | str) -> Any:
    """The JSON of a file; BadPlan where it is none."""
    if len(data) > LARGEST:
        raise BadPlan(
            [
                Trouble(
                    "the file", "it is larger than 20 MB. A plan is text: leave pictures and documents out."
                )
            ]
        )
    try:
        text = data.decode("utf-8-sig") if isinstance(data, bytes) else data
        return json.loads(text, object_pairs_hook=_once, parse_constant=_no_number)
    except UnicodeDecodeError:
        raise BadPlan([Trouble("the file", "it is not text in UTF-8. Save it as JSON in UTF-8.")]) from None
    except json.JSONDecodeError as trouble:
        where = f"line {trouble.lineno}, column {trouble.colno}"
        raise BadPlan([Trouble(where, f"this is not JSON: {trouble.msg}.")]) from None
    except RecursionError:
        raise BadPlan([Trouble("the file", "its lists are nested too deeply to be a plan.")]) from None
    except ValueError as trouble:
        raise BadPlan([Trouble("the file", f"{trouble}")]) from None


def _once(pairs: list[tuple[str, Any]]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    for name, value in pairs:
        if name in found:
            raise ValueError(f"“{name}” is there twice in one place. Keep one of them.")
        found[name] = value
    return found


def _no_number(name: str) -> Any:
    raise ValueError(f"{name} is not a number that JSON knows. Write a number, or leave the field out.")


def plan_from(content: Any, *, on: date, types: Types | None = None) -> Plan:
    """The plan in a parsed file. BadPlan lists all that is wrong with it."""
    reader = Reader()
    if not isinstance(content, dict):
        raise BadPlan(
            [Trouble("the file", "a plan is an object with “child” and “sections”; this is not one.")]
        )
    sections = content.get("sections")
    held = {**content, "sections": {}} if "sections" in content else content
    plan = reader.shape(Plan, held, "")
    kinds = _kinds(reader, plan, on, types)
    if plan is None or kinds is None:
        raise BadPlan(reader.troubles[:MOST_TROUBLES])
    plan.sections.update(_sections(reader, sections, kinds))
    troubles = reader.troubles or link_troubles(plan, kinds)
    if troubles:
        raise BadPlan(troubles[:MOST_TROUBLES])
    return plan


def _kinds(reader: Reader, plan: Plan | None, on: date, types: Types | None) -> SectionSet | None:
    if plan is None:
        return None
    try:
        return section_set(plan.type, plan.dated_on or on, plan.cohort, types)
    except BadPlan as bad:
        reader.troubles.extend(bad.troubles)
        return None


def _sections(reader: Reader, sections: Any, kinds: SectionSet) -> dict[str, Section]:
    if not isinstance(sections, dict):
        reader.trouble(
            "sections", "these are an object with a section under each key, such as {“A”: {“lines”: []}}."
        )
        return {}
    read = {}
    for key, content in sections.items():
        kind = kinds.section(key)
        if kind is None:
            reader.trouble(
                "sections", f"“{key}” is no section of this type. Its sections are {_keys(kinds, key)}."
            )
            continue
        lines: Any = LINES[kind.holds]
        section = reader.shape(Section, content, f"section {key}", {"lines": tuple[lines, ...]})
        if section is not None:
            read[key] = section
    return read


def _keys(kinds: SectionSet, key: str) -> str:
    keys = [one.key for one in kinds.sections]
    near = get_close_matches(key.upper(), keys, n=1)
    return listed(keys) + (f"; did you mean {near[0]}?" if near else "")


def line_of(holds: str, content: Any, where: str) -> Line:
    """One line of a section, for a form that edits a single line."""
    reader = Reader()
    line = reader.shape(LINES[holds], content, where)
    if reader.troubles or line is None:
        raise BadPlan(reader.troubles)
    return line
