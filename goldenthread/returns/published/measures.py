"""What is compared: each measure with its table, its numerator and denominator, and what is counted in plain words."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Literal


@dataclass(frozen=True)
class Measure:
    """A share in per cent, or a plain count where there is no denominator."""

    key: str
    title: str
    counted: str
    table: str
    numerator: str
    denominator: tuple[str, ...] = ()
    better: Literal["higher", "lower", ""] = ""
    ours: str = ""
    theme: str = ""

    @property
    def unit(self) -> str:
        """ "%" for shares, nothing for counts."""
        return "%" if self.denominator else ""


_PLANS = ("timeliness_20_week", "Plans in time")
_REQUESTS = ("requests", "Requests")
_ASSESSMENTS = ("assessments", "Assessments")
_REVIEWS = ("annual_reviews", "Annual reviews")
_CASELOAD = ("caseload", "Plans and where they are")


def _measure(of: tuple[str, str], key: str, title: str, counted: str, numerator: str, *denominator: str, better: str = "",
             ours: str = "") -> Measure:  # fmt: skip
    return Measure(key, title, counted, of[0], numerator, denominator, better, ours, of[1])  # type: ignore[arg-type]


MEASURES: dict[str, Measure] = {
    one.key: one
    for one in (
        _measure(_PLANS, "in-20-weeks", "Plans issued within 20 weeks, without the excepted",
                 "New plans of the calendar year that were issued within 20 weeks (140 days) of the request, out of all "
                 "new plans to which no lawful exception applied.",
                 "plans_issued_20_weeks_ex", "plans_issued_den_ex", better="higher", ours="in_time_unexcepted"),
        _measure(_PLANS, "in-20-weeks-of-all", "Plans issued within 20 weeks, of all",
                 "New plans of the calendar year that were issued within 20 weeks (140 days) of the request, out of all "
                 "new plans, excepted or not.",
                 "plans_issued_within_20_weeks", "plans_issued_den", better="higher", ours="in_time"),
        _measure(_PLANS, "after-a-year", "Plans issued after more than a year",
                 "New plans issued more than 52 weeks after the request, out of all new plans.",
                 "plans_issued_gt_1_year", "plans_issued_den", better="lower", ours="after_a_year"),
        _measure(_REQUESTS, "requests", "Requests for an assessment", "Requests received in the calendar year.",
                 "requests_received_in_year", ours="requests"),
        _measure(_REQUESTS, "decided-in-six-weeks", "Decisions whether to assess within six weeks",
                 "Decisions within six weeks of the request, out of those within six weeks and those over six weeks.",
                 "request_outcome_six_weeks", "request_outcome_six_weeks", "request_outcome_over_6_weeks", better="higher",
                 ours="decided_in_time"),
        _measure(_REQUESTS, "refused-to-assess", "Requests refused",
                 "Requests of the calendar year with the decision not to assess, out of all requests received in it.",
                 "requests_decided_not_to_assess", "requests_received_in_year", ours="refused_to_assess"),
        _measure(_REQUESTS, "requests-at-tribunal", "Requests that went to the tribunal",
                 "Requests with an appeal about the decision, out of all requests received in the calendar year.",
                 "tribunal_related_request", "requests_received_in_year", better="lower"),
        _measure(_ASSESSMENTS, "not-issued", "Assessments that ended without a plan",
                 "Assessments of the calendar year with the decision not to issue a plan, out of all assessments of the year.",
                 "assess_not_issued", "assess_in_year", ours="refused_plan"),
        _measure(_REVIEWS, "reviews-decided-in-four-weeks", "Decisions after a review within four weeks",
                 "Decisions within four weeks of the review meeting, out of those within and over four weeks.",
                 "number_decsion_4weeks", "number_decsion_4weeks", "number_decision_gt_4weeks", better="higher",
                 ours="reviews_in_time"),
        _measure(_CASELOAD, "plans", "Plans in force", "Plans in force on the census day in January.", "ehcplans", ours="plans"),
        _measure(_CASELOAD, "in-mainstream", "Plans placed in mainstream schools",
                 "Plans with a mainstream school, units and resourced provision included, out of all plans in force.",
                 "mainstream_total", "ehcplans"),
        _measure(_CASELOAD, "in-special-schools", "Plans placed in special schools",
                 "Plans with a special school of any kind, out of all plans in force.", "special_total", "ehcplans"),
        _measure(_CASELOAD, "in-independent-special", "Plans placed in independent special schools",
                 "Plans with an independent special school, out of all plans in force.", "special_independent", "ehcplans"),
        _measure(_CASELOAD, "elsewhere", "Plans of children educated elsewhere",
                 "Plans of children at home, without a place, or in other arrangements, out of all plans in force.",
                 "ed_elsewhere", "ehcplans", better="lower"),
        _measure(("newplans", "Plans and where they are"), "new-plans", "New plans", "Plans that began in the calendar year.",
                 "new_ehc_plans", ours="new_plans"),
        _measure(("personal_budgets", "Plans and where they are"), "personal-budgets", "Personal budgets",
                 "Plans with a personal budget on the census day.", "personal_budget"),
        *(_measure(("sen_needs_all_plans", "Kinds of need"), f"need-{code}", title,
                   "Plans in force with this as the main need, out of all plans in force.", f"number_{code}", "ehc_plans")
          for code, title in (
              ("asd", "Main need: autism"), ("slcn", "Main need: speech, language and communication"),
              ("semh", "Main need: social, emotional and mental health"), ("mld", "Main need: moderate learning difficulty"),
              ("sld", "Main need: severe learning difficulty"), ("pd", "Main need: physical disability"))),
    )
}  # fmt: skip
"""The measures by key, in the order in which pages show them."""
