"""A thread with one thing of every kind on it, from what inspectors and a parent said to the counts; and more of each kind."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from goldenthread.evidence.actions import answers, publications, statements
from goldenthread.evidence.actions.measures import tie
from goldenthread.evidence.models import Claim, Frozen, StatementVersion
from goldenthread.kit.dates import PartialDate
from goldenthread.participation.models import Activity, Said, Theme
from goldenthread.programme.actions.evidence import confirm_evidence
from goldenthread.programme.models import (
    Action,
    Area,
    Decision,
    Effect,
    Evidence,
    Plan,
    Reading,
    ReviewPoint,
    SustainedCheck,
)
from tests.evidence.freezing import make_measure
from tests.evidence.stating import PARTNERS, make_strategy, signatory, signed
from tests.participation.world import make_survey
from tests.programme.factories import decide, make_evidence, make_review
from tests.programme.world import make_action, make_area, make_plan
from tests.readers import stranger

TODAY = date(2025, 7, 2)
BEFORE = date(2025, 3, 3)
FIGURE = "casework.in-time"


@dataclass(frozen=True)
class Woven:
    """The middle of the thread, and its two beginnings."""

    area: Area
    action: Action
    said: Said
    writer: Any
    second: Any
    three: tuple[Any, ...]

    @property
    def plan(self) -> Plan:
        """The plan of all."""
        return self.area.plan


def woven(*, is_public: bool = True, slug: str = "testshire") -> Woven:
    """One of every kind, all of one area."""
    area = make_area(make_plan(slug=slug))
    made = Woven(area, make_action(area, delivery="complete"), _said(area), stranger("Writes"), stranger("Confirms"),
                 tuple(signatory(kind) for kind in PARTNERS))  # fmt: skip
    Said.objects.update(action_number=made.action.pk)
    cited = [_evidence(made, 1), _reading(made, 1)]
    _ask(made, cited[:1], 1)
    signed(area, made.writer, cited, list(made.three), on=BEFORE)
    _strategy(made, cited)
    decide(area, on=BEFORE, by=made.writer)
    Effect.objects.create(decision=Decision.objects.get(), effect="closes", action=made.action)
    _check(made)
    for form, about in (("progress-report", None), ("highlight-report", area)):
        draft = publications.prepare(
            programme=area.plan.programme, form=form, area=about, on=BEFORE, by=made.writer
        )
        publications.publish(draft=draft, based_on=draft.edition, on=BEFORE, by=made.second)
    Plan.objects.filter(pk=made.plan.pk).update(is_public=is_public)
    return made


def grow(made: Woven, number: int, since: int = 2) -> None:
    """So many more of everything that an area, an action, a statement or a comment may have many of."""
    statement = StatementVersion.objects.filter(statement__area=made.area).get()
    comment = made.said.activity
    for place in range(since, since + number):
        action = make_action(made.area, delivery="complete")
        evidence = _evidence(made, place, action=action)
        _reading(made, place)
        _ask(made, [evidence], place)
        _check(made)
        claim = Claim.objects.create(
            version=statement, part="how", place=place + 10, text=f"Sentence {place}."
        )
        claim.evidence.add(evidence)
        decide(
            made.area,
            effect="closes" if place % 2 else "reopens",
            on=BEFORE + timedelta(days=place),
            by=made.writer,
        )
        _words(comment, action.pk)


def _said(area: Area) -> Said:
    survey = make_survey(is_shown=True, opens_on=BEFORE)
    Theme.objects.create(question=survey.questions.get(kind="words"), name="Waiting")
    activity = Activity.objects.create(
        title="Coffee morning", held_on=PartialDate.of(BEFORE), level="engage", survey=survey
    )
    return _words(activity, None)


def _words(activity: Any, action: int | None) -> Said:
    return Said.objects.create(
        said="Plans come late.", heard_from="a parent", heard_on=PartialDate.of(BEFORE), activity=activity, outcome="did",
        answer="We count every plan.", answered_on=BEFORE, action_number=action,
    )  # fmt: skip


def _evidence(made: Woven, place: int, action: Action | None = None) -> Evidence:
    held = make_evidence(
        made.area, action=action or made.action, by=made.writer, confirmed_by=made.second, known_on=BEFORE, shows_impact=True,
        title=f"Audit {place}",
    )  # fmt: skip
    Evidence.objects.filter(pk=held.pk).update(is_publishable=True)
    return held


def _reading(made: Woven, place: int) -> Evidence:
    measure = make_measure(made.plan, area=made.area, key=f"measure-{place}", name=f"Plans in time {place}")
    Reading.objects.create(
        measure=measure, period=PartialDate(2024), known_on=BEFORE, actual={"as_written": "40%", "number": 40, "base": 50}
    )  # fmt: skip
    tie(measure=measure, figure=FIGURE, months=12, on=BEFORE, by=None)
    held = Frozen.objects.create(
        measure=measure, figure=FIGURE, version=1, counts="Plans in 20 weeks.", since=date(2024, 1, 1), until=date(2024, 12, 31),
        numerator=20, denominator=50, frozen_on=BEFORE,
    )  # fmt: skip
    evidence = answers.use_as_evidence(frozen=held, area=made.area, on=BEFORE, by=made.writer)
    return confirm_evidence(evidence=evidence, on=BEFORE, by=made.second)


def _ask(made: Woven, cited: list[Evidence], place: int) -> None:
    programme = made.plan.programme
    review = programme.reviews.first() or make_review(programme)
    for area, text in ((made.area, f"Show impact {place}"), (None, f"Ask all areas {place}")):
        point = ReviewPoint.objects.create(review=review, area=area, kind="ask", text=text)
        answers.answer(point=point, evidence=cited, on=BEFORE, by=made.writer)


def _strategy(made: Woven, cited: list[Evidence]) -> None:
    """A priority that the area and its action carry, and statements being written of it and of a criterion."""
    priority = make_strategy(made.plan.programme).priorities.first()
    assert priority is not None
    priority.areas.add(made.area)
    priority.actions.add(made.action)
    for about in ({"priority": priority}, {"criterion": "needs"}):
        statements.begin(programme=made.plan.programme, **about, on=date(2025, 6, 10), by=made.writer)  # type: ignore[arg-type]


def _check(made: Woven) -> None:
    SustainedCheck.objects.create(
        area=made.area, checked_on=PartialDate.of(BEFORE), answer="yes", words="It lasts.", known_on=BEFORE
    )
