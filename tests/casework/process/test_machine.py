"""The machine drawn from the code is the documented one, and every transition works, refuses and leaves an event."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from goldenthread.casework.process.checks import first_fault
from goldenthread.casework.process.course import follow
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.process.machine import as_markdown, transitions
from goldenthread.casework.process.stages import ENDS, Stage
from tests.casework.process.happenings import TO_FINAL, file

PAGE = Path(__file__).resolve().parents[3] / "docs" / "casework.md"
DOCUMENTED = {
    ("–", "REQUESTED"), ("REQUESTED", "CONSIDERING"), ("CONSIDERING", "WITHDRAWN"), ("CONSIDERING", "REFUSED_ASSESS"),
    ("CONSIDERING", "ASSESSING"), ("ASSESSING", "REFUSED_ISSUE"), ("ASSESSING", "DRAFTING"), ("DRAFTING", "DRAFT_ISSUED"),
    ("DRAFT_ISSUED", "DRAFT_ISSUED"), ("DRAFT_ISSUED", "FINAL"), ("MAINTAINED", "REVIEW_PREP"), ("REVIEW_PREP", "REVIEW_MET"),
    ("REVIEW_MET", "REVIEW_REPORTED"), ("REVIEW_MET", "MAINTAINED"), ("REVIEW_REPORTED", "MAINTAINED"),
    ("REVIEW_MET", "AMEND_PROPOSED"), ("REVIEW_REPORTED", "AMEND_PROPOSED"), ("AMEND_PROPOSED", "MAINTAINED"),
    ("MAINTAINED", "AMEND_PROPOSED"), ("MAINTAINED", "REASSESS_REQUESTED"), ("REASSESS_REQUESTED", "MAINTAINED"),
    ("REASSESS_REQUESTED", "REASSESSING"), ("REASSESSING", "MAINTAINED"), ("MAINTAINED", "CEASE_CONSULT"),
    ("CEASE_CONSULT", "CEASE_PENDING"), ("CEASE_PENDING", "CEASED"), ("MAINTAINED", "TRANSFERRED_OUT"), ("–", "MAINTAINED"),
}  # fmt: skip
"""The rows of the table of practice (the reference of the law, section 2). "Final → maintained" is no event: a final plan is
in force at once, and whatever may follow a maintained plan may follow a final one."""


def test_the_page_is_what_the_table_says():
    assert PAGE.read_text() == as_markdown(), (
        "python -m goldenthread.casework.process.machine > docs/casework.md"
    )


def test_every_documented_transition_is_in_the_machine():
    moves = {(start, end) for start, _, end in transitions()}
    assert DOCUMENTED - moves == set()


def test_what_follows_a_maintained_plan_follows_a_final_one():
    after = {
        state: {(kind, end) for start, kind, end in transitions() if start == state}
        for state in ("FINAL", "MAINTAINED")
    }
    assert after["MAINTAINED"] <= after["FINAL"]


def test_nothing_but_an_order_of_the_tribunal_leads_out_of_an_end():
    out = {(start, kind) for start, kind, _ in transitions() if start in {stage.name for stage in ENDS}}
    assert {kind for _, kind in out} == {"reopened-by-order"}


def test_every_stage_can_be_reached():
    reached, waiting = set(), {"–"}
    while waiting:
        here = waiting.pop()
        waiting |= {end for start, _, end in transitions() if start == here} - reached - {here}
        reached.add(here)
    assert {stage.name for stage in Stage} <= reached


REVIEW = [*TO_FINAL, ("review-opened", "2027-04-01"), ("review-met", "2027-05-04")]
AMENDING = [*REVIEW, ("amendment-proposed", "2027-06-01", {"evidence": True})]
AGAIN = [*TO_FINAL, ("reassessment-requested", "2026-12-01", {"by": "parent"})]
CEASING = [*TO_FINAL, ("cease-considered", "2027-02-01", {"reasons": "Work."})]
WAYS = {
    "REQUESTED": [TO_FINAL[0]],
    "CONSIDERING": [TO_FINAL[0], ("considering", "2026-03-05")],
    "ASSESSING": list(TO_FINAL[:2]),
    "DRAFTING": list(TO_FINAL[:3]),
    "DRAFT_ISSUED": list(TO_FINAL[:4]),
    "FINAL": list(TO_FINAL),
    "MAINTAINED": [("moved-in", "2026-09-01", {"authority": "Elsewhere", "made_on": "2026-01-20"})],
    "REVIEW_PREP": REVIEW[:-1],
    "REVIEW_MET": REVIEW,
    "REVIEW_REPORTED": [*REVIEW, ("review-reported", "2027-05-11")],
    "AMEND_PROPOSED": AMENDING,
    "REASSESS_REQUESTED": AGAIN,
    "REASSESSING": [*AGAIN, ("reassessment-agreed", "2026-12-10")],
    "CEASE_CONSULT": CEASING,
    "CEASE_PENDING": [*CEASING, ("cease-decided", "2027-03-10", {"reasons": "Done."})],
    "REFUSED_ASSESS": [TO_FINAL[0], ("assessment-refused", "2026-04-07", {"reasons": "No sign of need."})],
    "REFUSED_ISSUE": [*TO_FINAL[:2], ("plan-refused", "2026-06-01", {"reasons": "Support is enough."})],
    "–": [],
}
"""A way to each stage from which something leads on."""
LATER = "2028-01-10"


def facts_of(kind):
    """Answers to all that a kind must say."""
    given = {"day": "2027-12-01", "yes-no": True, "text": "Something"}
    asked = [fact for fact in kind.facts if fact.is_required]
    return {fact.name: fact.choices[0][0] if fact.kind == "choice" else given[fact.kind] for fact in asked}


@pytest.mark.parametrize(("start", "kind", "end"), sorted(transitions()), ids=lambda one: one)
def test_every_transition_works(start, kind, end):
    events = file(*WAYS[start], (kind, LATER, facts_of(KINDS[kind])))
    assert first_fault(events, born_on=date(2017, 5, 4), today=date(2028, 2, 1)) is None
    assert follow(events).stage == Stage[end]


REFUSED = [
    (start, kind.key)
    for start in sorted(WAYS)
    for kind in KINDS.values()
    if kind.moves and start not in {one for one, key, _ in transitions() if key == kind.key}
]


@pytest.mark.parametrize(("start", "kind"), REFUSED)
def test_every_other_one_is_refused(start, kind):
    events = file(*WAYS[start], (kind, LATER, facts_of(KINDS[kind])))
    assert first_fault(events, born_on=date(2017, 5, 4), today=date(2028, 2, 1)) is not None
