"""Cards as they stand: their newest words, in which languages, and what became of those that were printed."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import QuerySet, Sum, prefetch_related_objects

from goldenthread.communication.languages import OTHERS, Language
from goldenthread.communication.models import Card, PrintRun, ShortAddress, Translation, Wording


@dataclass(frozen=True)
class Said:
    """A wording in one language; `translation` is None for English, and where nobody has translated it yet."""

    language: Language
    title: str
    lines: list[str]
    translation: Translation | None = None
    is_out_of_date: bool = False
    """Only the wording before is there in this language."""

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return self.language.own_name

    @property
    def direction(self) -> str:
        """Which way it runs: ltr or rtl."""
        return self.language.direction

    @property
    def is_missing(self) -> bool:
        """Whether the newest wording cannot be read in it."""
        return self.language != Language.ENGLISH and (self.translation is None or self.is_out_of_date)


def cards() -> list[tuple[Card, Wording, list[Said]]]:
    """Every card with its newest wording in every language."""
    rows = Card.objects.prefetch_related("wordings__translations")
    return [(card, card.wordings.all()[0], said_by(card)) for card in rows]


def said_by(card: Card) -> list[Said]:
    """A card in every language: the newest wording, or the newest that was translated, marked as out of date."""
    prefetch_related_objects([card], "wordings__translations")
    wordings = list(card.wordings.all())
    newest = wordings[0]
    found = [Said(Language.ENGLISH, newest.title, newest.lines.splitlines())]
    for language in OTHERS:
        mine = (one for wording in wordings for one in wording.translations.all() if one.language == language)
        held = next(mine, None)
        found.append(
            Said(language, held.title, held.lines.splitlines(), held, held.wording_id != newest.pk)
            if held
            else Said(language, "", [])
        )
    return found


def runs(card: Card) -> QuerySet[PrintRun]:
    """What was printed of a card, the latest first, with the visits by the code of its place."""
    rows = PrintRun.objects.filter(wording__card=card).select_related("wording", "address", "organisation")
    return rows.annotate(visited=Sum("address__visits__times", default=0))


def codes_of(card: Card) -> QuerySet[ShortAddress]:
    """The short addresses that lead to a card."""
    return ShortAddress.objects.filter(leads_to=f"/card/{card.slug}/")
