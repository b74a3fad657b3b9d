"""Which kind answers or proves which: each link once, with its way up and its way down."""

from __future__ import annotations

from typing import Any

from goldenthread.evidence.kinds.counted import counts_under
from goldenthread.evidence.kinds.shape import Across, Edge, Held, Reader, Through
from goldenthread.evidence.models import Answer, Tie
from goldenthread.participation.models import Said


def _ties(reader: Reader) -> Any:
    return Tie.objects.as_known_on(reader.day).order_by("pk")


def _answered(reader: Reader) -> Any:
    """What people said and the action that answers it, from the day of the answer: participation knows it by its number."""
    return Said.objects.filter(answered_on__lte=reader.day).order_by("pk")


def _put_forward(reader: Reader) -> Any:
    """What was asked and the evidence that was put forward for it."""
    return Answer.objects.filter(answered_on__lte=reader.day).order_by("pk")


def _both(upper: str, lower: str, up: str, down: str) -> Edge:
    """A link that is a path of fields both ways: `up` from the lower to the upper."""
    return Edge(upper, lower, up=Across(down), down=Across(up))


EDGES: tuple[Edge, ...] = (
    _both("finding", "area", "answers", "areas"),
    _both("priority", "area", "priorities", "areas"),
    _both("priority", "action", "priorities", "actions"),
    _both("priority", "statement", "statement__priority", "statement__versions"),
    Edge("criterion", "statement", up=Held(lambda one: [one.statement.criterion or None]), down=Across("statement__criterion")),
    _both("survey", "theme", "question__survey", "questions__themes"),
    _both("survey", "activity", "survey", "activities"),
    _both("activity", "said", "activity", "said"),
    Edge("said", "action", up=Through(_answered, "action_number", "pk"), down=Through(_answered, "pk", "action_number")),
    _both("area", "ask", "area", "review_points"),
    Edge(
        "area", "ask",
        up=Across("plan__programme__reviews__points", (("plan__programme__reviews__points__area", None),)),
        down=Across("review__programme__plans__areas", (("area", None),)), is_wide=True,
    ),
    _both("area", "action", "area", "actions"),
    _both("area", "statement", "statement__area", "statement__versions"),
    _both("area", "evidence", "area", "evidence"),
    _both("area", "measure", "area", "measures"),
    _both("area", "decision", "effects__area", "effects__decision"),
    _both("area", "check", "area", "sustained_checks"),
    Edge("area", "version", up=Held(lambda one: [one.area_id]), down=Across("area")),
    Edge(
        "area", "version",
        up=Across("plan__programme__document_versions", (("plan__programme__document_versions__area", None),
                                                         ("plan__is_public", True))),
        down=Across("programme__plans__areas", (("area", None), ("programme__plans__is_public", True))),
    ),
    Edge("ask", "evidence", up=Through(_put_forward, "evidence", "point"), down=Through(_put_forward, "point", "evidence")),
    _both("action", "measure", "area__actions", "area__measures"),
    _both("action", "evidence", "action", "evidence"),
    _both("action", "decision", "effects__action", "effects__decision"),
    _both("statement", "claim", "version", "claims"),
    _both("claim", "evidence", "claims", "evidence"),
    _both("evidence", "reading", "as_evidence__evidence", "reading__frozen"),
    _both("measure", "reading", "measure", "frozen"),
    _both("measure", "recorded", "measure", "readings"),
    Edge("measure", "figure", up=Through(_ties, "figure", "measure"), down=Through(_ties, "measure", "figure")),
    Edge("reading", "figure", up=Across("figure"), down=Held(lambda one: [one.figure])),
    Edge("figure", "count", up=Held(lambda one: [one.figure]), down=Held(counts_under)),
)  # fmt: skip
