"""The languages of our cards, and the typefaces in which each is printed. Another area changes the list."""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices

from goldenthread.kit.languages import language_of


class Language(TextChoices):
    """A language of a card: English, and the four most spoken here after it (the source is beside kit.languages.OTHERS)."""

    ENGLISH = "en", "English"
    PANJABI = "pa", "Panjabi"
    POLISH = "pl", "Polish"
    ROMANIAN = "ro", "Romanian"
    URDU = "ur", "Urdu"

    @property
    def own_name(self) -> str:
        """What the language calls itself."""
        return language_of(self.value).itself

    @property
    def direction(self) -> str:
        """Which way it runs: ltr or rtl."""
        return language_of(self.value).direction


@dataclass(frozen=True)
class Letters:
    """The typefaces that have all letters of a language, the best first."""

    faces: tuple[str, ...] = ("Atkinson Hyperlegible", "DejaVu Sans")
    file: str = ""
    """The file without which it cannot be printed; nothing where the system’s own typefaces have it."""


LETTERS = {
    Language.ENGLISH: Letters(),
    Language.PANJABI: Letters(("Noto Sans Gurmukhi", "DejaVu Sans"), "noto-sans-gurmukhi-gurmukhi-400.ttf"),
    Language.POLISH: Letters(("DejaVu Sans",)),
    Language.ROMANIAN: Letters(("DejaVu Sans",)),
    Language.URDU: Letters(("Noto Sans Arabic", "DejaVu Sans"), "noto-sans-arabic-arabic-400.ttf"),
}
OTHERS = [one for one in Language if one != Language.ENGLISH]
