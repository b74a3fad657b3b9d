"""A list comes in through the worker: seen before it is in, once, and never over what a provider wrote."""

import pytest

from goldenthread.audit.models import Event
from goldenthread.cli import goldenthread
from goldenthread.localoffer.actions import importing, twins, upkeep
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import KnownAs, Service, ServiceImport, ServiceVersion
from goldenthread.localoffer.queries.alike import pairs_alike, services_like
from tests.localoffer import lists, world
from tests.readers import person
from tests.worker import work_off

pytestmark = pytest.mark.django_db(transaction=True)


@pytest.fixture
def officer():
    return person("local-offer-officer")


def _rehearsed(data, officer):
    upload = importing.hold(name="list.csv", data=data, by=officer)
    importing.send_to_worker(upload=upload, rehearse=True, by=officer)
    work_off()
    upload.refresh_from_db()
    return upload


def _brought_in(data, officer, **decided):
    upload = _rehearsed(data, officer)
    importing.decide_on_alike(upload=upload, decided=decided, by=officer)
    importing.send_to_worker(upload=upload, rehearse=False, by=officer)
    work_off()
    upload.refresh_from_db()
    return upload


def test_rehearsal_saves_nothing_and_says_what_would_come(officer):
    upload = _rehearsed(lists.schools({}, {"URN": "x"}), officer)
    assert Service.objects.count() == 0
    assert (upload.state, upload.outcome["added"], upload.outcome["refused"]) == ("held", 1, 1)
    assert upload.troubles == ["row 3: urn: should be six digits, and is “x”"]


def test_list_comes_in_once_and_its_file_is_let_go(officer):
    upload = _brought_in(lists.schools(), officer)
    assert (upload.state, upload.outcome["added"], upload.data) == ("done", 1, None)
    assert _brought_in(lists.schools(), officer).outcome["unchanged"] == 1
    assert Event.objects.filter(action="localoffer.import.sent").count() == 4
    with pytest.raises(Refused, match="already, or was"):
        importing.send_to_worker(upload=upload, rehearse=False, by=officer)


def test_nothing_comes_in_unseen(officer):
    upload = importing.hold(name="list.csv", data=lists.schools(), by=officer)
    with pytest.raises(Refused, match="Look first"):
        importing.send_to_worker(upload=upload, rehearse=False, by=officer)


def test_answers_of_a_school_stay_when_the_list_comes_again(officer):
    _brought_in(lists.schools(), officer)
    school = Service.objects.get()
    answered = {**school.approved.record, "description": "We are small and quiet."}
    answered["local_offer"] = {**answered["local_offer"], "how_to_start": "Come and see us."}
    upkeep.approve(
        version=upkeep.send_change(service=school, record=answered, now=world.NOW, by=None),
        now=world.NOW,
        by=officer,
    )
    _brought_in(lists.schools({"TelephoneNum": "01632960999"}), officer)
    school.refresh_from_db()
    record = school.approved.record
    assert record["phones"][0]["number"] == "01632960999"
    assert record["description"] == "We are small and quiet."
    assert record["local_offer"]["how_to_start"] == "Come and see us."


def test_list_comes_in_while_a_change_waits(officer):
    _brought_in(lists.schools(), officer)
    school = Service.objects.get()
    upkeep.send_change(
        service=school, record={**school.approved.record, "name": "New"}, now=world.NOW, by=None
    )
    assert _brought_in(lists.schools({"TelephoneNum": "01632960999"}), officer).outcome["changed"] == 1
    assert sorted(ServiceVersion.objects.values_list("number", "state")) == [
        (1, "approved"),
        (2, "waiting"),
        (3, "approved"),
    ]


def test_row_that_looks_like_an_entry_waits_for_a_person(officer):
    world.load(world.record(1, "Bramble Special School", phones=[{"number": "01632 960001"}]))
    upload = _rehearsed(lists.schools(), officer)
    (one,) = upload.alike
    assert (upload.outcome["added"], upload.outcome["left_out"]) == (0, 1)
    assert one["like"][0]["said"] == "the same name and telephone number"
    assert _brought_in(lists.schools(), officer).outcome["added"] == 0
    entry = Service.objects.get()
    done = _brought_in(lists.schools(), officer, **{one["id"]: str(entry.public_id)})
    assert (done.outcome["added"], done.outcome["changed"]) == (0, 1)
    assert str(KnownAs.objects.get().record_id) == one["id"]
    assert _brought_in(lists.schools({"SchoolCapacity": "90"}), officer).outcome["changed"] == 1
    assert Service.objects.count() == 1


def test_row_that_only_looks_alike_comes_in_when_a_person_says_so(officer):
    world.load(world.record(1, "Bramble Special School"))
    upload = _rehearsed(lists.schools(), officer)
    assert _brought_in(lists.schools(), officer, **{upload.alike[0]["id"]: "new"}).outcome["added"] == 1


def test_decision_that_nobody_was_asked_for_is_passed_over(officer):
    world.load(world.record(1, "Bramble Special School"), world.record(2, "Chess"))
    upload = _rehearsed(lists.schools(), officer)
    importing.decide_on_alike(
        upload=upload, decided={upload.alike[0]["id"]: str(world.service("Chess").public_id)}, by=officer
    )
    assert upload.decided == {}


def test_pair_is_told_apart_or_joined(officer):
    world.load(world.record(1, "Chess"), world.record(2, "Chess"), world.record(3, "Swimming"))
    (pair,) = pairs_alike()
    twins.tell_apart(first=pair.second, second=pair.first, by=officer)
    assert pairs_alike() == []
    with pytest.raises(Refused, match="one service"):
        twins.join(kept=pair.first, gone=pair.first, by=officer)
    twins.join(kept=pair.first, gone=pair.second, by=officer)
    pair.second.refresh_from_db()
    assert pair.second.is_archived
    assert world.load(world.record(4, "Draughts")).added == 1
    with pytest.raises(Refused, match="archived already"):
        twins.join(kept=pair.first, gone=pair.second, by=officer)


def test_record_that_is_typed_is_compared_too():
    world.load(world.record(1, "Chess"))
    assert [(one.name, said) for one, said in services_like({"name": "chess"})] == [
        ("Chess", "the same name")
    ]


def test_command_brings_a_list_in_and_leaves_out_what_looks_alike(tmp_path, capsys):
    world.load(world.record(1, "Bramble Special School"))
    file = tmp_path / "schools.csv"
    file.write_bytes(lists.schools({}, {"URN": "100002", "EstablishmentName": "Another"}))
    assert goldenthread.main(["offer", "import", str(file)], standalone_mode=False) == 0
    said = capsys.readouterr().out
    assert "has the same name as Bramble Special School; it was left out" in said
    assert "Added 1, changed 0" in said


def test_old_files_are_let_go(officer, time_machine):
    time_machine.move_to("2026-11-01T09:00:00Z", tick=False)
    importing.hold(name="old.csv", data=lists.schools(), by=officer)
    time_machine.move_to("2026-11-26T09:00:00Z", tick=False)
    importing.hold(name="new.csv", data=lists.schools(), by=officer)
    assert [one.name for one in ServiceImport.objects.all()] == ["new.csv"]
