"""Assess, plan, do, review; and a request that nobody types again."""

from __future__ import annotations

import json
from datetime import timedelta

import pytest

from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions.cycles import review_cycle
from goldenthread.sensupport.models import Asked
from goldenthread.sensupport.queries.register import provision_now
from goldenthread.sensupport.queries.summary import summary
from goldenthread.sensupport.strategies import book, changes, find
from goldenthread.website.asking import send_request
from tests.casework import world as cases
from tests.sensupport import world

pytestmark = pytest.mark.django_db
BEGAN = world.DAY - timedelta(days=120)


def test_cycles_are_numbered_and_one_runs_at_a_time():
    pupil = world.pupil(on=BEGAN)
    first = world.reviewed(pupil, on=BEGAN)
    second = world.cycle(pupil, on=BEGAN + timedelta(days=31))
    assert (first.number, second.number) == (1, 2)
    assert second.list_version == book().version
    with pytest.raises(Refused, match="under way"):
        world.cycle(pupil)


@pytest.mark.parametrize(
    ("changes", "said"),
    [
        ({"strategies": [], "plan": ""}, "Choose a strategy"),
        ({"strategies": ["HATS-01"]}, "Choose a strategy"),
        ({"child_says": "  "}, "or why you do not know"),
        ({"due": world.DAY}, "after today"),
    ],
)
def test_cycle_that_says_too_little_is_refused(changes, said):
    with pytest.raises(Refused, match=said):
        world.cycle(world.pupil(), **changes)


def test_review_is_kept_once():
    cycle = world.cycle(world.pupil(on=BEGAN), on=BEGAN)
    review_cycle(cycle=cycle, on=world.DAY, by=None, next_step="again", **world.CAME)
    with pytest.raises(Refused, match="reviewed already"):
        review_cycle(cycle=cycle, on=world.DAY, by=None, next_step="out", **world.CAME)
    with pytest.raises(Refused, match="before the cycle began"):
        review_cycle(
            cycle=world.cycle(cycle.pupil, on=world.DAY), on=BEGAN, by=None, next_step="again", **world.CAME
        )


def test_support_that_is_no_longer_needed_ends_on_the_register():
    pupil = world.pupil(on=BEGAN)
    world.reviewed(pupil, on=BEGAN, next_step="out")
    assert provision_now(pupil, BEGAN + timedelta(days=29)).code == "K"
    assert provision_now(pupil, BEGAN + timedelta(days=31)).code == "N"


def test_request_carries_every_cycle_and_every_voice():
    cases.council()
    pupil = world.pupil(on=BEGAN, strengths="Sings")
    world.reviewed(pupil, on=BEGAN)
    world.cycle(pupil, on=BEGAN + timedelta(days=40), outcome="Tells a story.")
    case = send_request(pupil=pupil, reason="It is not enough.", parents_know=True, on=world.DAY, by=None)
    event = case.events.get(kind="request-received")
    words = event.facts["words"]
    assert event.facts["by"] == "school"
    assert words.startswith(summary(pupil, world.DAY, "It is not enough."))
    assert words.endswith("The parents or the young person were told of this request.")
    wanted_words = (
        "Follows one step, not two.", "Sings", "It is not enough.", "I like songs.", "Ivy talks more at home.", "I can ask.",
        "Yes, here too.", "Tells a story.", "Asks most days.", "Short sentences and gestures",
    )  # fmt: skip
    for wanted in wanted_words:
        assert wanted in words
    with pytest.raises(Refused, match="has an open case already"):
        send_request(pupil=pupil, reason="Again", parents_know=True, on=world.DAY, by=None)
    assert Case.objects.count() == 1


def test_early_request_is_refused_without_a_reason_whoever_sends_it(settings):
    cases.council()
    pupil = world.pupil(on=BEGAN)
    world.reviewed(pupil, on=BEGAN)
    with pytest.raises(Refused, match="1 of the 2 reviewed cycles") as refused:
        send_request(pupil=pupil, reason="  ", parents_know=True, on=world.DAY, by=None)
    assert refused.value.field == "reason"
    assert not (Case.objects.exists())
    assert not (Asked.objects.exists())
    settings.SEN_CYCLES = 1
    send_request(pupil=pupil, reason="", parents_know=True, on=world.DAY, by=None)
    asked = Asked.objects.get()
    assert (asked.reviewed_cycles, asked.expected_cycles, asked.is_early) == (1, 1, False)


def test_exceptional_request_keeps_its_reason():
    cases.council()
    send_request(pupil=world.pupil(), reason="An accident.", parents_know=True, on=world.DAY, by=None)
    assert (Asked.objects.get().is_early, Asked.objects.get().reason) == (True, "An accident.")


def test_strategies_are_found_by_the_beginnings_of_words():
    assert find("reading")[0].title == "Reading made easier to see"
    assert {one.code for one in find("", area="senses", layer="few")} == {"SEN-06", "SEN-07", "SEN-08"}
    assert find("zebra") == []
    assert find("'; DROP TABLE (((") == []
    assert len(find("")) == len(book().strategies) == 37


def test_councils_own_list_takes_the_place_of_the_invented_one(settings, tmp_path):
    before = world.cycle(world.pupil())
    path = tmp_path / "own.json"
    path.write_text('{"version": "7", "dated": "2026-09-01", "strategies": [{"code": "A", "area": "senses", "layer": "all", '
                    '"title": "T", "notice": "N", "do": "D"}]}')  # fmt: skip
    settings.SEN_STRATEGIES = str(path)
    assert (book().version, book().is_invented, [one.code for one in find("")]) == ("7", False, ["A"])
    assert book().titles(["A", "COM-01"]) == ["T", "COM-01"]
    assert summary(before.pupil, world.DAY).count("Short sentences and gestures") == 1
    folder = tmp_path / "lists"
    folder.mkdir()
    one = {"area": "senses", "layer": "all", "notice": "N", "do": "D"}
    for version, dated, codes in (("a", "2026-01-01", "KLM"), ("b", "2026-09-01", "KMN")):
        strategies = [
            {"code": code, "title": f"{code} {version if code == 'M' else ''}", **one} for code in codes
        ]
        strategies[0]["ages"] = ["early"]
        (folder / f"{version}.json").write_text(
            json.dumps({"version": version, "dated": dated, "strategies": strategies})
        )
    settings.SEN_STRATEGIES = str(folder)
    assert (book().version, book("a").version, book("zebra").version) == ("b", "a", "b")
    [found] = changes()
    assert [[one.code for one in part] for part in (found.new, found.changed, found.gone)] == [
        ["N"],
        ["M"],
        ["L"],
    ]
    assert [one.code for one in find("", age="secondary")] == ["M", "N"]
    assert [one.code for one in find("", version="a")] == ["K", "L", "M"]
    (folder / "c.json").write_text((folder / "b.json").read_text())
    with pytest.raises(ValueError, match="the same version"):
        book()
    settings.SEN_STRATEGIES = str(path)
    path.write_text('{"version": "8", "dated": "2026-09-01", "strategies": [{"code": "A", "area": "hats", "layer": "all", '
                    '"title": "T", "notice": "N", "do": "D"}]}')  # fmt: skip
    with pytest.raises(ValueError, match="unknown area"):
        book()
