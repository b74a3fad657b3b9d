"""To whom a plan may be shown, and by what paragraph."""

from datetime import date

import pytest

from goldenthread.law import disclosure
from goldenthread.law.citation import span_faults
from goldenthread.law.disclosure import Consent
from goldenthread.law.errors import NotInForce, UnknownRule

DAY = date(2026, 9, 7)


def test_grounds_are_the_eleven_of_the_regulation_in_its_order() -> None:
    assert "".join(ground.letter for ground in disclosure.grounds(DAY)) == "abcdefghijk"


def test_grounds_say_each_in_words_of_its_own() -> None:
    words = [ground.words for ground in disclosure.grounds(DAY)]
    assert len(set(words)) == len(words)
    assert all(text and not text.endswith(".") for text in words)


def test_grounds_have_no_overlap_and_no_hole() -> None:
    assert span_faults(disclosure.GROUNDS) == []


def test_grounds_begin_with_the_regulations() -> None:
    assert disclosure.grounds(date(2014, 9, 1))
    with pytest.raises(NotInForce, match="1 September 2014"):
        disclosure.grounds(date(2014, 8, 31))


@pytest.mark.parametrize(
    ("is_young_person", "understands", "consent"),
    [
        (True, True, Consent.YOUNG_PERSON),
        (True, False, Consent.YOUNG_PERSON),
        (False, True, Consent.CHILD),
        (False, False, Consent.PARENT),
    ],
)
def test_who_consents(is_young_person: bool, understands: bool, consent: Consent) -> None:
    assert disclosure.who_consents(is_young_person=is_young_person, understands=understands) is consent


@pytest.mark.parametrize("consent", Consent)
def test_by_consent_names_the_paragraph(consent: Consent) -> None:
    given = disclosure.by_consent(consent)
    assert given.paragraph in given.explanation
    assert given.url.endswith("/regulation/17")


@pytest.mark.parametrize("letter", ["c", "C", "(c)"])
def test_without_consent_finds_the_ground_however_it_is_written(letter: str) -> None:
    given = disclosure.without_consent(letter, DAY)
    assert (given.paragraph, "undertaking" in given.needs) == ("17(1)(c)", True)


def test_without_consent_refuses_a_ground_that_is_not_in_the_list() -> None:
    with pytest.raises(UnknownRule, match="or ask for consent"):
        disclosure.without_consent("l", DAY)


def test_a_named_school_is_no_ground_of_its_own() -> None:
    assert not any("school" in ground.words.lower() for ground in disclosure.grounds(DAY))
