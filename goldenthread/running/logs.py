"""Lines for the log, each one JSON object, without personal data.

Other people's programs put what they are given into their messages: addresses with a secret in them, the arguments of a job,
the row that a constraint refused. So of a message that is not ours only its pattern is kept, and of an error its kind and
the places in the code that it passed, never its words. Our own messages name records by number; a test reads the log for names.
"""

from __future__ import annotations

import traceback
from collections.abc import MutableMapping
from pathlib import Path
from typing import Any

import structlog
from django.http import HttpRequest

OURS = "goldenthread"
PROJECT = str(Path(__file__).resolve().parents[2])
DEEPEST = 12
"""Places of an error that are told, from where it happened outwards."""

Line = MutableMapping[str, Any]


def said(logger: Any, name: str, line: Line) -> Line:
    """The message: ours whole; of others the pattern, with the page and status of a request or the task of a job."""
    record = line["_record"]
    if record.name.split(".")[0] == OURS:
        return line
    kept: Line = dict(line)
    http, job = getattr(record, "request", None), getattr(record, "job", None)
    if hasattr(record, "status_code"):
        kept["event"] = f"answered with {record.status_code}"
    elif isinstance(job, dict):
        kept["event"] = str(getattr(record, "action", "job"))
        kept["job"], kept["task"] = job.get("id"), job.get("task_name")
    elif record.name.startswith("procrastinate"):
        kept["event"] = str(getattr(record, "action", "the worker said something"))
    else:
        kept["event"] = str(record.msg)[:200] if line.get("positional_args") else type_of(record)
    if isinstance(http, HttpRequest):
        kept["method"] = http.method
        kept["page"] = http.resolver_match.view_name if http.resolver_match else "no such page"
    return kept


def type_of(record: Any) -> str:
    """What is told of a finished message of somebody else's program: where it was said, for its words may be anybody's."""
    return f"message from {record.module}.{record.funcName}, line {record.lineno}"


def place(logger: Any, name: str, line: Line) -> Line:
    """Who said it."""
    line["logger"] = line["_record"].name
    line.pop("positional_args", None)
    return line


def trace(logger: Any, name: str, line: Line) -> Line:
    """An error as its kinds and the places that it passed."""
    trouble = line.pop("exc_info", None)
    line.pop("stack_info", None)
    error = trouble[1] if isinstance(trouble, tuple) else trouble
    if isinstance(error, BaseException):
        line["trouble"] = _kinds(error)
        frames = traceback.extract_tb(error.__traceback__)[-DEEPEST:]
        line["at"] = [f"{_short(one.filename)}:{one.lineno} {one.name}" for one in frames]
    return line


def _kinds(error: BaseException) -> str:
    kinds: list[str] = []
    next_one: BaseException | None = error
    while next_one is not None and len(kinds) < 5:
        kinds.append(type(next_one).__name__)
        next_one = next_one.__cause__ or next_one.__context__
    return " from ".join(kinds)


def _short(path: str) -> str:
    return path.removeprefix(f"{PROJECT}/").split("site-packages/")[-1]


def lines(form: str) -> structlog.stdlib.ProcessorFormatter:
    """What writes the lines: "json", or "text" for people."""
    last: Any = (
        structlog.processors.JSONRenderer(ensure_ascii=False)
        if form == "json"
        else structlog.dev.ConsoleRenderer(colors=False, sort_keys=False)
    )
    return structlog.stdlib.ProcessorFormatter(
        pass_foreign_args=True,
        processors=[
            said, structlog.contextvars.merge_contextvars, structlog.stdlib.add_log_level, place, trace,
            structlog.processors.TimeStamper(fmt="iso", utc=True, key="at_time"),
            structlog.stdlib.ProcessorFormatter.remove_processors_meta, last,
        ],
    )  # fmt: skip
