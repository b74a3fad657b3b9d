"""R6: many editors of one record at once. Each save is applied or told of the other's; nothing is written over in silence."""

from __future__ import annotations

import threading
from dataclasses import dataclass, field
from datetime import date

import pytest
from django.db import connection, connections

from assurance.amount import times
from goldenthread.programme.actions.action_plan import update_action
from goldenthread.programme.errors import Conflict
from goldenthread.programme.models import Action, ActionVersion
from tests.programme.world import make_action, make_area, make_plan

EDITORS, ROUNDS = times(8, full=50), times(10, full=200)
ON = date(2026, 3, 2)


@dataclass
class Outcomes:
    """What came of each save: what was typed, the version that was read, and the version that was made or told of."""

    applied: list[tuple[str, int, int]] = field(default_factory=list)
    told: list[tuple[str, int, int]] = field(default_factory=list)
    troubles: list[str] = field(default_factory=list)


def edit(action: Action, editor: int, outcomes: Outcomes) -> None:
    """One editor, who reads and saves again and again."""
    for number in range(ROUNDS):
        words = f"editor {editor}, round {number}"
        seen = ActionVersion.objects.get(record=action, known_until=None).pk
        try:
            made = update_action(action=action, changes={"text": words}, based_on=seen, on=ON, by=None)
            outcomes.applied.append((words, seen, made.pk))
        except Conflict as conflict:
            outcomes.told.append((words, seen, conflict.theirs.pk))
        except Exception as trouble:
            outcomes.troubles.append(repr(trouble))
    connections.close_all()


def at_once(action: Action) -> Outcomes:
    """All editors together."""
    outcomes = Outcomes()
    editors = [threading.Thread(target=edit, args=(action, number, outcomes)) for number in range(EDITORS)]
    for one in editors:
        one.start()
    for one in editors:
        one.join()
    return outcomes


@pytest.mark.django_db(transaction=True)
@pytest.mark.timeout(3600)
def test_no_save_writes_over_another_in_silence(record_property):
    action = make_action(make_area(make_plan()))
    found, saves = at_once(action), EDITORS * ROUNDS
    versions = {one.pk: one for one in ActionVersion.objects.filter(record=action)}
    silent = [kept for kept in found.applied if versions[kept[2]].text != kept[0]]
    twice = len(found.applied) - len({seen for _, seen, _ in found.applied})
    neither = saves - len(found.applied) - len(found.told)
    for what, tried, failed in (
        (f"saves by {EDITORS} editors at once", saves, neither),
        ("saves applied", len(found.applied), len(silent) + twice),
        ("writers told of the other’s version", len(found.told), 0),
    ):
        record_property("counted", {"what": what, "tried": tried, "failed": failed})
    assert (found.troubles, silent) == ([], [])
    assert twice == 0, "two saves that read the same version were both applied"
    assert len(versions) == 1 + len(found.applied)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM audit_event WHERE action = 'programme.action.revised'")
        assert cursor.fetchone() == (len(found.applied),)
