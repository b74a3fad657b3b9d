"""From the cells of a row to a draft of a case: what each cell says, and the events that follow from its days."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date
from typing import Any

from goldenthread.casework.importing.days import day_of
from goldenthread.casework.importing.drafts import Draft, check
from goldenthread.casework.importing.fields import CHILD, FIELDS
from goldenthread.casework.process.course import Happening

NOT_SAID = "The earlier record gives no reasons."
BY_THEN = "The earlier record has no day for this; what follows shows that it was decided by then."
_EMAIL = re.compile(r"[^@\s]+@[^@\s]+\.[^@\s]+")
_ORDER = {kind: place for place, kind in enumerate((
    "moved-in", "request-received", "assessment-agreed", "assessment-refused", "plan-agreed", "plan-refused", "draft-issued",
    "early-finish-agreed", "exception-on-record", "final-issued", "plan-on-record", "review-met", "review-on-record",
    "request-withdrawn", "end-on-record", "moved-out"))}  # fmt: skip
"""What comes first of two events on one day."""


def draft_of(row: int, cells: Mapping[str, str], columns: Mapping[str, str], *, today: date) -> Draft:
    """A row as a draft of a case, checked. `columns` says which field each heading holds."""
    heading_of = {key: heading for heading, key in columns.items()}
    draft = Draft(row, {}, heading_of)
    said = _read(draft, cells, columns)
    for key, field in FIELDS.items():
        if field.group == CHILD:
            draft.child[key] = said.pop(key, None)
    _Story(draft, said).tell()
    draft.others = {key: value for key, value in said.items() if value not in (None, "")}
    check(draft, today)
    return draft


def _read(draft: Draft, cells: Mapping[str, str], columns: Mapping[str, str]) -> dict[str, Any]:
    """What the cells say, by field; what cannot be read becomes a trouble."""
    said: dict[str, Any] = {}
    for heading, key in columns.items():
        text, field = (
            " ".join(cells.get(heading, "").split()) if key != "address" else cells.get(heading, ""),
            FIELDS[key],
        )
        if not text:
            continue
        try:
            said[key] = _value(key, text)
        except ValueError as trouble:
            draft.trouble(key, str(trouble))
            said[f"{key}!"] = True
        if field.holds == "text" and len(text) > field.longest:
            draft.trouble(
                key, f"{field.words}: this has {len(text)} letters, and {field.longest} fit. Shorten it."
            )
    return said


def _value(key: str, text: str) -> Any:
    field = FIELDS[key]
    if field.holds == "day":
        return day_of(text)
    if field.holds in ("choice", "yes-no"):
        answer = field.answer(text)
        if answer is None:
            among = ", ".join(f"“{one}”" for one, _ in field.answers)
            raise ValueError(f"{field.words}: “{text[:40]}” is not one of {among}. Write one of them.")
        return answer == "yes" if field.holds == "yes-no" else answer
    if key == "email" and not _EMAIL.fullmatch(text):
        raise ValueError(f"“{text[:60]}” is not an e-mail address like name@example.com.")
    return text


class _Story:
    """Turns the days of a row into events in order. It adds no day that the row does not have."""

    def __init__(self, draft: Draft, said: dict[str, Any]) -> None:
        self.draft, self.said = draft, said
        self.told: list[tuple[date, str, dict[str, Any], str]] = []
        for key in [key for key in said if key.endswith("!")]:
            said.pop(key)

    def tell(self) -> None:
        """All events, numbered by their days."""
        given = {key: self.said.pop(key, None) for key, field in FIELDS.items()
                 if field.group not in (CHILD, "The family", "Whose case it is")}  # fmt: skip
        self._begin(given)
        self._decide(given)
        self._finish(given)
        self._after(given)
        self.told.sort(key=lambda one: (one[0], _ORDER[one[1]]))
        for number, (day, kind, facts, key) in enumerate(self.told, 1):
            self.draft.events.append(Happening(number, kind, day, facts))
            self.draft.of[number] = key

    def _add(self, key: str, kind: str, day: date | None, **facts: Any) -> None:
        if day is not None:
            self.told.append(
                (day, kind, {name: value for name, value in facts.items() if value not in (None, "")}, key)
            )

    def _begin(self, given: dict[str, Any]) -> None:
        if given["moved_in_on"]:
            made = given["made_on"] or given["final_on"] or given["reviewed_on"]
            if made is None:
                self.draft.trouble(
                    "made_on", "Say when the plan was made or last reviewed by the other authority."
                )
                return
            self._add("moved_in_on", "moved-in", given["moved_in_on"], made_on=made.isoformat(),
                      authority=given["moved_from"] or "Not in the earlier record")  # fmt: skip
        elif given["requested_on"]:
            self._add(
                "requested_on", "request-received", given["requested_on"], by=given["requested_by"] or "other"
            )
        elif given["final_on"] is None and not self.draft.troubles:
            self.draft.trouble("requested_on", "The row has no day on which the case begins: enter when the request was "
                                               "received, or when the final plan was sent.")  # fmt: skip

    def _decide(self, given: dict[str, Any]) -> None:
        """Whether to assess. Without a day of its own it is known by what follows."""
        if given["moved_in_on"] or not given["requested_on"]:
            return
        on, decision = given["decided_on"], given["decision"]
        later = given["issue_decided_on"] or given["draft_on"]
        if decision == "no":
            self._dated(on, "decided_on", "assessment-refused", reasons=NOT_SAID)
        elif decision == "withdrawn":
            self._dated(on, "decided_on", "request-withdrawn", reasons=NOT_SAID)
        elif on and (decision == "yes" or later or given["final_on"]):
            self._add("decided_on", "assessment-agreed", on)
        elif on and decision is None:
            self.draft.trouble("decision", "There is a day of the decision whether to assess, and not what was decided. "
                                           "Say it in a column of its own.")  # fmt: skip
        elif later:
            self._add(
                "issue_decided_on" if given["issue_decided_on"] else "draft_on",
                "assessment-agreed",
                later,
                reasons=BY_THEN,
            )
        self._issue(given)

    def _issue(self, given: dict[str, Any]) -> None:
        """Whether to issue a plan."""
        on, draft = given["issue_decided_on"], given["draft_on"]
        if given["issue_decision"] == "no":
            self._dated(on, "issue_decided_on", "plan-refused", reasons=NOT_SAID)
        elif given["issue_decision"] == "withdrawn":
            self._dated(on, "issue_decided_on", "request-withdrawn", reasons=NOT_SAID)
        elif on or draft:
            self._add(
                "issue_decided_on" if on else "draft_on",
                "plan-agreed",
                on or draft,
                reasons="" if on else BY_THEN,
            )
        self._add("draft_on", "draft-issued", draft, information=True)
        self._add("early_on", "early-finish-agreed", given["early_on"], words="In the earlier record.")

    def _dated(self, on: date | None, key: str, kind: str, **facts: Any) -> None:
        if on is None:
            self.draft.trouble(key, "Say on which day this was decided.")
        self._add(key, kind, on, **facts)

    def _finish(self, given: dict[str, Any]) -> None:
        """The final plan, and the exception that was claimed before it, or before it was refused."""
        final = None if given["moved_in_on"] else given["final_on"]
        if final and given["requested_on"] and final < given["requested_on"]:
            self.draft.trouble(
                "final_on", "The final plan is dated before its request. Check the years of both."
            )
            return
        if given["exception"] and given["requested_on"]:
            ends = final or (given["issue_decided_on"] if given["issue_decision"] == "no" else None)
            day = (
                ends
                or given["draft_on"]
                or given["issue_decided_on"]
                or given["decided_on"]
                or given["requested_on"]
            )
            self._add("exception", "exception-on-record", day)
        if given["draft_on"] and given["requested_on"]:
            self._add(
                "final_on", "final-issued", final, placement=given["placement"] or "Not in the earlier record"
            )
        else:
            self._add("final_on", "plan-on-record", final, placement=given["placement"])

    def _after(self, given: dict[str, Any]) -> None:
        """Reviews, and the end. A meeting that the last decision answers is not told twice."""
        self._add("reviewed_on", "review-on-record", given["reviewed_on"])
        if given["met_on"] and (given["reviewed_on"] is None or given["met_on"] > given["reviewed_on"]):
            self._add("met_on", "review-met", given["met_on"])
        self._add("ended_on", "end-on-record", given["ended_on"], reasons=given["end_reason"])
        if given["moved_to"] and not given["moved_out_on"]:
            self.draft.trouble(
                "moved_to",
                "The child moved to another authority, and the row does not say when. Enter the day.",
            )
        if given["moved_out_on"]:
            self._add("moved_out_on", "moved-out", given["moved_out_on"],
                      authority=given["moved_to"] or "Not in the earlier record")  # fmt: skip
