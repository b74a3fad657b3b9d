"""Evidence: added by one person, confirmed by another, superseded by newer, and gone."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.evidence import add_evidence, confirm_evidence, say_gone
from goldenthread.programme.errors import Refused
from goldenthread.programme.models import Area, Evidence

ON = date(2023, 6, 1)
LATER = date(2023, 9, 1)


def _add_evidence(area: Area, by: Any, dated_on: PartialDate, **more: Any) -> Evidence:
    return add_evidence(
        area=area, title="Audit", kind="audit", address="folder", dated_on=dated_on, shows="outcome",
        on=ON, by=by, **more,
    )  # fmt: skip


def test_confirm_evidence_takes_a_second_person(area: Area, lead: Any, second: Any, event: Any):
    evidence = _add_evidence(area, lead, PartialDate(2023, 5))
    assert event("programme.evidence.added")
    with pytest.raises(Refused, match="somebody else must confirm it"):
        confirm_evidence(evidence=evidence, on=ON, by=lead)
    assert confirm_evidence(evidence=evidence, on=ON, by=second).confirmed_by == second


def test_add_evidence_refuses_the_future(area: Area, lead: Any):
    with pytest.raises(Refused, match="dated in the future"):
        _add_evidence(area, lead, PartialDate(2023, 7))


@pytest.mark.parametrize("says", ["85% agreed", "Four in ten, 40 per cent", "46.4 % in time"])
def test_share_without_its_base_is_refused_and_nothing_is_kept(area: Area, lead: Any, says: str):
    with pytest.raises(Refused, match="must say what it is of"):
        _add_evidence(area, lead, PartialDate(2023, 5), says=says)
    assert not Evidence.objects.exists()


def test_share_with_its_base_is_kept(area: Area, lead: Any):
    assert _add_evidence(area, lead, PartialDate(2023, 5), says="46.4% (283 of 610) in time").says


def test_newer_evidence_takes_the_place_of_older_once_and_the_past_still_shows_it(area: Area, lead: Any):
    older = _add_evidence(area, lead, PartialDate(2023, 5))
    newer = add_evidence(area=area, title="Audit again", kind="audit", address="folder 2", dated_on=PartialDate(2023, 8),
                         shows="outcome", supersedes=older, on=LATER, by=lead)  # fmt: skip
    assert list(Evidence.objects.in_use(LATER)) == [newer]
    assert list(Evidence.objects.in_use(ON)) == [older]
    with pytest.raises(Refused, match="taken the place of that already"):
        _add_evidence(area, lead, PartialDate(2023, 5), supersedes=older)


def test_evidence_that_is_gone_says_why_and_stays(area: Area, lead: Any, event: Any):
    held = _add_evidence(area, lead, PartialDate(2023, 5))
    with pytest.raises(Refused, match="Say what happened"):
        say_gone(evidence=held, why=" ", on=LATER, by=lead)
    assert say_gone(evidence=held, why="The page is not there", on=LATER, by=lead).gone_on == LATER
    assert event("programme.evidence.gone")
    assert Evidence.objects.filter(pk=held.pk).exists()
