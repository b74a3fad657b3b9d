"""Names are found by their marks, and what only looks like one is left alone."""

from __future__ import annotations

import pytest

from goldenthread.kit.names import possible_names


def found(text: str, **more: list[str]) -> list[str]:
    return [text[one.begins : one.ends] for one in possible_names(text, **more)]


@pytest.mark.parametrize(
    ("text", "name"),
    [
        ("We met Zofia Grzyb in May.", "Zofia Grzyb"),
        ("Mrs Okonkwo-Hale rang twice.", "Mrs Okonkwo-Hale"),
        ("My son Kwabena, who likes trains, is at home.", "Kwabena"),
        ("Xanthippe’s mum waited nine months.", "Xanthippe"),
        ("Then Xanthippe said no.", "Xanthippe"),
        ("We asked amira khan about it.", "amira khan"),
        ("Siân Ó Briain came.", "Siân Ó Briain"),
        ("AMIRA KHAN", "AMIRA KHAN"),
        ("Mum said Cillian sleeps better now.", "Cillian"),
        ("A letter went to the Okafor family.", "Okafor"),
        ("Present: Xinyi Banks (Chair)", "Xinyi Banks"),
        ("Minutes taken by S Green.", "S Green"),
        ("Jordan (mother) asked for a review.", "Jordan"),
        ("ACTION: April to send the terms of reference.", "April"),
        ("Harriet Day came to the meeting.", "Harriet Day"),
    ],
)
def test_a_name_is_found_by_what_stands_around_it_or_by_itself(text, name):
    assert found(text) == [name]


@pytest.mark.parametrize(
    "text",
    [
        "The Royal Wolverhampton NHS Trust and the Black Country Integrated Care Board agreed.",
        "Ofsted has said so. Wolverhampton has changed.",
        "In March 2024 the Department for Education came.",
        "Inspiring Change trained the board. Loading is slow.",
        "Penn Hall School and Tettenhall Wood School took part.",
        "RequestOutcome is missing.",
        "Hope was the word that young people chose. Rose from 41% to 57%.",
        "The Safety Valve agreement with the Treasury covers Tariff B and Milton Keynes.",
        "Support for Tourette’s and Rett syndrome; Conners and Bayley scales are used.",
        "Two were trained in ELSA at Dingley’s Promise; Marks & Spencer gave work.",
        "Will the letters change? May half term was quiet. The Drummond estate was not.",
        "Kirklees, Rugby and the Countess of Chester Hospital took part.",
    ],
)
def test_bodies_places_and_papers_are_no_people(text):
    assert found(text) == []


def test_a_name_told_beforehand_is_found_whatever_its_letters_and_accents():
    assert found("zoë lark came, and ZOE LARK went", told=["Zoe Lark"]) == ["zoë lark", "ZOE LARK"]
    assert found("larks sing", told=["Lark"]) == []


def test_what_is_known_to_be_no_name_is_left_alone_and_a_told_name_is_not_shielded_by_it():
    assert found("Kasper Vandermeer reads it.", known=["Kasper Vandermeer"]) == []
    assert found("Kasper Vandermeer reads it.", known=["Kasper Vandermeer"], told=["Kasper Vandermeer"])
