"""One case as one request of the return: its outcome, the assessment, the plan that was named."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from goldenthread.returns.building.active import active_plan
from goldenthread.returns.building.codes import (
    AT_AN_END,
    ENDED_IN_WORDS,
    MOVED,
    NAMING,
    PAYMENTS,
    PLANNED,
    SOURCES,
)
from goldenthread.returns.building.period import Period
from goldenthread.returns.building.story import Story, Told
from goldenthread.sen2.record import Record, new_record

NO_FLAGS: dict[tuple[str, str], Told | None] = {
    (about, what): None for about in ("Request", "Assessment", "Other") for what in ("Mediation", "Tribunal")
}

FLAGGED = tuple((place, "".join(place)) for place in NO_FLAGS if place[0] != "Request")
"""The flags of an assessment, by their items."""
QUIET = {said: {item: (flag, None) for _, item in FLAGGED} for said, flag in ((True, "0"), (False, ""))}
"""What they say where there was neither mediation nor an appeal: nearly everywhere."""


class Request:
    """The request that a case is in a return; `reason` says why there is none. `sources` is item to the event behind it."""

    def __init__(self, story: Story, period: Period, taught: list[Any]) -> None:
        self.story, self.period, self.taught = story, period, taught
        self.sources: dict[str, int] = {}
        self.asked = story.first.get("request-received")
        self.moved_in = story.first.get("moved-in")
        self.plan = story.earliest(*PLANNED)
        self.end = story.latest(*AT_AN_END)
        self.decided = story.earliest("assessment-agreed", "assessment-refused")
        self.refused = story.first.get("plan-refused")
        self.withdrawn = story.first.get("request-withdrawn")
        self.reason = self._left_out()
        self.record = Record("", {}) if self.reason else self._request()

    def made(self, table: str, values: Mapping[str, tuple[str, Told | None]]) -> Record:
        """A record with these values, as far as its year knows the items; it is remembered where each came from."""
        record, names, sources = (
            new_record(table, self.period.blanks[table], 0),
            self.period.names[table],
            self.sources,
        )
        for tag, (value, source) in values.items():
            if tag in names:
                record[tag] = value
                if source is not None:
                    sources[names[tag]] = source[0]
        return record

    def _left_out(self) -> str:
        """Why the case is in no return of this year; empty when it is."""
        if not (self.asked or self.plan):
            return "Nothing had been requested by the day of the return."
        before = self.period.starts
        if self.asked and self.asked.day > self.period.ends and not self.plan:
            return "The request came after the period: it goes into the next return."
        if self.plan:
            if self.end is None or self.end.day >= before:
                if self.end and self.end.day > self.period.ends and self.plan.day < before:
                    return "The plan ended after the period and before the census day: it goes into the next return."
                return ""
            return "The plan ended before the period."
        over = self.story.latest("request-withdrawn", "plan-refused", "assessment-refused", "moved-out")
        again = self.story.last.get("reopened-by-order")
        if over and over.day < before and not (again and again.day >= over.day) and self._is_over():
            return {
                "request-withdrawn": "The request was withdrawn before the period.",
                "moved-out": "The family moved away before the period.",
            }.get(over.kind, "It was refused before the period.")
        return ""

    def _is_over(self) -> bool:
        """Whether the case ended without a plan."""
        agreed, refused = self.story.last.get("assessment-agreed"), self.story.last.get("assessment-refused")
        ended = self.withdrawn or self.refused or self.story.first.get("moved-out")
        return bool(ended or (refused and not (agreed and agreed.day >= refused.day)))

    def _request(self) -> Record:
        decided, asked = self.decided, self.asked
        outcome = self._outcome()
        said = outcome in ("Y", "N")
        flags, said_by = self._flags(), asked or self.plan
        gone = self.story.first.get("moved-out")
        exported = gone if gone and not self.plan else None
        record = self.made("Requests", {
            "ReceivedDate": (asked.day if asked else "", asked),
            "RequestSource": (SOURCES.get(said_by.facts.get("by", ""), "") if said_by else "", said_by),
            "RYA": ("1" if asked and asked.facts.get("rya") else "0", asked),
            "RequestOutcomeDate": (decided.day if decided and said else "", decided),
            "RequestOutcome": (outcome, decided or self.withdrawn or gone or self.moved_in),
            "RequestMediation": (_flag(flags["Request", "Mediation"]) if said else "", flags["Request", "Mediation"]),
            "RequestTribunal": (_flag(flags["Request", "Tribunal"]) if said else "", flags["Request", "Tribunal"]),
            "Exported": (their_number(exported) or "1" if exported else "", exported),
        })  # fmt: skip
        if outcome in ("Y", "H") or "reopened-by-order" in self.story.first:
            record.hold(self._assessment(flags))
            if self.plan and not (self.end and self.end.day <= self.period.upto):
                record.hold(active_plan(self, self.plan))
        return record

    def _outcome(self) -> str:
        """The decision whether to assess. It stays as it was first made; flags say what came after."""
        if self.moved_in or (self.plan and not self.asked):
            return "H"
        if self.decided:
            return (
                "H"
                if self.decided.day < self.period.starts
                else "Y"
                if self.decided.kind == "assessment-agreed"
                else "N"
            )
        if self.plan:
            return "H" if self.plan.day < self.period.starts else "Y"
        return "W" if self.withdrawn or "moved-out" in self.story.first else "A"

    def _flags(self) -> dict[tuple[str, str], Told | None]:
        """The mediation and the appeal about each decision, by where the case stood then."""
        if not ("mediation-held" in self.story.first or "appeal-lodged" in self.story.first):
            return NO_FLAGS
        found = dict(NO_FLAGS)
        for kind, what in (("mediation-held", "Mediation"), ("appeal-lodged", "Tribunal")):
            for one in self.story.all_of(kind):
                about = "Request"
                if self.plan and self.plan.day <= one.day:
                    about = "Other"
                elif self.refused and self.refused.day <= one.day:
                    about = "Assessment"
                found[about, what] = found[about, what] or one
        return found

    def _assessment(self, flags: dict[tuple[str, str], Told | None]) -> Record:
        outcome, source = self._issue()
        said = outcome in ("Y", "N")
        excepted = self.story.earliest("exception-recorded", "exception-on-record")
        dated = source.day if source and said and source.kind != "plan-agreed" else ""
        record = self.made("Assessment", {
            "AssessmentOutcome": (outcome, source),
            "AssessmentOutcomeDate": (dated, source if dated else None),
            **_flagged(flags, said),
            "Week20": (_flag(excepted) if said else "", excepted),
        })  # fmt: skip
        if self.plan:
            record.hold(self._named_plan(self.plan))
        return record

    def _issue(self) -> tuple[str, Told | None]:
        """The decision whether to issue a plan, and the event that says so."""
        plan, refused = self.plan, self.refused
        if self.moved_in or (plan and not self.asked):
            return "H", self.moved_in or plan
        if refused and not (plan and plan.day < refused.day):
            return ("H" if refused.day < self.period.starts else "N"), refused
        if plan:
            return ("H" if plan.day < self.period.starts else "Y"), plan
        if agreed := self.story.first.get("plan-agreed"):
            return "Y", agreed
        if gone := self.withdrawn or self.story.first.get("moved-out"):
            return "W", gone
        return "A", self.decided

    def _named_plan(self, plan: Told) -> Record:
        story = self.story
        starts = plan.facts.get("made_on", plan.day) if plan.kind == "moved-in" else plan.day
        budget = story.latest("budget-agreed", "payments-began")
        if (over := story.last.get("payments-ended")) and budget and over.day >= budget.day:
            budget = None
        paid = budget if budget and budget.kind == "payments-began" else None
        end = self.end
        record = self.made("NamedPlan", {
            "StartDate": (starts, plan),
            "PlanRes": self._boards(),
            "PB": (_flag(budget), budget),
            "OA": (("0" if paid else "1") if budget else "", budget),
            "DP": (PAYMENTS.get(paid.facts.get("pays_for", ""), "") if paid else "", paid),
            "CeaseDate": (end.day if end else "", end), "CeaseReason": (why_ended(end), end),
        })  # fmt: skip
        if named := story.latest(*NAMING):
            place = self.period.places.named(named.facts)
            values = {tag: (value, named) for tag, value in place.items()}
            record.hold(self.made("PlanDetail", {**values, "PlacementRank": ("1", named)}))
        return record

    def _boards(self) -> tuple[str, Told | None]:
        main = [one for one in self.story.all_of("placement-recorded") if one.facts.get("rank") == "1"]
        return (main[-1].facts.get("weeks", ""), main[-1]) if main else ("", None)


def _flagged(flags: dict[tuple[str, str], Told | None], said: bool) -> Mapping[str, tuple[str, Told | None]]:
    """The flags of an assessment; blank until it is said whether a plan is issued."""
    if flags is NO_FLAGS:
        return QUIET[said]
    return {item: (_flag(flags[place]) if said else "", flags[place]) for place, item in FLAGGED}


def _flag(event: Told | None) -> str:
    return "1" if event else "0"


def their_number(event: Told | None) -> str:
    """The other authority's three figures, as they were recorded."""
    return str(event.facts.get("number", "")).strip() if event else ""


def why_ended(end: Told | None) -> str:
    """Why a plan ended, by code."""
    if end is None:
        return ""
    if end.kind == "moved-out":
        return MOVED
    return str(end.facts.get("why_ended") or ENDED_IN_WORDS.get(str(end.facts.get("reasons", "")), ""))
