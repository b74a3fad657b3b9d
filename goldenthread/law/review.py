"""The yearly review of a plan, and the changes that come of it. No exception is listed for any of these limits."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from enum import StrEnum

from goldenthread.law.answer import Answer
from goldenthread.law.citation import Citation
from goldenthread.law.length import Length, Unit
from goldenthread.law.readings import LEGAL, Readings, Year, year_from
from goldenthread.law.sources import duty, filed, practice, regulation, section
from goldenthread.law.words import in_words

_AUTHORITY = "The local authority"
_MEETING = "the review meeting was held"
_W, _D, _M = Unit.WEEKS, Unit.DAYS, Unit.MONTHS

REVIEW = duty(
    "annual-review", "Complete the review of the plan", _AUTHORITY,
    "the plan was first made, or was last reviewed: the day of that decision letter", "the day of the last meeting",
    Length(12, _M, True), section("44(1)"), "The year starts with that day, so it ends on the day before the same day.",
)  # fmt: skip
INVITE = Length(2, _W)
REPORT = duty(
    "review-report", "Send the report of the meeting to all who were invited", "The head or principal, or the authority",
    _MEETING, "the day it was planned for", Length(2, _W), regulation("20(7) to (9)"),
    "The head reports in the seven kinds of school of regulation 20(12); for everyone else the authority does.",
)  # fmt: skip
DECISION = duty(
    "review-decision", "Decide to keep, change or end the plan, and tell the family", _AUTHORITY, _MEETING,
    "the day the report came", Length(4, _W), regulation("20(10)"),
    "The notice of the changes goes with it: R (L, M and P) v Devon [2022] EWHC 493 (Admin).",
)  # fmt: skip
AMENDED_PLAN = duty(
    "amended-plan", "Send the final amended plan, or say why it is not amended", _AUTHORITY,
    "the plan and the notice of changes were sent to the family", "the day of the meeting", Length(8, _W), regulation("22(3)"),
    "Regulation 22(4) gives the same eight weeks for deciding not to amend.",
)  # fmt: skip
AMENDED_AFTER_MEETING = duty(
    "amended-plan-after-meeting", "Send the final amended plan", _AUTHORITY, _MEETING, "the day of the notice", Length(12, _W),
    regulation("22(3)", note="read with 20(10): R (L, M and P) v Devon [2022] EWHC 493 (Admin)"),
)  # fmt: skip
REPRESENTATIONS = duty(
    "representations-on-changes", "Wait for what the family thinks of the changes", _AUTHORITY,
    "the notice of changes was served", "the day it was written", Length(15, _D, True), regulation("22(2)"),
)  # fmt: skip
UNDER_FIVE = duty(
    "review-under-five", "Consider reviewing the plan of a child under 5", _AUTHORITY, "the plan was made or last reviewed",
    "a birthday", Length(6, _M), practice("SEND Code of Practice 9.178: every three to six months, as guidance",
                                          "https://www.gov.uk/government/publications/send-code-of-practice-0-to-25"),
)  # fmt: skip

RULES = filed(REVIEW, REPORT, DECISION, AMENDED_PLAN, AMENDED_AFTER_MEETING, REPRESENTATIONS, UNDER_FIVE)


@dataclass(frozen=True)
class Timetable:
    """All the days of one review, from the day of its meeting."""

    meeting: date
    invite_by: date  # invitations, and the advice gathered, to all invited: regulation 20(3) and (4)
    report: date
    decision: date
    reps_to: date  # if the notice is served on the last day for the decision
    final: date

    @property
    def explanation(self) -> str:
        """The whole of it in one sentence."""
        return (
            f"For a meeting on {in_words(self.meeting)}: invitations and papers by {in_words(self.invite_by)} (2 weeks before), "
            f"the report by {in_words(self.report)} (2 weeks after), the decision and any notice of changes by "
            f"{in_words(self.decision)} (4 weeks), the family’s views until {in_words(self.reps_to)} at least, "
            f"and the final amended plan by {in_words(self.final)} (12 weeks)"
        )

    @property
    def citation(self) -> Citation:
        """The provisions of all the days."""
        return regulation("20(3) to (10), 21(3) to (9) and 22(2) to (4)")


def timetable(meeting: date) -> Timetable:
    """When each part of a review is due.

    >>> timetable(date(2026, 10, 6)).final
    datetime.date(2026, 12, 29)
    """
    decision = DECISION.deadline(meeting).due_on
    return Timetable(
        meeting=meeting, invite_by=INVITE.before(meeting), report=REPORT.deadline(meeting).due_on, decision=decision,
        reps_to=REPRESENTATIONS.deadline(decision).due_on, final=AMENDED_AFTER_MEETING.deadline(meeting).due_on,
    )  # fmt: skip


def invite_by(meeting: date, *, attends: bool = True) -> Answer:
    """The last day to give notice of a meeting and to send round what was gathered for it."""
    last = INVITE.before(meeting)
    return Answer(
        last,
        f"At least 2 weeks before {in_words(meeting)}: {in_words(last)}",
        regulation("20(3) and (4)" if attends else "21(3) and (4)"),
    )


def report_by(meeting: date, *, attends: bool = True) -> Answer:
    """The last day for the report to reach all who were invited, by the regulation for who attends a setting and who does not."""
    found = REPORT.deadline(meeting)
    return Answer(found.due_on, found.explanation, regulation("20(7) to (9)" if attends else "21(7) and (8)"))


def decision_by(meeting: date, *, attends: bool = True) -> Answer:
    """The last day for the decision to reach the family, and the setting if there is one."""
    found = DECISION.deadline(meeting)
    return Answer(found.due_on, found.explanation, regulation("20(10)" if attends else "21(9)"))


def amended_plan_by(meeting: date, notice_sent_on: date) -> Answer:
    """The last day for the final amended plan, or for saying why it is not amended: eight weeks after the notice was sent.

    A late notice moves no day: the twelve weeks from the meeting stay the limit, so the earlier of the two is given.

    >>> amended_plan_by(date(2026, 10, 6), date(2026, 10, 20)).due_on
    datetime.date(2026, 12, 15)
    """
    eight = AMENDED_PLAN.deadline(notice_sent_on).due_on
    twelve = AMENDED_AFTER_MEETING.deadline(meeting).due_on
    if eight <= twelve:
        words = f"8 weeks after {in_words(notice_sent_on)}, when the notice was sent: {in_words(eight)}"
        return Answer(eight, words, regulation("22(3) and (4)"))
    words = f"12 weeks after the meeting on {in_words(meeting)}: {in_words(twelve)}; a late notice gives no more time"
    return Answer(twelve, words, AMENDED_AFTER_MEETING.value_on(meeting).citation)


def earliest_final(notice_served_on: date) -> Answer:
    """The first day on which the plan can be made final without the family's agreement: the day after their 15 days."""
    last = REPRESENTATIONS.deadline(notice_served_on).due_on
    first = last + timedelta(days=1)
    words = f"The day after the family’s 15 days, which end on {in_words(last)}: {in_words(first)}"
    return Answer(first, words, regulation("22(2)(c)"))


