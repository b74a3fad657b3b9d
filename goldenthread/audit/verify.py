"""Reading the whole audit again, to show that nobody has changed it."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field

from django.db import connection, transaction

from goldenthread.audit import chain
from goldenthread.audit.models import Event, Head

SHOWN = 20
"""Problems told in full; the rest are counted."""


@dataclass
class Report:
    """What a check found. `count` and `head` are what was read, and make the next anchor."""

    count: int = 0
    head: str = chain.START
    problems: list[str] = field(default_factory=list)
    problem_count: int = 0

    @property
    def ok(self) -> bool:
        """Whether nothing was found."""
        return self.problem_count == 0

    def add(self, problem: str) -> None:
        """Note a problem."""
        self.problem_count += 1
        if len(self.problems) < SHOWN:
            self.problems.append(problem)


class BadAnchor(ValueError):
    """An anchor that is not "count:hash"."""


def anchor() -> str:
    """The chain's end as "count:hash". Kept elsewhere, it shows later that all up to it is still there."""
    head = Head.objects.filter(key=1).first()
    return f"{head.count}:{head.hash}" if head else f"0:{chain.START}"


def verify(anchor: str | None = None) -> Report:
    """Check every event, the order, the end, and the anchor if one was kept."""
    at_count, at_hash = _read(anchor)
    report = Report()
    with _one_moment():
        head = Head.objects.filter(key=1).first()
        for event in Event.objects.order_by("sequence").iterator(chunk_size=2000):
            _check(event, report)
            if event.sequence == at_count and not chain.same(event.hash, at_hash):
                report.add(f"Event {at_count} is not the one that the anchor names.")
            report.count, report.head = event.sequence, event.hash
    if report.count < at_count:
        report.add(
            f"The anchor names event {at_count}, but the last event is {report.count}: the end was cut off."
        )
    _check_end(head, report)
    return report


def _check(event: Event, report: Report) -> None:
    number = event.sequence
    if number != report.count + 1:
        report.add(f"After event {report.count} comes event {number}: events were removed or put in between.")
    elif not chain.same(event.previous_hash, report.head):
        report.add(
            f"Event {number} does not follow from event {report.count}: one was changed, moved or put in."
        )
    if not chain.same(event.hash, chain.event_hash(event.content())):
        report.add(f"Event {number} was changed after it was written, or was not written by this system.")


def _check_end(head: Head | None, report: Report) -> None:
    if head is None:
        report.add("The line that says where the audit ends is missing.")
        return
    if not chain.same(head.mac, chain.head_mac(head.count, head.hash)):
        report.add("The line that says where the audit ends was changed.")
    if head.count != report.count:
        report.add(f"The audit should end with event {head.count}, but ends with event {report.count}.")
    elif not chain.same(head.hash, report.head):
        report.add(f"Event {report.count} is not the one that the audit should end with.")


def _read(anchor: str | None) -> tuple[int, str]:
    if not anchor:
        return 0, ""
    count, _, last_hash = anchor.strip().partition(":")
    if not count.isdecimal() or len(last_hash) != len(chain.START):
        raise BadAnchor(f"“{anchor}” is not an anchor. It reads like 1200:9f2c…, as it was printed.")
    return int(count), last_hash


@contextmanager
def _one_moment() -> Iterator[None]:
    """Read the events and their end as they were at one moment, whatever is written meanwhile."""
    outermost = not connection.in_atomic_block
    with transaction.atomic():
        if outermost:
            with connection.cursor() as cursor:
                cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ")
        yield
