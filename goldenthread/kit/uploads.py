"""A file that somebody is bringing in: kept until it is in, carried out by the worker, seen while it goes.

Every room that brings files in does it this way: hold the file, let the worker rehearse it, look, let the worker do it.
A worker that is killed leaves the file in the hands of the next one, which finds what is in and goes on from there.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator
from contextlib import contextmanager, nullcontext
from typing import Any

from django.db import connections, models, transaction

from goldenthread.kit.history import Recorded

OUR_FAULT = "Something went wrong on our side. Try again; if it stays so, tell an administrator."
Progress = Callable[[int, int, str], None]
Work = Callable[[Progress], dict[str, Any]]


class UploadState(models.TextChoices):
    """How far a file that is being brought in has come."""

    HELD = "held", "Held: nothing is saved yet"
    WAITING = "waiting", "Waiting for its turn"
    RUNNING = "running", "Being brought in"
    DONE = "done", "It is in"
    FAILED = "failed", "Nothing was brought in"


class HeldFile(Recorded):
    """One file, how far it has come, and what came of it. Its bytes are let go when it is in."""

    gate_field = "key"

    key = models.UUIDField(default=uuid.uuid4, unique=True, editable=False)
    name = models.CharField(max_length=255, blank=True, help_text="Empty for pasted text.")
    data = models.BinaryField(null=True)
    state = models.CharField(max_length=10, choices=UploadState, default=UploadState.HELD)
    is_rehearsed = models.BooleanField(default=False)
    steps_done = models.PositiveIntegerField(default=0)
    steps = models.PositiveIntegerField(default=0)
    doing = models.CharField(max_length=100, blank=True)
    outcome = models.JSONField(default=dict, blank=True)

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return self.name or "pasted text"

    @property
    def content(self) -> bytes:
        """The file's bytes."""
        return bytes(self.data or b"")

    @property
    def percent(self) -> int:
        """How far it has come, of a hundred."""
        return 100 * self.steps_done // self.steps if self.steps else 0

    @property
    def is_under_way(self) -> bool:
        """Whether the worker has it, or will."""
        return self.state in (UploadState.WAITING, UploadState.RUNNING)

    @property
    def is_taken(self) -> bool:
        """Whether it was sent to the worker already, or is in: a second time it is refused."""
        return self.data is None or self.is_under_way or self.state == UploadState.DONE

    def set_waiting(self) -> None:
        """Begin anew, for the worker. Call it under a lock of the row."""
        self.state, self.steps_done, self.steps, self.outcome = UploadState.WAITING, 0, 0, {}
        self.save(update_fields=["state", "steps_done", "steps", "outcome"])


class _Rehearsed(Exception):
    """Carries the result out of a transaction that is to be undone."""

    def __init__(self, outcome: dict[str, Any]) -> None:
        self.outcome = outcome


def carry_out(
    held: Any, work: Work, *, rehearse: bool, progress: Progress, in_words: tuple[type[Exception], ...],
    is_whole: bool = True, beside: Callable[[], dict[str, Any]] = dict,
) -> None:  # fmt: skip
    """What the worker does: all of the work in one transaction, or all of it and then undo it. Killed, nothing is in.

    Without `is_whole` the work keeps its own transactions, one for each thing that stands by itself, and finds what is in
    when it is begun again. An exception of `in_words` is for the person, who reads it; any other is ours, and is raised
    again. `beside` gives further columns to save with what came of it.
    """
    rows = type(held).objects.filter(pk=held.pk)
    if held.state == UploadState.DONE or held.data is None:
        return
    rows.update(state=UploadState.RUNNING)
    try:
        with transaction.atomic() if is_whole or rehearse else nullcontext():
            outcome = work(progress)
            if rehearse:
                raise _Rehearsed(outcome)
            rows.update(state=UploadState.DONE, data=None, outcome=outcome, **beside())
    except _Rehearsed as rehearsed:
        rows.update(state=UploadState.HELD, is_rehearsed=True, outcome=rehearsed.outcome, **beside())
    except Exception as trouble:
        is_theirs = isinstance(trouble, in_words)
        words = str(trouble) if is_theirs else f"{OUR_FAULT} Nothing was brought in."
        rows.update(state=UploadState.FAILED, outcome={"trouble": words.splitlines()}, **beside())
        if not is_theirs:
            raise


@contextmanager
def telling(held: Any) -> Iterator[Progress]:
    """A way to say how far it has come, seen at once: on a connection of its own, outside of the work's transaction."""
    own = connections.create_connection("default")
    table = held._meta.db_table

    def tell(done: int, total: int, what: str) -> None:
        with own.cursor() as cursor:
            cursor.execute(
                f"UPDATE {table} SET steps_done = %s, steps = %s, doing = %s WHERE id = %s",  # noqa: S608 (our own table)
                [done, total, what[:100], held.pk],
            )

    try:
        yield tell
    finally:
        own.close()
