"""PostgreSQL as Django speaks it; each statement about rows says in the same message for whom it is.

`SET LOCAL` holds for one transaction. Sent together, the two are one transaction even where Django begins none, so nothing stays
behind in a connection that somebody else uses next: neither one of ours, nor one that PgBouncer lends for a transaction.
A wrapper that opened a transaction for each statement would ask the server three times instead of once.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.db import NotSupportedError
from django.db.backends.postgresql import base

from goldenthread.kit.who_reads import present

ABOUT_ROWS = ("SELECT", "INSERT", "UPDATE", "DELETE", "WITH", "MERGE", "EXPLAIN", "(")
"""How statements begin that read or write rows. Others (SAVEPOINT, VACUUM, CREATE DATABASE) may stand alone only."""


def _say_who_reads(
    execute: Callable[..., Any], sql: Any, params: Any, many: bool, context: dict[str, Any]
) -> Any:
    cursor = context["cursor"].cursor
    text = sql if isinstance(sql, str) else sql.as_string(cursor)
    if not text.lstrip().upper().startswith(ABOUT_ROWS):
        return execute(sql, params, many, context)
    if many:
        raise NotSupportedError(
            "executemany would leave out for whom it is. Execute one statement at a time."
        )
    result = execute(f"SET LOCAL golden.reads TO '{present()}'; {text}", params, many, context)
    cursor.nextset()  # past the answer to SET
    return result


class DatabaseWrapper(base.DatabaseWrapper):
    """The connection of a process; see above."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        super().__init__(*args, **kwargs)
        self.execute_wrappers.append(_say_who_reads)
