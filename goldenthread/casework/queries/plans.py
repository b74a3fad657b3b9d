"""A case's plan as the pure package reads it: the text or a version, with all that the checks need to know around it."""

from __future__ import annotations

import json
from collections.abc import Iterable
from dataclasses import replace
from datetime import date
from typing import Any

from goldenthread.casework.answers import Numbered, taken_out
from goldenthread.casework.letters.texts import answered
from goldenthread.casework.models import Advice, AdviceState, Case, Letter, PlanComment, PlanText, PlanVersion
from goldenthread.casework.plan import shapes
from goldenthread.casework.plan.papers import Advice as AdviceShape
from goldenthread.casework.plan.papers import Letter as LetterShape
from goldenthread.casework.plan.papers import Paragraph
from goldenthread.casework.plan.plan_types import SectionSet, section_set
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.shapes import Clock, Comment, Lock, Override, Person, Plan
from goldenthread.casework.plan.versions import sealed_hash
from goldenthread.casework.process.course import Course
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.files import course_of
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Address, Child

SHOWN = {
    AdviceState.ASKED: "asked", AdviceState.WRITING: "asked", AdviceState.RETURNED: "asked", AdviceState.IN: "received",
    AdviceState.REUSED: "received", AdviceState.DECLINED: "declined", AdviceState.NOT_NEEDED: "not-needed",
}  # fmt: skip
"""The states of advice in the words of a plan file."""
OUTPUTS = ("pdf", "docx", "html", "large-print", "easy-read")
"""What can be had of every version; the structure of each PDF is checked in tests/casework/test_plan_papers.py."""


def text_of(case: Case) -> PlanText:
    """The text that is being written. Refuses a case in which none was begun."""
    text = PlanText.objects.filter(case=case).first()
    if text is None:
        raise Refused("No plan has been begun in this case.")
    return text


def sections_of_plan(text: PlanText, on: date) -> SectionSet:
    """The sections that the plan's type has on a day."""
    return section_set(text.type, on, text.cohort)


def plan_being_written(
    case: Case, on: date, *, stage: str = "draft", sections: dict[str, Any] | None = None
) -> Plan:
    """The text as a plan, as it would be issued on a day; or with other `sections`, as somebody types them.

    A section that must be blank at a stage (`blank_in` of its kind: no draft names a school) is blank; what the text holds
    there already waits for the final plan.
    """
    text = text_of(case)
    if sections is None:
        blank = {one.key for one in sections_of_plan(text, on).sections if stage in one.blank_in}
        sections = {key: {} if key in blank else section for key, section in text.sections.items()}
    last = case.versions.first()
    content = {
        "type": text.type, "cohort": text.cohort, "stage": stage, "number": (last.number if last else 0) + 1,
        "dated_on": on.isoformat(), "authority": str(case.authority),
        "sections": sections,
    }  # fmt: skip
    return _with_outputs(_around(case, {name: value for name, value in content.items() if value != ""}, on))


def plan_of(version: PlanVersion) -> Plan:
    """A version as it was sealed."""
    content = json.loads(bytes(version.content))
    return plan_from(content, on=version.issued_on)


def plan_read_again(version: PlanVersion, on: date, *, stage: str) -> Plan:
    """A version with what is known around it today: what it would be if it were issued again on a day as it stands."""
    sealed = json.loads(bytes(version.content))
    content = {**sealed, "stage": stage, "number": version.number + 1, "dated_on": on.isoformat()}
    return _with_outputs(_around(version.case, content, on))


def _with_outputs(plan: Plan) -> Plan:
    """With its documents: each is made of the very words of a version at the moment when somebody asks for it."""
    made = [
        shapes.Output(kind=kind, number=plan.number, sha256=sealed_hash(plan), is_accessible=True)
        for kind in OUTPUTS
    ]
    return replace(plan, outputs=tuple(made))


def _around(case: Case, content: dict[str, Any], on: date) -> Plan:
    """A plan with what is known around it: the child's record, the advice, the family's words, and the days of the case."""
    bare = plan_from({**content, "child": child_data(case.child, case, on), "advice": [_advice_data(one) for one in
                      case.advice.select_related("paper").prefetch_related("submissions")]}, on=on)  # fmt: skip
    return replace(
        bare, comments=tuple(comments_of(case)), locks=tuple(locks_of(case)), overrides=tuple(overrides_of(case)),
        people=tuple(people_around(case, on)), private=tuple(private_words(case)), clock=clock_of_case(course_of(case)),
        letters=tuple(letters_of_case(case)), direct_payment=has_direct_payment(case),
    )  # fmt: skip


def child_data(child: Child, case: Case, on: date) -> dict[str, Any]:
    """The child's record as a plan file holds it."""
    attends = child.schooling.held_on(on).select_related("setting").first()
    given = {
        "given_names": child.given_names, "family_name": child.family_name, "born_on": child.born_on.isoformat(),
        "known_as": child.known_as, "pronouns": child.pronouns, "reference": case.reference, "upn": child.upn or "",
        "setting": str(attends.setting) if attends else "", "year_group": year_group(child.born_on, on),
    }  # fmt: skip
    return {name: value for name, value in given.items() if value not in ("", None)}


def year_group(born_on: date, on: date) -> int:
    """The school year by age: reception is 0. Children taught out of their year are entered so by hand in the text.

    >>> year_group(date(2017, 5, 4), date(2026, 11, 24)), year_group(date(2017, 9, 1), date(2026, 11, 24))
    (5, 4)
    """
    school_year = on.year - (on.month < 9)
    return school_year - born_on.year - (born_on.month >= 9) - 4


