"""What a plan file holds. Each field says what it is for; the JSON Schema and docs/plan-file.md are made from here.

A field that is left out has its default, and a default is never written: an old plan keeps its hash when the form grows.
Links run from what answers to what is answered: a provision names its needs and outcomes, an outcome its needs.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.plan.fields import needed, said
from goldenthread.casework.plan.lines import Line
from goldenthread.casework.plan.papers import Advice, Establishment, Letter, Output

FORMAT = "golden-thread-plan/1"
STAGES = ("draft", "final", "amendment", "amended")
IN_FORCE = ("final", "amended")
SEALED = (
    "format",
    "type",
    "cohort",
    "stage",
    "number",
    "dated_on",
    "authority",
    "child",
    "sections",
    "advice",
)
"""The fields that make a version: its hash is over these and no others."""


@dataclass(frozen=True, kw_only=True)
class Person:
    """Somebody whom the plan may name."""

    name: str = needed("The name as it may stand in the plan.")
    tie: str = said("Who they are: mother, brother, class teacher …")


@dataclass(frozen=True, kw_only=True)
class Child:
    """The child’s or young person’s record, as far as the checks need it."""

    given_names: str = needed("Given names, as recorded.")
    family_name: str = needed("Family name, as recorded.")
    born_on: date = needed("Date of birth.")
    known_as: str = said("What they are called.")
    earlier_names: tuple[str, ...] = said("Other names that are rightly theirs.", ())
    pronouns: str = said(
        "As the child or family gave them, such as she/her. Never worked out from anything else."
    )
    reference: str = said("The case’s own reference. Files about the child carry it.")
    upn: str = said("Unique pupil number.")
    nhs_number: str = said("NHS number.")
    year_group: int | None = said("School year: reception is 0, nursery -1.", None)
    setting: str = said("The school, college or other setting attended now.")
    communicates: str = said("How they communicate.", choices=("speech", "without-speech", "mixed"))
    parent_serves: bool = said("Whether a parent serves in the armed forces.", False)
    has_sight_or_hearing_loss: bool = said(
        "Whether the advice of a teacher of the deaf or of the visually impaired is due.", False
    )


@dataclass(frozen=True, kw_only=True)
class Section:
    """One section: its lines, or why there are none."""

    lines: tuple[Line, ...] = said("The lines, in order.", ())
    empty_because: str = said("Why nothing stands here: “No need identified; asked Dr Lee on 3 March 2026.”")


@dataclass(frozen=True, kw_only=True)
class Comment:
    """What the family said about the plan, and the answer."""

    id: str = needed("The comment’s own id.")
    text: str = needed("What they said.")
    by: str = said("Who said it.")
    line: str = said("The line that it is about, if one.")
    made_on: date | None = said("When.", None)
    answer: str = said("What was answered, and why.")
    answered_on: date | None = said("When it was answered.", None)


@dataclass(frozen=True, kw_only=True)
class Lock:
    """Words that a tribunal’s order fixed: the line must hold them."""

    line: str = needed("The line that the order fixed.")
    text: str = needed("The words of the order.")
    order: str = said("The order: its number and what it says.")
    ordered_on: date | None = said("The day of the order.", None)


@dataclass(frozen=True, kw_only=True)
class Override:
    """A blocking finding set aside by somebody who gave a reason."""

    check: str = needed("The check’s id, such as G1.")
    reason: str = needed("Why the plan may go out all the same.")
    line: str = said("The line; left out, it stands for what the check finds about the plan as a whole.")
    words: str = said("The words found, when only these are set aside.")
    by: str = said("Who decided.")
    on: date | None = said("When.", None)


@dataclass(frozen=True, kw_only=True)
class Clock:
    """The days that the checks of time need. The case’s own events give them."""

    requested_on: date | None = said("The day the request was received.", None)
    decided_to_assess_on: date | None = said("The day the family was told of the decision to assess.", None)
    draft_sent_on: date | None = said("The day the draft, or the notice of changes, was served.", None)
    early_finish_agreed_on: date | None = said(
        "The day the family agreed in writing to finish before their 15 days were over.", None
    )
    final_sent_on: date | None = said("The day the final or amended plan was sent.", None)
    made_on: date | None = said("The day the plan was first made.", None)
    reviewed_on: date | None = said("The day the last review ended with its decision.", None)
    meeting_on: date | None = said("The day of the review meeting that this text follows.", None)
    decision_sent_on: date | None = said("The day the decision after that meeting was sent.", None)
    moved_phase_on: date | None = said("The day of the last change of phase.", None)
    next_phase: str = said(
        "The change of phase that comes next.", choices=("school", "post-16", "between-post-16")
    )
    next_phase_on: date | None = said("The day of that change.", None)
    exception: str = said("The lawful exception that was recorded, if one was.")


@dataclass(frozen=True, kw_only=True)
class Plan:
    """One version of a plan, with what the checks need around it."""

    child: Child = needed("Whose plan this is.")
    sections: dict[str, Section] = needed("The sections by their keys: A, B, C …")
    format: str = said("Which form of file this is.", FORMAT, choices=(FORMAT,))
    type: str = said("The type of plan.", "ehc-plan")
    cohort: str = said("The group of children whose rules count, where a type has several.")
    stage: str = said("What this version is.", "draft", choices=STAGES)
    number: int = said("The version’s number, from 1.", 1)
    dated_on: date | None = said("The day that the version bears.", None)
    authority: str = said("The authority that makes the plan.")
    advice: tuple[Advice, ...] = said("The advice: what was asked for and what came.", ())
    comments: tuple[Comment, ...] = said("What the family said, with the answers.", ())
    locks: tuple[Lock, ...] = said("Words fixed by an order.", ())
    overrides: tuple[Override, ...] = said("Findings set aside, with reasons.", ())
    people: tuple[Person, ...] = said("People whom the plan may name.", ())
    private: tuple[str, ...] = said(
        "Words that must never stand in it: an address kept from somebody, a telephone number.", ()
    )
    direct_payment: bool = said("Whether any provision is secured by a direct payment.", False)
    clock: Clock = said("Days of the case.", Clock())
    letters: tuple[Letter, ...] = said("Letters of decisions that go with it.", ())
    outputs: tuple[Output, ...] = said("Documents that were made of it.", ())
    establishments: tuple[Establishment, ...] = said(
        "What the register of establishments says of the places named.", ()
    )
