"""Answering a file of vectors: for each case of a rule, what our law gives, and whether that agrees with what was expected.

A vector names its `rule`, the days it starts from, and what is expected; whatever it expects is answered under the same name.
"""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

from goldenthread.law import appeal, assessment, exceptions, move, orders, phase_transfer, review
from goldenthread.law.errors import LawError
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import IPSEA, LEGAL, Before, Readings, received_on, year_from

Vector = dict[str, Any]
NAMES = {"id", "rule", "note"}


def answer_all(vectors: list[Vector]) -> dict[str, Any]:
    """The answers to all vectors, and how many agree."""
    answers = [answer(vector) for vector in vectors]
    agreeing = sum(one["agrees"] for one in answers)
    return {"vectors": len(answers), "agree": agreeing, "differ": len(answers) - agreeing, "answers": answers}


def answer(vector: Vector) -> dict[str, Any]:
    """What one vector is answered with. Trouble is a sentence, and does not agree."""
    found: dict[str, Any] = {"id": vector.get("id"), "rule": vector.get("rule")}
    rule = RULES.get(str(vector.get("rule", "")).replace("-", "_"))
    if rule is None:
        known = ", ".join(sorted(RULES))
        return found | {
            "agrees": False,
            "trouble": f"There is no rule called “{vector.get('rule')}”. The rules are {known}.",
        }
    try:
        given = _plain(rule(vector))
    except KeyError as missing:
        return found | {"agrees": False, "trouble": f"This needs {missing} to be answered."}
    except (LawError, ValueError, TypeError) as wrong:
        return found | {"agrees": False, "trouble": str(wrong)}
    differs = [name for name, value in given.items() if name in vector and vector[name] != value]
    unanswered = [
        name
        for name in vector
        if name not in given and name not in NAMES | INPUTS[str(vector["rule"]).replace("-", "_")]
    ]
    return found | {
        "agrees": not differs and not unanswered,
        "gives": given,
        "differs": differs,
        "unanswered": unanswered,
    }


def _plain(value: Any) -> Any:
    """Days as 2026-10-19, tuples as lists."""
    if isinstance(value, date):
        return value.isoformat()
    if isinstance(value, dict):
        return {name: _plain(one) for name, one in value.items()}
    return [_plain(one) for one in value] if isinstance(value, list | tuple) else value


def _day(vector: Vector, *names: str) -> date:
    """The first of these days that the vector gives."""
    for name in names:
        if vector.get(name):
            return date.fromisoformat(str(vector[name])[:10])
    raise KeyError(names[0])


def _weeks(vector: Vector) -> dict[str, Any]:
    start = _day(vector, "start", "received", "event")
    many = vector["n"]
    counts = many if isinstance(many, list) else [many]

    def due(first: date) -> Any:
        days = [Length(n, Unit.WEEKS).after(first) for n in counts]
        return days if isinstance(many, list) else days[0]

    came = received_on(start, after_five=bool(vector.get("ipsea_start")), readings=IPSEA)
    given = {"due": due(start), "ipsea_start": came, "ipsea_due": due(came)}
    return given if "ipsea_start" in vector or "ipsea_due" in vector else {"due": given["due"]}


def _beginning(unit: Unit) -> Callable[[Vector], dict[str, Any]]:
    def rule(vector: Vector) -> dict[str, Any]:
        start, number = _day(vector, "start"), int(vector["n"])
        given: dict[str, Any] = {"last": Length(number, unit, beginning_with=True).after(start)}
        if unit is Unit.MONTHS:
            given["ipsea_last"] = year_from(start, IPSEA, number)
        return _asked(vector, given, "last")

    return rule


def _closure(vector: Vector) -> dict[str, Any]:
    window = exceptions.closure_window(_day(vector, "first_closed"), _day(vector, "reopens"))
    given: dict[str, Any] = {"window": window}
    for name, inside in (("in", True), ("out", False)):
        days = [date.fromisoformat(day) for day in vector.get(name, [])]
        if days:
            given[name] = [
                day for day in days if (window is not None and window[0] <= day <= window[1]) is inside
            ]
    return given


def _review(vector: Vector) -> dict[str, Any]:
    times = review.timetable(_day(vector, "meeting"))
    given: dict[str, Any] = {
        name: getattr(times, name) for name in ("invite_by", "report", "decision", "reps_to", "final")
    }
    if vector.get("notice"):
        given["final_from_notice"] = review.AMENDED_PLAN.deadline(_day(vector, "notice")).due_on
    return given


def _phase(vector: Vector) -> dict[str, Any]:
    kind = _phase_kind(str(vector["kind"]))
    if kind == "between-post-16" or vector.get("transfer"):
        return {"strict": phase_transfer.between_post_16(_day(vector, "transfer", "date")).due_on}
    year = int(vector["year"])
    guidance = Readings(before=Before.GUIDANCE)
    given = {
        "strict": phase_transfer.due(kind, year).due_on, "guidance": phase_transfer.due(kind, year, guidance).due_on,
        "meeting": phase_transfer.latest_meeting(kind, year),
        "guidance_meeting": phase_transfer.latest_meeting(kind, year, guidance),
    }  # fmt: skip
    return _asked(vector, given, "strict", "guidance")