def next_review(last: date, readings: Readings = LEGAL) -> Answer:
    """The last day of the year that starts with the day on which the plan was made or last reviewed.

    A plan is reviewed on the day of the decision letter: no meeting, amended plan or tribunal order starts the year again.

    >>> next_review(date(2023, 3, 1)).due_on
    datetime.date(2024, 2, 29)
    """
    due = year_from(last, readings)
    how = "12 months, beginning with" if readings.year is Year.STRICT else "12 months after"
    return Answer(due, f"{how} {in_words(last)}: {in_words(due)}", section("44(1)"))


@dataclass(frozen=True)
class Advised:
    """The days between which guidance wants something done. They bind nobody."""

    first: date
    last: date
    explanation: str
    citation: Citation


def advised_under_five(last: date) -> Advised:
    """When guidance wants the plan of a child under 5 looked at: three to six months after it was made or reviewed.

    >>> advised_under_five(date(2027, 1, 4)).last
    datetime.date(2027, 7, 4)
    """
    three, six = Length(3, _M).after(last), UNDER_FIVE.deadline(last).due_on
    words = f"3 to 6 months after {in_words(last)}, as guidance: {in_words(three)} to {in_words(six)}"
    return Advised(three, six, words, UNDER_FIVE.value_on(last).citation)


