"""The lines of a plan's sections. Each has an id that stays with it from version to version."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.plan.fields import needed, said

BLANKS = ("who", "expertise", "how_often", "how_long", "group", "place", "reviewed_by")
AREAS = ("communication", "learning", "emotional", "physical", "independence", "health", "care")
ADULTHOOD = ("employment", "independent-living", "community", "health")


@dataclass(frozen=True, kw_only=True)
class Source:
    """The paragraph of advice that a line rests on."""

    advice: str = needed("The id of the advice.")
    paragraph: int = needed("The number of the paragraph.")
    quote: str = said("The words taken from it, letter by letter.")


@dataclass(frozen=True, kw_only=True)
class Line:
    """Something that a section says."""

    id: str = needed("Stays with the line in every version.")
    text: str = said("What the family reads.")
    sources: tuple[Source, ...] = said("The paragraphs of advice that it rests on.", ())


@dataclass(frozen=True, kw_only=True)
class View(Line):
    """Views, interests and aspirations, in somebody’s own words."""

    by: str = said(
        "Whose words these are.", choices=("child", "young-person", "parent", "carer", "council", "other")
    )
    about: str = said(
        "What it tells.", "view", choices=("view", "interest", "aspiration", "history", "how-gathered")
    )
    gathered: str = said("How the words were gathered: “drawn together with Miss Shah on 4 May”.")
    own_words: bool = said("Whether it stands as it was said. Own words are never checked for style.", True)
    media: tuple[str, ...] = said("Pictures and sound, each with its description.", ())


@dataclass(frozen=True, kw_only=True)
class Need(Line):
    """A need: special educational, of health, or of care."""

    area: str = said("The area of need.", choices=AREAS)


@dataclass(frozen=True, kw_only=True)
class Outcome(Line):
    """What the child will be able to do, by when."""

    needs: tuple[str, ...] = said("The needs that it is about.", (), names="needs")
    aspirations: tuple[str, ...] = said("The lines of views that it serves.", (), names="views")
    adulthood: tuple[str, ...] = said(
        "The areas of preparing for adulthood that it serves.", (), choices=ADULTHOOD
    )
    measure: str = said("How anybody can tell that it is reached.")
    by_on: date | None = said("The day by which.", None)
    by_when: str = said("Or the point by which: “end of Key Stage 2”.")
    set_on: date | None = said("The day on which it was first set.", None)
    progress: str = said("What the last review found.", choices=("met", "partly-met", "not-met"))


@dataclass(frozen=True, kw_only=True)
class Provision(Line):
    """Something that must be given: what, by whom, how often, for how long."""

    needs: tuple[str, ...] = said("The needs that it meets.", (), names="needs")
    outcomes: tuple[str, ...] = said("The outcomes that it leads to.", (), names="outcomes")
    who: str = said("Who gives it, by their role.")
    expertise: str = said("Their qualification or training.")
    how_often: str = said("How often.")
    how_long: str = said("For how long each time.")
    group: str = said("Alone, or in a group of how many.")
    place: str = said("Where.")
    reviewed_by: str = said("Who looks whether it works.")
    reviewed_when: str = said("And when.")
    not_needed: dict[str, str] = said(
        "Blanks that do not fit this provision, each with the reason.", dict, choices=BLANKS
    )
    prepares_for_adulthood: bool = said("Whether it prepares for adulthood and independent living.", False)
    agreed_by: str = said("Health provision: who agreed it for the responsible commissioner.")
    agreed_on: date | None = said("And when.", None)


@dataclass(frozen=True, kw_only=True)
class Placement(Line):
    """The school or other place, or only its type."""

    name: str = said("The name of the school, college or other setting.")
    kind: str = said("Its type: “mainstream secondary academy”, “special school” …")
    urn: str = said("Its number in the register of establishments.")
    starts_on: date | None = said("From when, if not at once.", None)


@dataclass(frozen=True, kw_only=True)
class Payment(Line):
    """What a direct payment secures."""

    needs: tuple[str, ...] = said("The needs that it is to meet.", (), names="needs")
    outcomes: tuple[str, ...] = said("The outcomes that it is to meet.", (), names="outcomes")


@dataclass(frozen=True, kw_only=True)
class Paper(Line):
    """One piece of advice in the list of what was gathered."""

    advice: str = said("The id of the advice.")


LINES: dict[str, type[Line]] = {
    "views": View, "needs": Need, "outcomes": Outcome, "provision": Provision, "placement": Placement,
    "payments": Payment, "papers": Paper, "text": Line,
}  # fmt: skip
"""What a section can hold, and the shape of its lines."""
