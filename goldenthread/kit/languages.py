"""Languages in which a survey can be answered, each named in itself."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True)
class Language:
    """A language by its tag (BCP 47), in English and in itself, and the way in which it is written."""

    tag: str
    name: str
    itself: str
    direction: str = "ltr"


ENGLISH = Language("en-GB", "English", "English")
OTHERS = (
    Language("pa", "Panjabi", "ਪੰਜਾਬੀ"),
    Language("pl", "Polish", "Polski"),
    Language("ro", "Romanian", "Română"),
    Language("ur", "Urdu", "اردو", "rtl"),
    Language("ar", "Arabic", "العربية", "rtl"),
    Language("bn", "Bengali", "বাংলা"),
    Language("gu", "Gujarati", "ગુજરાતી"),
    Language("ku", "Kurdish (Sorani)", "کوردی", "rtl"),
    Language("fa", "Persian", "فارسی", "rtl"),
    Language("so", "Somali", "Soomaali"),
    Language("uk", "Ukrainian", "Українська"),
)
"""Panjabi is the main language of 6.5% of people in Wolverhampton, more than in any other council of England; Polish, Romanian,
Panjabi and Urdu are the most common after English in England and Wales (ONS, "Language, England and Wales: Census 2021")."""
LANGUAGES = {one.tag: one for one in (ENGLISH, *OTHERS)}
CHOICES = [(one.tag, one.name) for one in OTHERS]


def language_of(tag: str) -> Language:
    """The language of a tag; English for one that is unknown."""
    return LANGUAGES.get(tag, ENGLISH)
