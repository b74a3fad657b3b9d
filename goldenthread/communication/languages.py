"""The languages of our cards, and the letters in which each is printed.

Why these, for Wolverhampton: of all local authorities it has the largest share of people whose main language is Panjabi (6.5%,
17,000), and Polish, Romanian, Panjabi and Urdu are the four main languages most often given in England and Wales after English
(Office for National Statistics, Census 2021, “Language, England and Wales”, 29 November 2022). Another area changes the list.
"""

from __future__ import annotations

from dataclasses import dataclass

from django.db.models import TextChoices


class Language(TextChoices):
    """A language of a card."""

    ENGLISH = "en", "English"
    PANJABI = "pa", "Panjabi"
    POLISH = "pl", "Polish"
    ROMANIAN = "ro", "Romanian"
    URDU = "ur", "Urdu"


@dataclass(frozen=True)
class Letters:
    """What a language calls itself, which way it runs, and the typefaces that have all of its letters, the best first."""

    own_name: str
    direction: str = "ltr"
    faces: tuple[str, ...] = ("Atkinson Hyperlegible", "DejaVu Sans")
    file: str = ""
    """The file without which it cannot be printed; nothing where the system’s own typefaces have it."""


LETTERS = {
    Language.ENGLISH: Letters("English"),
    Language.PANJABI: Letters(
        "ਪੰਜਾਬੀ", faces=("Noto Sans Gurmukhi", "DejaVu Sans"), file="noto-sans-gurmukhi-gurmukhi-400.ttf"
    ),
    Language.POLISH: Letters("Polski", faces=("DejaVu Sans",)),
    Language.ROMANIAN: Letters("Română", faces=("DejaVu Sans",)),
    Language.URDU: Letters(
        "اردو", "rtl", ("Noto Sans Arabic", "DejaVu Sans"), "noto-sans-arabic-arabic-400.ttf"
    ),
}
OTHERS = [one for one in Language if one != Language.ENGLISH]
