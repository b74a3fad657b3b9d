"""What families type finds what they mean."""

import random
from datetime import date

import pytest
from django.http import QueryDict

from goldenthread.localoffer.search.answer import answer
from goldenthread.localoffer.search.bitsets import Sums, made_of, members
from goldenthread.localoffer.search.entries import entry_of
from goldenthread.localoffer.search.index import Index
from goldenthread.localoffer.search.places import Point, metres
from goldenthread.localoffer.search.question import read_question
from tests.localoffer import world

DAY = date(2026, 11, 26)


def _entry(number, name, **changes):
    own = changes.get("local_offer", {})
    return entry_of(number, world.record(number, name, **changes), visible_from=own.get("visible_from"),
                    visible_to=own.get("visible_to"), lapses_on=None, modified="")  # fmt: skip


def _at(latitude, longitude):
    location = {"id": "x", "location_type": "physical", "latitude": latitude, "longitude": longitude}
    return [{"id": "y", "location": location}]


INDEX = Index([
    _entry(1, "Dyslexia club", minimum_age=7, maximum_age=11, fees="Free"),
    _entry(2, "Speech and language therapy", minimum_age=0, maximum_age=18, service_at_locations=_at(52.586, -2.13)),
    _entry(3, "Swimming for autistic children", minimum_age=4, maximum_age=16, schedules=[{"byday": "SA"}],
           service_at_locations=_at(52.70, -2.13)),
    _entry(4, "CAMHS", minimum_age=5, maximum_age=18),
    _entry(5, "Gone", local_offer={"visible_to": date(2026, 1, 1)}),
])  # fmt: skip


def _names(query):
    question, _ = read_question(QueryDict(query))
    return [INDEX.entries[number].name for number in answer(INDEX, question, DAY).numbers]


@pytest.mark.parametrize(
    ("words", "first"),
    [
        ("dyslexia", "Dyslexia club"), ("SpLD", "Dyslexia club"), ("disleksia", "Dyslexia club"), ("can't read", "Dyslexia club"),
        ("SALT", "Speech and language therapy"), ("my son is not talking", "Speech and language therapy"),
        ("spech therapist", "Speech and language therapy"), ("ASD", "Swimming for autistic children"),
        ("child and adolescent mental health", "CAMHS"), ("swim", "Swimming for autistic children"),
    ],
)  # fmt: skip
def test_words_find_what_they_mean(words, first):
    assert _names(f"q={words}")[:1] == [first]


def test_age_in_words_narrows_and_is_said():
    question, _ = read_question(QueryDict("q=help for my 3 year old"))
    assert (question.age, question.understood) == (3, ("age 3",))
    assert "CAMHS" not in _names("q=my 3 year old")


def test_entry_outside_its_dates_is_not_found():
    assert "Gone" not in _names("")


def test_facets_are_or_within_a_group_and_and_between_groups():
    assert set(_names("need=autism&need=spld")) == {"Swimming for autistic children", "Dyslexia club"}
    assert _names("need=autism&need=spld&cost=free") == ["Dyslexia club"]


def test_facet_is_counted_as_if_its_own_group_were_not_chosen():
    question, _ = read_question(QueryDict("need=autism"))
    counts = {one.code: one.count for one in answer(INDEX, question, DAY).facets["need"]}
    assert (counts["autism"], counts["spld"]) == (1, 1)
    days = {one.code: one.count for one in answer(INDEX, question, DAY).facets["day"]}
    assert days == {"SA": 1}


def test_nearest_comes_first_and_distance_narrows():
    assert _names("postcode=WV1 1RE&q=")[:2] == [
        "Speech and language therapy",
        "Swimming for autistic children",
    ]
    assert _names("postcode=WV1 1RE&within=3") == ["Speech and language therapy"]


@pytest.mark.parametrize(
    ("query", "sentence"),
    [
        ("age=fifteen", "Enter an age in years as a number"), ("age=-1", "Enter an age"), ("age=999", "Enter an age"),
        ("postcode=WV1", "only part of a postcode"), ("postcode=ZZ9 9ZZ", "We know no postcode"),
        ("postcode=<b>", "Enter a full postcode"), ("postcode=CF10 3NQ", "is in Wales"), ("postcode=EH1 1YZ", "is in Scotland"),
        ("need=%27; DROP TABLE", "is not one of ours"), ("day=someday", "is not one of ours"),
        ("within=3", "Enter a postcode too"),
        ("page=0", "Pages are numbered"), ("per_page=100000", "A page holds"), ("q=" + "a" * 10_000, "first 300 letters"),
    ],
)  # fmt: skip
def test_what_cannot_be_used_is_said(query, sentence):
    _, troubles = read_question(QueryDict(query))
    assert [one for one in troubles if sentence in one.sentence], troubles


@pytest.mark.parametrize(
    "words",
    ["'; DROP TABLE x; --", "<script>alert(1)</script>", "\x00", "🙂" * 200, "a" * 10_000, "% _ \\", "((("],
)
def test_odd_words_find_something_or_nothing(words):
    asked = QueryDict(mutable=True)
    asked["q"] = words
    question, _ = read_question(asked)
    assert answer(INDEX, question, DAY).total >= 0


def test_changed_entry_takes_the_place_of_what_it_was():
    index = Index([_entry(1, "Chess"), _entry(2, "Draughts")])
    index.put(_entry(1, "Pottery"))
    question, _ = read_question(QueryDict("q=chess"))
    assert answer(index, question, DAY).total == 0
    question, _ = read_question(QueryDict("q=pottery"))
    assert answer(index, question, DAY).total == 1
    assert len(index) == 2
    index.remove(1)
    assert answer(index, question, DAY).total == 0


def test_sums_order_as_sorting_does():
    chance = random.Random(7)  # noqa: S311
    for _ in range(20):
        size, weights, sums = 500, [0] * 500, Sums()
        for _ in range(12):
            chosen, weight = chance.sample(range(size), chance.randint(1, size)), chance.randint(1, 30)
            sums.add(made_of(chosen, size), weight)
            for number in chosen:
                weights[number] += weight
        among = chance.sample(range(size), 300)
        expected = sorted(among, key=lambda number: (-weights[number], number))
        start = chance.randint(0, 250)
        assert sums.best(made_of(among, size), start, start + 20) == expected[start : start + 20]


def test_members_between_places_are_those_of_a_list():
    numbers = sorted(random.Random(3).sample(range(20_000), 700))  # noqa: S311
    bits = made_of(numbers, 20_000)
    assert members(bits) == numbers
    assert members(bits, 333, 366) == numbers[333:366]


def test_circle_holds_exactly_what_is_within_it():
    chance = random.Random(5)  # noqa: S311
    index = Index([
        _entry(n, f"Place {n}", service_at_locations=_at(52.53 + chance.random() / 10, -2.2 + chance.random() / 6))
        for n in range(400)
    ])  # fmt: skip
    centre = Point(52.586, -2.13)
    expected = [n for n in range(400) if metres(index.entries[n].points[0], centre) <= 3000]
    assert members(index.circle(centre, 3000)) == expected
    assert 50 < len(expected) < 350
