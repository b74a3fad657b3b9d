"""Reading a programme file: JSON, checked against the schema, with every mistake said in a sentence."""

from __future__ import annotations

import json
from collections.abc import Iterator
from functools import cache
from typing import Any, cast

from jsonschema import Draft202012Validator
from jsonschema.exceptions import ValidationError

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.exchange import facts
from goldenthread.programme.exchange.schema import schema

MOST_PROBLEMS = 20
LARGEST = 100 * 1024 * 1024


class BadProgrammeFile(ValueError):
    """A file that cannot be imported; its text lists what is wrong, where, and what to do."""

    def __init__(self, problems: list[str]) -> None:
        super().__init__("\n".join(problems))
        self.problems = problems


@cache
def _validator() -> Draft202012Validator:
    return Draft202012Validator(schema())


def parse(data: bytes | str) -> dict[str, Any]:
    """A programme file's content, checked. A file of facts about an area is turned into one first."""
    if len(data) > LARGEST:
        raise BadProgrammeFile(["The file is larger than 100 MB. Export one programme at a time."])
    try:
        content = json.loads(data)
    except UnicodeDecodeError:
        raise BadProgrammeFile(["The file is not text in UTF-8. Save it as JSON in UTF-8."]) from None
    except json.JSONDecodeError as trouble:
        where = f"line {trouble.lineno}, column {trouble.colno}"
        raise BadProgrammeFile([f"The file is not JSON: {where}: {trouble.msg}."]) from None
    except RecursionError:
        raise BadProgrammeFile(["The file's lists are nested too deeply to be a programme file."]) from None
    if isinstance(content, dict) and facts.is_facts(content):
        content = facts.as_programme_file(content)
    problems = list(_problems(content))[:MOST_PROBLEMS]
    if problems:
        raise BadProgrammeFile(problems)
    return content


def _problems(content: Any) -> Iterator[str]:
    for error in _validator().iter_errors(content):
        yield from _sentences(error)
    if isinstance(content, dict):
        yield from _impossible_dates(content, "")


def _sentences(error: ValidationError) -> Iterator[str]:
    where, rule = _place(list(error.absolute_path)), cast(Any, error.validator_value)
    if error.validator == "additionalProperties":
        allowed = set(cast(dict[str, Any], error.schema)["properties"])
        for name in sorted(set(cast(dict[str, Any], error.instance)) - allowed):
            yield f"{where}: the field “{name}” is not known here. Remove it, or check how it is spelled."
    elif error.validator == "required":
        missing = [name for name in rule if name not in cast(dict[str, Any], error.instance)]
        yield f"{where}: {', '.join(f'“{name}”' for name in missing)} is missing. Add it."
    elif error.validator == "pattern":
        yield f"{where}: “{error.instance}” is not a date like 2024-04-17{_partial_words(error)}."
    elif error.validator in {"enum", "const"}:
        choices = rule if isinstance(rule, list) else [rule]
        yield f"{where}: “{error.instance}” is not one of {', '.join(str(one) for one in choices if one)}."
    else:
        yield f"{where}: {error.message[:200]}."


def _partial_words(error: ValidationError) -> str:
    return ", 2024-04 or 2024" if "(" in str(error.validator_value) else ""


def _place(path: list[Any]) -> str:
    words = [f"{one + 1}." if isinstance(one, int) else str(one).replace("_", " ") for one in path]
    return " ".join(words) or "the file"


def _impossible_dates(value: Any, where: str) -> Iterator[str]:
    """Dates of the right shape that no calendar has, such as 2024-02-30."""
    if isinstance(value, dict):
        for name, one in value.items():
            inner = f"{where} {name}".strip()
            if isinstance(one, str) and (
                name.endswith(("_on", "_from")) or name in {"due", "start", "period"}
            ):
                yield from _impossible(one, inner)
            elif name not in {"detail", "library"}:
                yield from _impossible_dates(one, inner)
    elif isinstance(value, list):
        for place, one in enumerate(value, 1):
            yield from _impossible_dates(one, f"{where} {place}.")


def _impossible(text: str, where: str) -> Iterator[str]:
    try:
        PartialDate.parse(text)
    except ValueError:
        yield f"{where}: “{text}” is not a day, month or year that exists."
