"""Plans for some of the demonstration's cases: advice, the text, sealed versions, a comment, support given, a review.

They are written straight into the record with the days of the case's own events: what happened is in the past already.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, timedelta
from itertools import islice
from typing import Any

from django.db.models import Q

from goldenthread.casework.models import (
    Advice,
    AdviceState,
    AdviceSubmission,
    Case,
    Delivery,
    Event,
    PlanComment,
    PlanText,
    PlanVersion,
    Review,
    VersionStage,
)
from goldenthread.casework.plan.generator import plan_for
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.versions import seal
from goldenthread.casework.plan.writing import plan_data
from goldenthread.casework.process.stages import BEFORE_PLAN, REVIEWING, Stage
from goldenthread.casework.queries.delivery import promised_minutes, provision_in, term_of
from goldenthread.casework.queries.plans import child_data, plan_being_written
from goldenthread.casework.queries.reviews import outcomes_to_review

WANTED = {
    Stage.ASSESSING: 2, Stage.DRAFTING: 3, Stage.DRAFT_ISSUED: 3, Stage.FINAL: 3, Stage.MAINTAINED: 2, Stage.REVIEW_PREP: 1,
    Stage.REVIEW_MET: 1,
}  # fmt: skip
"""So many cases of each stage."""
LETTERS = {"education": "b", "medical": "c", "psychology": "d", "social-care": "e", "requested": "h"}
WRITERS = {
    "education": ("Maren Oakcombe", "Special educational needs co-ordinator"),
    "medical": ("Dr Quinel Thornwick", "Paediatrician"), "psychology": ("Isby Larkham", "Educational psychologist"),
    "social-care": ("Rota Fairley", "Social worker"), "requested": ("Nora Glenmore", "Speech and language therapist"),
}  # fmt: skip
NEXT = 100
"""The number of the next line: what is here already has smaller ones."""


def choose(cases: Iterable[Case]) -> list[Case]:
    """Some cases of every stage that has a plan or comes to one, with advice of their own."""
    held = list(cases)
    chosen = (
        islice((case for case in held if case.standing.stage == stage), count)
        for stage, count in WANTED.items()
    )
    return [case for some in chosen for case in some]


def write_plans(cases: Iterable[Case], on: date) -> int:
    """Advice, a plan and what follows from it for each of these cases. Gives how many have a plan."""
    return sum(_Written(case, seed, on).write() for seed, case in enumerate(cases, 1))


@dataclass
class _Written:
    """What is written for one case."""

    case: Case
    seed: int
    on: date

    def write(self) -> bool:
        """All that the stage of the case has."""
        asked = self.case.events.filter(kind="advice-requested", facts__of__in=list(LETTERS)).order_by("pk")
        advice = {self._asked(event): event for event in asked}
        came = {one.answers_id: one for one in self.case.events.filter(kind="advice-received")}
        inside = [one for one, request in advice.items() if request.pk in came]
        if not inside:
            return False
        child = plan_from(
            {"child": child_data(self.case.child, self.case, self.on), "sections": {}}, on=self.on
        ).child
        plan = plan_for(child, advice=[one.key for one in inside], seed=self.seed)
        for one, given in zip(inside, plan.advice, strict=True):
            self._came(
                one,
                advice[one],
                came[one.request_id],
                [[part.number, part.text, list(part.tags)] for part in given.paragraphs],
            )
        if self.case.standing.stage == Stage.ASSESSING:
            return False
        PlanText.objects.create(case=self.case, sections=plan_data(plan)["sections"], next_line=NEXT)
        self._issue()
        return True

    def _asked(self, event: Event) -> Advice:
        return Advice.objects.create(
            case=self.case, request=event, letter=LETTERS[event.facts["of"]], body=event.facts["body"]
        )

    def _came(self, one: Advice, asked: Event, came: Event, paragraphs: list[Any]) -> None:
        """The words that came in. A plan that cites none of an author's leaves them with one line."""
        author, role = WRITERS[asked.facts["of"]]
        dated_on = max(asked.occurred_on, came.occurred_on - timedelta(days=3))
        words = paragraphs or [
            [1, f"I have met {self.case.child.first_name} and have nothing to add to what others write.", []]
        ]
        said = {"author": author, "role": role, "dated_on": dated_on, "paragraphs": words}
        Advice.objects.filter(pk=one.pk).update(state=AdviceState.IN, received_on=came.occurred_on, **said)
        AdviceSubmission.objects.create(advice=one, number=1, came_on=came.occurred_on, **said)

    def _issue(self) -> None:
        """A version for each issue that the file tells of, and what was said and done about it."""
        for event in self._issues():
            stage = VersionStage.DRAFT if event.kind == "draft-issued" else VersionStage.FINAL
            if stage == VersionStage.FINAL:
                self._place(event)
            made = self._seal(stage, event)
            if stage == VersionStage.DRAFT:
                self._comment(made)
            else:
                self._deliver(made)
        if self.case.standing.stage in REVIEWING:
            self._review()

    def _issues(self) -> Iterator[Event]:
        held = self.case.events.filter(Q(kind="draft-issued") | Q(kind="final-issued")).order_by(
            "occurred_on", "pk"
        )
        yield from held

    def _place(self, event: Event) -> None:
        """The place that the final plan names."""
        text = self.case.plan_text
        line = {"id": "i1", "name": event.facts["placement"], "kind": "as the register has it"}
        text.sections = {**text.sections, "I": {"lines": [line]}}
        text.save(update_fields=["sections"])

    def _seal(self, stage: VersionStage, event: Event) -> PlanVersion:
        version = seal(plan_being_written(self.case, event.occurred_on, stage=stage))
        return PlanVersion.objects.create(case=self.case, number=version.number, stage=stage, content=version.content,
                                          sha256=version.sha256, issued_on=event.occurred_on, event=event)  # fmt: skip

    def _comment(self, version: PlanVersion) -> None:
        """What a parent said of a line of the draft; answered once the plan is final."""
        parent = self.case.child.relationships.select_related("adult").first()
        said_on = version.issued_on + timedelta(days=6)
        if parent is None or said_on > self.on:
            return
        is_open = self.case.standing.stage in BEFORE_PLAN
        answer = {} if is_open else {"answer": "We have written it in as you say.", "answered_on": said_on + timedelta(days=4),
                                     "is_taken_up": True}  # fmt: skip
        PlanComment.objects.create(case=self.case, version=version, line="f1", adult=parent.adult, said_on=said_on,
                                   words="Please say who does this when the person is away.", **answer)  # fmt: skip

    def _deliver(self, version: PlanVersion) -> None:
        """What the school said of its first lines in this term and the last."""
        terms = {term_of(day) for day in (self.on, self.on - timedelta(days=110)) if day >= version.issued_on}
        for term in sorted(terms):
            for place, line in enumerate(provision_in(version)[:4]):
                promised = promised_minutes(line, term)
                is_missed = place == 1
                given = round((promised or 0) * (0.6 if is_missed else 1)) if promised else None
                why = "The therapist’s post was empty until half term." if is_missed else ""
                Delivery.objects.create(
                    case=self.case, version=version, line=line.id, term=term, promised_minutes=promised, delivered_minutes=given,
                    is_missed=is_missed, why=why, said_on=self.on,
                )  # fmt: skip

    def _review(self) -> None:
        """A review under way, with what has been gathered so far."""
        opened = self.case.events.filter(kind="review-opened").order_by("-occurred_on").first()
        if opened is None:
            return
        met = self.case.events.filter(kind="review-met", occurred_on__gte=opened.occurred_on).first()
        meeting_on = met.occurred_on if met else self.on + timedelta(days=15)
        words = (
            ("met", "Seen in the school’s record."),
            ("partly-met", "On three days out of five."),
            ("not-met", "Not begun."),
        )
        progress = (
            {one.id: list(words[place % 3]) for place, one in enumerate(outcomes_to_review(self.case))}
            if met
            else {}
        )
        invited = [
            [who, opened.occurred_on.isoformat()]
            for who in ("The family", "The school", "The educational psychologist")
        ]
        name = self.case.child.first_name
        Review.objects.create(
            case=self.case, opened=opened, meeting_on=meeting_on, invited=invited, progress=progress,
            views="I like the library. The dining hall is too loud." if met else "",
            family_views=f"{name} sleeps better since the mornings are calm." if met else "",
        )  # fmt: skip
