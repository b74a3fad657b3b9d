"""Services come in from a file; twice adds nothing; what cannot be used is listed."""

import json

import pytest

from goldenthread.audit.models import Event
from goldenthread.cli import goldenthread
from goldenthread.localoffer.models import IndexState, Provider, Service, ServiceVersion, Term
from tests.localoffer import world

pytestmark = pytest.mark.django_db


def test_service_comes_in_with_its_organisation_and_words():
    term = {"id": "3f7b145d-84af-42d7-8fae-eaca714b02b2", "name": "Autism", "taxonomy": "Needs"}
    result = world.load(world.record(1, "Chess", attributes=[{"taxonomy_term": term}]))
    assert (result.added, result.refused, result.problems) == (1, 0, [])
    chess = world.service("Chess")
    assert chess.approved.state == "approved"
    assert Provider.objects.get().name == "A club"
    assert Term.objects.get().taxonomy.name == "Needs"
    assert Event.objects.filter(action="localoffer.services.loaded").count() == 1


def test_same_file_twice_adds_nothing():
    world.load(world.record(1, "Chess"))
    version = IndexState.objects.get().version
    again = world.load(world.record(1, "Chess"))
    assert (again.added, again.changed, again.unchanged) == (0, 0, 1)
    assert IndexState.objects.get().version == version
    assert ServiceVersion.objects.count() == 1


def test_changed_service_gets_a_version_and_keeps_the_one_before():
    world.load(world.record(1, "Chess"))
    assert world.load(world.record(1, "Chess for all")).changed == 1
    assert Service.objects.get().name == "Chess for all"
    assert [one.record["name"] for one in ServiceVersion.objects.order_by("number")] == [
        "Chess",
        "Chess for all",
    ]


def test_same_identifier_twice_in_a_file_is_listed():
    result = world.load(world.record(1, "Chess"), world.record(1, "Draughts"))
    assert (result.added, result.refused) == (1, 1)
    assert "stood in the file already" in result.problems[0]


def test_broken_rows_are_listed_and_the_rest_comes_in():
    result = world.load(world.record(1, "Chess"), {"id": "x"}, world.record(2, "Draughts", minimum_age="six"))
    assert (result.added, result.refused) == (2, 1)
    assert any("name: is missing" in one for one in result.problems)
    assert any("minimum_age: should be a number" in one for one in result.problems)


@pytest.mark.parametrize("shape", ["page", "lines"])
def test_command_loads_a_page_or_lines(tmp_path, capsys, shape):
    records = [world.record(1, "Chess"), world.record(2, "Draughts")]
    file = tmp_path / "feed.json"
    file.write_text(
        json.dumps({"contents": records}) if shape == "page" else "\n".join(map(json.dumps, records))
    )
    assert goldenthread.main(["offer", "load", str(file), "--json"], standalone_mode=False) == 0
    assert json.loads(capsys.readouterr().out)["added"] == 2


def test_demonstration_is_loaded_once():
    from goldenthread.localoffer.demonstration.load import load

    assert load(on=world.TODAY).added >= 150
    assert load(on=world.TODAY).read == 0
    assert Service.objects.filter(is_invented=False).count() == 0