class Setting(StrEnum):
    """What a child or young person attends, as far as it decides who writes the report."""

    MAINTAINED = "maintained school"
    NURSERY = "maintained nursery school"
    ACADEMY = "academy school"
    AP_ACADEMY = "alternative provision academy"
    PRU = "pupil referral unit"
    NON_MAINTAINED = "non-maintained special school"
    SECTION_41 = "independent institution approved under section 41"
    INDEPENDENT = "independent school that is not approved"
    COLLEGE = "further education college"
    SPECIAL_POST_16 = "special post-16 institution"
    EARLY_YEARS = "early years provider that is no school"
    NONE = "no school or other institution"


HEAD_REPORTS = frozenset(
    {
        Setting.MAINTAINED,
        Setting.NURSERY,
        Setting.ACADEMY,
        Setting.AP_ACADEMY,
        Setting.PRU,
        Setting.NON_MAINTAINED,
        Setting.SECTION_41,
    }
)
"""The seven kinds of regulation 20(12). Their heads can also be required to hold the meeting (20(1))."""

_AT_SETTING = (
    "the child’s parent or the young person",
    "the head, principal or early years provider",
    "an officer of the authority for special educational needs",
    "a health care professional whom the care board names",
    "an officer of the authority for social care",
)
_WITHOUT_SETTING = (
    "the child’s parent or the young person",
    "an officer of the authority for special educational needs",
    "a health care professional whom the care board names",
    "an officer of the authority for social care",
    "anybody else whom the authority thinks right",
)


@dataclass(frozen=True)
class Roles:
    """Who does what in a review: who may be made to hold the meeting, who writes, who is invited, who hears the decision."""

    head_can_hold: bool
    writes: str
    invited: tuple[str, ...]
    told: tuple[str, ...]
    explanation: str
    citation: Citation


def roles(setting: Setting) -> Roles:
    """Who invites, writes and is told, by what the child or young person attends.

    >>> roles(Setting.COLLEGE).writes
    'the local authority'
    """
    if setting is Setting.NONE:
        return Roles(
            False, "the local authority", _WITHOUT_SETTING, _WITHOUT_SETTING[:1],
            "No school or other institution is attended, so the authority writes the report", regulation("21(2) to (9)"),
        )  # fmt: skip
    head = setting in HEAD_REPORTS
    writes = "the head or principal" if head else "the local authority"
    article = "an" if setting[0] in "aei" else "a"
    words = f"For a child or young person at {article} {setting}, {writes} writes the report"
    return Roles(head, writes, _AT_SETTING, _AT_SETTING[:2], words, regulation("20(7)" if head else "20(8)"))


@dataclass(frozen=True)
class Outcome:
    """What a review can end in, and when the family may appeal: with that letter or with a later one."""

    words: str
    appeal: str  # the paragraph of section 51(2)
    at_once: bool


OUTCOMES = {
    "continue": Outcome("Keep the plan as it is", "51(2)(e)", at_once=True),
    "amend": Outcome("Change the plan", "51(2)(c)", at_once=False),
    "cease": Outcome("End the plan", "51(2)(f)", at_once=True),
}
"""The three decisions of regulations 20(10) and 21(9). Changes can be appealed once they are final, and the decision to
change nothing after all under 51(2)(e): regulation 22(5)."""
