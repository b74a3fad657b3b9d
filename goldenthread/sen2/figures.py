"""The figures of a return, counted person by person by definitions that are written here and nowhere else.

Every figure is of the calendar year before the census, or of the census day; none depends on today. 20 weeks are 140 days
from the day on which the request was received to the day on which the plan starts; 6 weeks are 42 days. The denominator is
every plan that starts in the year; which new plans DfE leaves out of its own is not published.
"""

from __future__ import annotations

from collections import Counter
from typing import Any

from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

SIX_WEEKS, TWENTY_WEEKS, FIFTY_TWO_WEEKS = 42, 140, 364
ONGOING = "(blank=ongoing)"
NONE = "-"
DEFINITIONS = {
    "requests_received_in_year": "Requests whose ReceivedDate is in the calendar year",
    "requests_by_outcome": "Those requests by RequestOutcome",
    "request_decisions": "Those requests with outcome Y or N",
    "request_within_42_days": "Those decisions whose RequestOutcomeDate is at most 42 days after ReceivedDate",
    "plans_issued_den": "Plans whose StartDate is in the calendar year",
    "plans_issued_within_20_weeks": "Those plans that start at most 140 days after the request was received",
    "plans_issued_den_ex": "Those plans without Week20 = 1 on their assessment",
    "plans_issued_20_weeks_ex": "Those without exceptions that start at most 140 days after the request",
    "pc_within_20_weeks": "100 × plans_issued_within_20_weeks / plans_issued_den, to one decimal",
    "pc_within_20_weeks_ex": "100 × plans_issued_20_weeks_ex / plans_issued_den_ex, to one decimal",
    "gt20weeks_lt52weeks": "Plans of the year that start 141 to 364 days after the request",
    "gt52weeks": "Plans of the year that start more than 364 days after the request",
    "active_plans_at_census": "Plans that start on or before the census day and cease after it or not at all",
    "ceased_in_year_by_reason": "Plans whose CeaseDate is in the calendar year, by CeaseReason",
    "plans_with_two_plan_details": "Named plans with two plan details",
    "primary_need": "Needs of rank 1 by type",
    "secondary_need": "Needs of rank 2 by type",
    "placements_rank1_setting_no_urn": "Placements of rank 1 with a SENSetting and without URN, by SENSetting",
    "placement_res": "Placements by RES",
    "review_outcomes": "Active plans by ReviewOutcome",
}


class Figures:
    """Counts that persons are added to, and that can be added to those of another part of the same return."""

    def __init__(self, year: CollectionYear) -> None:
        self.census = year.census.toordinal()
        self.first, self.last = year.starts.toordinal(), year.ends.toordinal()
        self.counts: Counter[str] = Counter()
        self.groups: dict[str, Counter[str]] = {
            name: Counter()
            for name in (
                "requests_by_outcome", "ceased_in_year_by_reason", "primary_need", "secondary_need",
                "placements_rank1_setting_no_urn", "placement_res", "review_outcomes",
            )
        }  # fmt: skip

    def add(self, person: Record) -> None:
        """Count a person."""
        for request in person.of("Requests"):
            received = DAYS[request["ReceivedDate"]]
            if self.first <= received <= self.last:
                self._request(request, received)
            for assessment in request.of("Assessment"):
                for plan in assessment.of("NamedPlan"):
                    self._plan(plan, received, excepted=assessment["Week20"] == "1")
            for active in request.of("ActivePlans"):
                self._active(active)

    def _request(self, request: Record, received: int) -> None:
        outcome = request["RequestOutcome"]
        self.counts["requests_received_in_year"] += 1
        self.groups["requests_by_outcome"][outcome or ONGOING] += 1
        if outcome in ("Y", "N"):
            self.counts["request_decisions"] += 1
            decided = DAYS[request["RequestOutcomeDate"]]
            if decided and decided - received <= SIX_WEEKS:
                self.counts["request_within_42_days"] += 1

    def _plan(self, plan: Record, received: int, *, excepted: bool) -> None:
        starts, ceases = DAYS[plan["StartDate"]], DAYS[plan["CeaseDate"]]
        counts = self.counts
        if len(plan.of("PlanDetail")) == 2:
            counts["plans_with_two_plan_details"] += 1
        if starts and starts <= self.census and (not plan["CeaseDate"] or ceases > self.census):
            counts["active_plans_at_census"] += 1
        if self.first <= ceases <= self.last:
            self.groups["ceased_in_year_by_reason"][plan["CeaseReason"] or NONE] += 1
        if self.first <= starts <= self.last:
            counts["plans_issued_den"] += 1
            counts["plans_issued_den_ex"] += not excepted
            if received:
                self._timely(starts - received, excepted)

    def _timely(self, days: int, excepted: bool) -> None:
        if days <= TWENTY_WEEKS:
            self.counts["plans_issued_within_20_weeks"] += 1
            self.counts["plans_issued_20_weeks_ex"] += not excepted
        elif days <= FIFTY_TWO_WEEKS:
            self.counts["gt20weeks_lt52weeks"] += 1
        else:
            self.counts["gt52weeks"] += 1

    def _active(self, active: Record) -> None:
        groups = self.groups
        groups["review_outcomes"][active["ReviewOutcome"] or NONE] += 1
        groups["placement_res"].update(
            place["RES"] or active["RES"] or NONE for place in active.of("PlacementDetail")
        )
        for place in active.of("PlacementDetail"):
            if place["SENSetting"] and place["PlacementRank"] == "1" and not place["URN"]:
                groups["placements_rank1_setting_no_urn"][place["SENSetting"]] += 1
        for need in active.of("SENneed"):
            if need["SENtypeRank"] == "1":
                groups["primary_need"][need["SENtype"] or NONE] += 1
            elif need["SENtypeRank"] == "2":
                groups["secondary_need"][need["SENtype"] or NONE] += 1

    def join(self, other: Figures) -> None:
        """Add the counts of another part."""
        self.counts += other.counts
        for name, counts in other.groups.items():
            self.groups[name].update(counts)

    def as_dict(self) -> dict[str, Any]:
        """Every figure by its name, in the order of the definitions."""
        found: dict[str, Any] = {
            **self.counts,
            **{name: dict(sorted(one.items())) for name, one in self.groups.items()},
        }
        for end in ("", "_ex"):
            upper = self.counts["plans_issued_20_weeks_ex" if end else "plans_issued_within_20_weeks"]
            found[f"pc_within_20_weeks{end}"] = percent(upper, self.counts[f"plans_issued_den{end}"])
        return {name: found.get(name, 0) for name in DEFINITIONS}


def percent(upper: int, lower: int) -> float | None:
    """To one decimal; nothing of nothing is not a percentage.

    >>> percent(47, 77), percent(45, 72), percent(0, 0)
    (61.0, 62.5, None)
    """
    return round(100 * upper / lower, 1) if lower else None
