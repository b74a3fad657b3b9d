"""The papers around a plan: advice with its numbered paragraphs, letters, documents made, and the register's word on places."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.plan.fields import needed, said

KINDS = {
    "a": "the child’s parent or the young person",
    "b": "education: the head teacher, principal or early years lead",
    "b-iv": "the Secretary of State for Defence, where a parent serves",
    "c": "medical, from a professional named by the health body",
    "d": "psychological, from an educational psychologist",
    "e": "social care",
    "f": "anybody else whom the authority thinks fit",
    "g": "preparation for adulthood, from year 9 on",
    "h": "somebody whom the family reasonably asked for",
}
"""The letters of regulation 6(1), and who each one is."""


@dataclass(frozen=True, kw_only=True)
class Paragraph:
    """A numbered paragraph of advice."""

    number: int = needed("Its number in the advice.")
    text: str = needed("Its words.")
    tags: tuple[str, ...] = said("What it gives.", (), choices=("need", "outcome", "provision"))


@dataclass(frozen=True, kw_only=True)
class File:
    """A file that is kept with the plan."""

    name: str = needed("The file’s name.")
    about: str = said("The child that it is about: reference or UPN. Required before the plan is final.")
    sha256: str = said("Its hash.")
    hidden: tuple[str, ...] = said(
        "Words found where a reader does not look: properties, tracked changes, comments.", ()
    )


@dataclass(frozen=True, kw_only=True)
class Advice:
    """Advice that was asked for, and what came."""

    id: str = needed("The advice’s own id.")
    kind: str = needed("The letter of regulation 6(1).", choices=tuple(KINDS))
    body: str = said("Who was asked: the school, service or person.")
    author: str = said("Who wrote it.")
    role: str = said("The author’s profession.")
    status: str = said(
        "What came of it.", "received", choices=("asked", "received", "declined", "not-needed")
    )
    reason: str = said("Why it was not received or not needed.")
    asked_on: date | None = said("The day it was asked for.", None)
    reached_on: date | None = said("The day the request reached them.", None)
    dated_on: date | None = said("The day that the advice bears.", None)
    received_on: date | None = said("The day it came.", None)
    reuse_agreed_by: tuple[str, ...] = said(
        "Who agreed that older advice may stand.", (), choices=("provider", "authority", "family")
    )
    paragraphs: tuple[Paragraph, ...] = said("Its numbered paragraphs.", ())
    file: File | None = said("The document that came.", None)


@dataclass(frozen=True, kw_only=True)
class Letter:
    """A letter of a decision."""

    kind: str = needed("Which letter: final-plan, amended-plan, amendment-notice, draft-plan …")
    sent_on: date | None = said("The day of the letter.", None)
    says: tuple[str, ...] = said(
        "The keys of what it says: appeal, time-limit, mediation, disagreement, advice, recommendations …", ()
    )


@dataclass(frozen=True, kw_only=True)
class Output:
    """A document made of a version."""

    kind: str = needed("What it is.", choices=("pdf", "docx", "html", "large-print", "easy-read"))
    number: int = said("The version that it was made of.", 1)
    sha256: str = said("The hash of that version.")
    is_accessible: bool = said("Whether it passed the check of its structure.", False)


@dataclass(frozen=True, kw_only=True)
class Establishment:
    """A place as the register of establishments has it."""

    name: str = needed("Its name.")
    kind: str = said("Its type.")
    urn: str = said("Its number.")
    closed_on: date | None = said("The day it closed.", None)
