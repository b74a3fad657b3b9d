"""When an authority may show a plan to somebody (regulation 17).

Without consent only a ground of the list will do. The naming of a school is no ground of its own: a school or college sees the
plan under the duties to consult it and to send it the plan, or under ground (a).
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from enum import StrEnum

from goldenthread.law.citation import Dated, Limit, in_force
from goldenthread.law.errors import UnknownRule
from goldenthread.law.sources import regulation
from goldenthread.law.words import listed


@dataclass(frozen=True)
class Ground:
    """A reason of regulation 17(1) to show a plan without consent. `needs` is what must hold as well."""

    letter: str
    words: str
    needs: str = ""

    @property
    def paragraph(self) -> str:
        """The paragraph that allows it, such as "17(1)(a)"."""
        return f"17(1)({self.letter})"


GROUNDS: Limit[tuple[Ground, ...]] = (
    Dated(
        (
            Ground(
                "a",
                "To somebody who must see it, or a part of it, in the interests of the child or young person",
                "The authority’s own opinion, written down, and no more of the plan than that person needs.",
            ),
            Ground("b", "For an appeal under the Act"),
            Ground(
                "c",
                "For educational research that may help children and young people with special educational needs",
                "The researcher’s undertaking to publish nothing from which anybody can be identified.",
            ),
            Ground("d", "On the order of a court, or for criminal proceedings"),
            Ground("e", "For an investigation by the Local Government and Social Care Ombudsman"),
            Ground(
                "f",
                "To the Secretary of State, who asked for it",
                "The request, to decide about an academy’s funding agreement or an order under the Education Act 1996.",
            ),
            Ground(
                "g",
                "For an assessment of needs for services under section 5(5) of the Disabled Persons (Services, Consultation "
                "and Representation) Act 1986",
            ),
            Ground(
                "h",
                "For a local authority’s duties to children who are looked after or live away from home, "
                "Children Act 1989, sections 22, 85, 86 and 87",
            ),
            Ground("i", "To the Chief Inspector, who has the right to inspect and copy it"),
            Ground(
                "j", "To the person in charge of youth accommodation, for the education of a detained person"
            ),
            Ground("k", "To a youth offending team, for the education of a detained person"),
        ),
        regulation("17(1)"),
    ),
)

COVERED = ("the plan", "representations", "evidence", "advice", "information")
"""What the restriction is about: the plan and whatever was obtained for it (17(5))."""


class Consent(StrEnum):
    """Who agreed that the plan is shown."""

    YOUNG_PERSON = "the young person"
    CHILD = "the child, who understands what that means"
    PARENT = "the parent, for a child who does not yet understand what that means"


_CONSENTS = {Consent.YOUNG_PERSON: "17(1)", Consent.CHILD: "17(2)", Consent.PARENT: "17(3)"}


@dataclass(frozen=True)
class Permission:
    """Why a plan may be shown: by whose consent or on which ground, in a sentence, with the provision."""

    explanation: str
    paragraph: str
    needs: str
    url: str


def grounds(on: date) -> tuple[Ground, ...]:
    """The grounds that counted on the day when the plan was shown, in the order of the regulation."""
    return in_force(GROUNDS, on, name="disclosure without consent").value


def who_consents(*, is_young_person: bool, understands: bool) -> Consent:
    """Whose consent counts: the young person's; a child's who understands; or else the parent's (17(1) to (3)).

    For a young person who lacks capacity ask the one who stands in for them (regulations 63 and 64).

    >>> who_consents(is_young_person=False, understands=True).name
    'CHILD'
    """
    if is_young_person:
        return Consent.YOUNG_PERSON
    return Consent.CHILD if understands else Consent.PARENT


def by_consent(consent: Consent) -> Permission:
    """The permission that a consent gives."""
    paragraph = _CONSENTS[consent]
    return Permission(
        f"With the consent of {consent} (regulation {paragraph})", paragraph, "", regulation(paragraph).url
    )


def without_consent(letter: str, on: date) -> Permission:
    """The permission that a ground gives on a day. Raises UnknownRule when no ground has that letter.

    >>> without_consent("b", date(2026, 9, 7)).explanation
    'For an appeal under the Act (regulation 17(1)(b))'
    """
    known = {ground.letter: ground for ground in grounds(on)}
    found = known.get(letter.strip("() ").lower())
    if found is None:
        raise UnknownRule(
            f"“{letter}” is no ground for showing a plan without consent. Choose one of {listed(sorted(known))}, "
            "or ask for consent."
        )
    return Permission(
        f"{found.words} (regulation {found.paragraph})",
        found.paragraph,
        found.needs,
        regulation(found.paragraph).url,
    )