def _paragraphs(one: Advice) -> Numbered:
    """What advice says now; and after a second submission what was taken out, so that a line that cites it still finds it."""
    earlier = [sent.paragraphs for sent in one.submissions.all()]
    return [*one.paragraphs, *(taken_out(one.paragraphs, earlier) if len(earlier) > 1 else [])]


def _advice_data(one: Advice) -> dict[str, Any]:
    days = {"asked_on": one.asked_on, "dated_on": one.dated_on, "received_on": one.received_on}
    given: dict[str, Any] = {
        "id": one.key, "kind": one.letter, "body": one.body, "author": one.author, "role": one.role,
        "status": SHOWN[AdviceState(one.state)], "reason": one.reason,
        "paragraphs": [{"number": number, "text": words, "tags": tags} for number, words, tags in _paragraphs(one)],
        **{name: day.isoformat() for name, day in days.items() if day},
    }  # fmt: skip
    if one.state == AdviceState.REUSED:
        given["reuse_agreed_by"] = ["provider", "authority", "family"]
    if one.paper is not None:
        given["file"] = {"name": one.paper.name, "about": one.case.reference, "sha256": one.paper.sha256}
    return {name: value for name, value in given.items() if value not in ("", [])}


def comments_of(case: Case) -> Iterable[Comment]:
    """What the family said of the versions, with the answers."""
    for one in case.plan_comments.select_related("adult", "child"):
        yield Comment(id=str(one.pk), text=one.words, by=str(one.party), line=one.line, made_on=one.said_on, answer=one.answer,
                      answered_on=one.answered_on)  # fmt: skip


def locks_of(case: Case) -> Iterable[Lock]:
    """The words that orders have fixed."""
    for one in case.plan_locks.filter(ended_on=None).select_related("order"):
        yield Lock(
            line=one.line,
            text=one.words,
            order=one.order_words,
            ordered_on=one.order_day,
        )


def overrides_of(case: Case) -> Iterable[Override]:
    """The findings that were set aside."""
    for one in case.plan_overrides.filter(ended_on=None).select_related("recorded_by"):
        yield Override(check=one.check_id, reason=one.reason, line=one.line, words=one.words, by=str(one.recorded_by or ""),
                       on=one.given_on)  # fmt: skip


def people_around(case: Case, on: date) -> Iterable[Person]:
    """The people whom the plan may name."""
    for tie in case.child.relationships.held_on(on).select_related("adult"):
        yield Person(name=str(tie.adult), tie=tie.get_tie_display().lower())


def private_words(case: Case) -> set[str]:
    """What may never stand in the plan: each line and postcode of every home, and the telephone numbers, past ones too."""
    words: set[str] = set()
    for address in Address.objects.filter(household__residences__child=case.child):
        words |= {line.strip() for line in address.lines.splitlines() if line.strip()} | {address.postcode}
    words |= set(
        case.child.relationships.exclude(adult__telephone="").values_list("adult__telephone", flat=True)
    )
    return {one for one in words if len(one) > 3}


def has_direct_payment(case: Case) -> bool:
    """Whether direct payments run, by the case's own events."""
    kinds = list(case.events.in_force().filter(kind__in=["payments-began", "payments-ended"], is_struck=False)
                 .order_by("occurred_on", "pk").values_list("kind", flat=True))  # fmt: skip
    return bool(kinds) and kinds[-1] == "payments-began"


def clock_of_case(course: Course) -> Clock:
    """The days of the case that the checks of time need."""
    drafted, final = course.draft_on, course.final_on
    is_older = (
        drafted is not None and final is not None and drafted > final
    )  # of the plan that is being changed
    decided, decision = course.outcome(Duty.DECIDE_TO_ASSESS), course.outcome(Duty.REVIEW_DECISION)
    return Clock(
        requested_on=course.requested_on, decided_to_assess_on=decided.done_on if decided else None,
        draft_sent_on=course.draft_on, final_sent_on=None if is_older else final, made_on=course.plan_made_on,
        reviewed_on=course.reviewed_on, meeting_on=decision.started_on if decision else None,
        decision_sent_on=decision.done_on if decision else None, exception=course.exception,
        early_finish_agreed_on=course.draft_on if course.may_finish_early else None,
    )  # fmt: skip


def letters_of_case(case: Case) -> Iterable[LetterShape]:
    """The letters of decisions, sent ones and drafts, with what each says."""
    for one in Letter.objects.filter(case=case):
        yield LetterShape(kind=one.kind, sent_on=one.sealed_on, says=tuple(sorted(answered(one.written))))


def unanswered_comments(case: Case) -> list[PlanComment]:
    """What the family said and nobody has answered: no final plan before that."""
    return list(case.plan_comments.filter(answered_on=None).select_related("adult", "child", "version"))


def paragraphs_of(case: Case) -> list[tuple[Advice, list[Paragraph]]]:
    """The advice that is in, with its numbered paragraphs, for writing beside it."""
    held = case.advice.filter(state__in=[AdviceState.IN, AdviceState.REUSED]).select_related("request")
    return [(one, [Paragraph(number=number, text=words, tags=tuple(tags)) for number, words, tags in one.paragraphs])
            for one in held]  # fmt: skip


def advice_shapes(plan: shapes.Plan) -> dict[str, AdviceShape]:
    """A plan's advice by its id."""
    return {one.id: one for one in plan.advice}