def _phase_kind(kind: str) -> str:
    plain = kind.lower().replace("_", "-").replace("post16", "post-16").replace("post 16", "post-16")
    if "between" in plain or plain == "post-16-to-post-16":
        return "between-post-16"
    return phase_transfer.POST_16 if "post-16" in plain or "college" in plain else phase_transfer.SCHOOL


def _months_before(vector: Vector) -> dict[str, Any]:
    end = _day(vector, "transfer", "date", "end", "start", "before", "event")
    last = Length(int(vector.get("n") or vector.get("months") or 5), Unit.MONTHS).before(end)
    return _asked(vector, {"last": last, "due": last, "by": last, "strict": last}, "last")


def _transfer(vector: Vector) -> dict[str, Any]:
    moved = move.transfer(_day(vector, "aware"), _day(vector, "move")).due_on
    given: dict[str, Any] = {"transfer": moved, "inform": move.INFORM.deadline(moved).due_on}
    if vector.get("made") or vector.get("reviewed"):
        made = _day(vector, "reviewed", "made")
        given |= {
            "review": move.review_after(made, moved).due_on,
            "ipsea_review": move.review_after(made, moved, IPSEA).due_on,
        }
    return _asked(vector, given, "transfer", "inform", "review")


def _appeal(vector: Vector) -> dict[str, Any]:
    certificate = _day(vector, "certificate") if vector.get("certificate") else None
    given = {"due": appeal.due(_day(vector, "sent"), certificate).due_on}
    if vector.get("lodged") or "response" in vector:
        given["response"] = appeal.response_due(_day(vector, "lodged", "received", "sent")).due_on
    return given


_ORDER = {"name": ("name", 0), "amend": ("amend", 0), "reconsider": ("reconsider", 0), "assess_notify": ("assess", 0),
          "notify": ("assess", 0), "assess_refuse": ("assess", 1), "assess_no_plan": ("assess", 1), "no_plan": ("assess", 1),
          "assess_final": ("assess", 2), "make_draft": ("make", 0), "draft": ("make", 0), "make_final": ("make", 1),
          "continue": ("continue", 0), "continue_amend": ("continue-amend", 0), "cease": ("dismiss", 0)}  # fmt: skip


def _order(vector: Vector) -> dict[str, Any]:
    on, conceded = _day(vector, "date", "order", "notice"), bool(vector.get("conceded"))
    table = orders.CONCESSIONS if conceded else orders.ORDERS
    given = {
        name: orders.steps(kind, on, conceded=conceded)[place][1].due_on
        for name, (kind, place) in _ORDER.items() if kind in table
    }  # fmt: skip
    return _asked(
        vector,
        given,
        "name",
        "amend",
        "assess_notify",
        "assess_refuse",
        "assess_final",
        "make_draft",
        "make_final",
    )


def _reassess(vector: Vector) -> dict[str, Any]:
    given: dict[str, Any] = {}
    if any(vector.get(name) for name in ("received", "requested", "request", "start")):
        asked = _day(vector, "received", "requested", "request", "start")
        decide = assessment.DECIDE_TO_REASSESS.deadline(asked).due_on
        given |= {"decide": decide, "decision": decide, "due": decide, "notify": decide}
    if any(vector.get(name) for name in ("notified", "decided", "notification")):
        told = _day(vector, "notified", "decided", "notification")
        final = assessment.PLAN_AFTER_REASSESSMENT.deadline(told).due_on
        given["final"] = final
        given.setdefault("due", final)
    if vector.get("sent"):
        given["review"] = assessment.REVIEW_AFTER_REASSESSMENT.deadline(_day(vector, "sent")).due_on
    if not given:
        raise KeyError("received")
    if "final" in vector and "final" not in given:
        given["final"] = assessment.PLAN_AFTER_REASSESSMENT.deadline(given["decide"]).due_on
    return _asked(vector, given, "decide", "final", "review")


def _asked(vector: Vector, given: dict[str, Any], *always: str) -> dict[str, Any]:
    """What the vector asks for by name, and what is always said."""
    return {name: value for name, value in given.items() if name in vector or name in always}


RULES: dict[str, Callable[[Vector], dict[str, Any]]] = {
    "weeks": _weeks, "months_beginning_with": _beginning(Unit.MONTHS), "days_beginning_with": _beginning(Unit.DAYS),
    "closure_window": _closure, "review": _review, "phase": _phase, "months_before": _months_before, "transfer": _transfer,
    "appeal": _appeal, "order": _order, "reassess": _reassess,
}  # fmt: skip
_GIVEN = {"start", "n", "received", "event", "first_closed", "reopens", "meeting", "kind", "year", "transfer", "date", "end",
          "before", "months", "aware", "move", "made", "reviewed", "sent", "certificate", "lodged", "order", "notice", "conceded",
          "requested", "request", "notified", "decided", "notification"}  # fmt: skip
INPUTS = {name: _GIVEN | ({"in", "out"} if name == "closure_window" else set()) for name in RULES}
READINGS = {"legal": LEGAL, "ipsea": IPSEA}
