"""What a portable case file holds. Each field says what it is for; the JSON Schema and docs/case-file.md are made from here.

The plan is not in here: each version that was issued lies beside it as it was sealed, in the form of docs/plan-file.md.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.plan.fields import needed, said
from goldenthread.casework.plan.papers import KINDS, Paragraph
from goldenthread.casework.plan.shapes import STAGES

FORMAT = "golden-thread-case-file/1"
THE_CHILD = "child"
"""The id by which homes name the child."""


@dataclass(frozen=True, kw_only=True)
class Child:
    """The child’s or young person’s record."""

    given_names: str = needed("Given names, as recorded.")
    family_name: str = needed("Family name, as recorded.")
    born_on: date = needed("Date of birth.")
    known_as: str = said("What they are called.")
    pronouns: str = said("As the child or family gave them.")
    sex: str = said("M, F or U (not known), as in the SEN2 return.", choices=("M", "F", "U"))
    upn: str = said("Unique pupil number.")
    uln: str = said("Unique learner number.")
    no_number: str = said("Why there is no UPN: the code of the SEN2 return.")
    first_language: str = said("First language.")
    needs_interpreter: bool = said("Whether the child needs an interpreter.", False)
    communication: str = said("How they make themselves understood, and what helps.")
    telephone: str = said("A young person’s own number.")


@dataclass(frozen=True, kw_only=True)
class Relative:
    """An adult in the child’s life on the day of the file; or one who was, and may not learn an address."""

    id: str = needed("The adult’s own id in this file.")
    name: str = needed("Their name.")
    tie: str = needed("What they are to the child.")
    starts_on: date = needed("Since when.")
    ends_on: date | None = said(
        "The last day, for somebody who is named because an address is withheld from them.", None
    )
    has_parental_responsibility: bool = said("Whether they have parental responsibility.", False)
    may_follow: bool = said("Whether they are shown the case.", False)
    order: str = said("What a court has ordered: contact, residence, and from when.")
    email: str = said("E-mail address.")
    telephone: str = said("Telephone number.")
    first_language: str = said("First language.")
    needs_interpreter: bool = said("Whether they need an interpreter.", False)


@dataclass(frozen=True, kw_only=True)
class Withheld:
    """Somebody who may never learn an address, and why."""

    id: str = needed("The adult’s id.")
    reason: str = needed("Why.")


@dataclass(frozen=True, kw_only=True)
class Home:
    """Where the child lives on the day of the file, or where a parent lives whose home is kept apart."""

    lines: str = needed("The address without its postcode, a line each.")
    postcode: str = needed("The postcode.")
    starts_on: date = needed("Since when the household lives there.")
    lives: tuple[str, ...] = said("The ids of those who live there; “child” for the child.", ())
    withheld_from: tuple[Withheld, ...] = said("Who may not learn it.", ())


@dataclass(frozen=True, kw_only=True)
class Attended:
    """A school, college or other setting that the child attended."""

    setting: str = needed("Its name.")
    starts_on: date = needed("The first day.")
    ends_on: date | None = said("The last day; left out while it lasts.", None)


@dataclass(frozen=True, kw_only=True)
class Told:
    """One thing that was recorded with an event."""

    label: str = needed("What it is.")
    words: str = needed("What was recorded.")


@dataclass(frozen=True, kw_only=True)
class Happened:
    """Something that happened in the case, as the authority’s file holds it."""

    on: date = needed("The day on which it happened.")
    known_on: date = needed("The day from which the file held it.")
    kind: str = needed("The kind of event, by the name of docs/casework.md.")
    title: str = needed("The same in words.")
    facts: tuple[Told, ...] = said("What was recorded with it.", ())


@dataclass(frozen=True, kw_only=True)
class Advice:
    """A piece of advice that had come in."""

    id: str = needed("The id by which the lines of the plan cite it.")
    kind: str = needed("The letter of regulation 6(1).", choices=tuple(KINDS))
    body: str = needed("Who gave it: the school, service or person.")
    received_on: date = needed("The day it came.")
    dated_on: date | None = said("The day that it bears.", None)
    author: str = said("Who wrote it.")
    role: str = said("The author’s profession.")
    paragraphs: tuple[Paragraph, ...] = said("Its numbered paragraphs.", ())
    document: str = said("The file in documents/ that it came as.")


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter that was sent."""

    title: str = needed("What the letter is.")
    dated_on: date = needed("The day of the letter.")
    to: str = needed("To whom it went.")
    words: tuple[str, ...] = said("Its paragraphs, without the address at its head.", ())


@dataclass(frozen=True, kw_only=True)
class Review:
    """The report of an annual review that was sent."""

    sent_on: date = needed("The day on which the report went out.")
    views: str = said("The child’s or young person’s own words.")
    family_views: str = said("What the family said.")
    progress: tuple[str, ...] = said("How far each outcome came.", ())
    recommended: str = said("What was recommended, and why.")


@dataclass(frozen=True, kw_only=True)
class Version:
    """A version of the plan that was issued; its text is the file beside it."""

    number: int = needed("Its number.")
    stage: str = needed("What it is.", choices=STAGES)
    issued_on: date = needed("The day on which it was issued.")
    file: str = needed("The file in plan/ that holds it, byte by byte as it was sealed.")
    sha256: str = needed("The hash of that file.")


@dataclass(frozen=True, kw_only=True)
class Lock:
    """Words of the plan that an order of the tribunal fixed."""

    line: str = needed("The line’s id.")
    words: str = needed("The words.")
    order: str = said("What the order says.")
    ordered_on: date | None = said("The day of the order.", None)


@dataclass(frozen=True, kw_only=True)
class CaseFile:
    """The whole file."""

    format: str = needed("Which form this is.", choices=(FORMAT,))
    made_on: date = needed("The day on which the file was made.")
    authority: str = needed("The authority that made it.")
    reference: str = needed("The case’s reference there.")
    made_for: str = needed("The authority for which it was made.")
    child: Child = needed("The child or young person.")
    is_restricted: bool = said("Whether the old authority let only named people see the case.", False)
    moves_on: date | None = said("The day of the move, as the old authority knew it.", None)
    plan_made_on: date | None = said("The day on which the plan was made or last reviewed.", None)
    family: tuple[Relative, ...] = said("The adults around the child.", ())
    homes: tuple[Home, ...] = said("Where they live.", ())
    schooling: tuple[Attended, ...] = said("What the child attended.", ())
    events: tuple[Happened, ...] = said("What happened, the earliest first.", ())
    versions: tuple[Version, ...] = said("The plan as it was issued, the earliest first.", ())
    locks: tuple[Lock, ...] = said("Words that an order fixed and that still stand.", ())
    advice: tuple[Advice, ...] = said("The advice, the earliest first.", ())
    letters: tuple[Letter, ...] = said("Letters that were sent, the earliest first.", ())
    reviews: tuple[Review, ...] = said("Reports of reviews, the earliest first.", ())
    left_out: tuple[str, ...] = said("What the old authority holds and did not put in.", ())

    @property
    def in_force(self) -> Version | None:
        """The last version that is a plan and not a draft."""
        plans = [one for one in self.versions if one.stage in ("final", "amended")]
        return max(plans, key=lambda one: one.number, default=None)
