"""Files of cases brought in: each sound row once, the others listed; all of it or nothing; broken off and begun again."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions import importing
from goldenthread.casework.actions.rebuilding import rebuild
from goldenthread.casework.importing.mapping import suggested
from goldenthread.casework.models import Allocation, Case, CaseImport, ImportMapping, Standing, Way
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.queries.letters import letters_owed
from goldenthread.casework.queries.timeliness import timeliness
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult, Child
from goldenthread.people.queries.addresses import addresses_for_staff
from tests.casework import world
from tests.casework.importing.rows import HEADINGS, as_csv, row, upn
from tests.readers import person

pytestmark = pytest.mark.django_db
TODAY = world.TODAY
BAD = row(9, UPN="A801200000009")


def silent(done: int, total: int, what: str) -> None:
    pass


def held(*rows, by=None, **more) -> CaseImport:
    world.council()
    return importing.hold(name="export.csv", data=more.pop("data", None) or as_csv(*rows), by=by)


def checked(*rows, **more) -> CaseImport:
    return importing.carry_out_import(held(*rows, **more), rehearse=True, on=TODAY, progress=silent)


def brought_in(*rows, way=Way.EACH, **more) -> CaseImport:
    upload = checked(*rows, **more)
    CaseImport.objects.filter(pk=upload.pk).update(way=way)
    upload.refresh_from_db()
    return importing.carry_out_import(upload, rehearse=False, on=TODAY, progress=silent)


def counts(upload: CaseImport) -> tuple[int, int, int]:
    return tuple(upload.outcome[name] for name in ("new", "here", "wrong"))


def sentences(upload: CaseImport) -> str:
    return " ".join(sentence for _, _, sentence in upload.troubles)


def test_a_check_counts_and_lists_and_saves_no_case():
    upload = checked(row(1), row(2), BAD)
    assert (upload.state, upload.is_rehearsed, counts(upload)) == ("held", True, (2, 0, 1))
    assert upload.troubles[0][:2] == [4, "UPN"]
    assert not Case.objects.exists()
    assert not Child.objects.exists()


def test_every_sound_row_comes_in_and_the_others_are_listed():
    upload = brought_in(row(1), BAD, row(2))
    assert (upload.state, counts(upload), upload.data) == ("done", (2, 0, 1), None)
    assert sorted(Case.objects.values_list("reference", flat=True)) == ["OLD-1", "OLD-2"]
    assert list(upload.rows.values_list("row", flat=True)) == [2, 4]
    case = Case.objects.get(reference="OLD-1")
    assert (case.standing.stage, case.standing.final_on) == (Stage.FINAL, date(2026, 7, 6))
    assert {event.known_on for event in case.events.all()} == {TODAY}


def test_the_standings_are_what_the_events_say():
    brought_in(row(1), row(2, **{"Last review": "01/09/2026"}))
    assert rebuild(by=None).differing == []


def test_each_case_leaves_its_event_in_the_audit():
    brought_in(row(1), row(2))
    assert AuditEvent.objects.filter(action="casework.case.imported").count() == 2


def test_all_or_nothing_leaves_one_event_that_names_them_all():
    upload = brought_in(row(1), row(2), way=Way.ALL)
    assert upload.state == "done"
    assert AuditEvent.objects.get(action="casework.cases.imported").detail["cases"] == list(
        Case.objects.order_by("pk").values_list("pk", flat=True)
    )
    assert not AuditEvent.objects.filter(action="casework.case.imported").exists()


def test_all_or_nothing_brings_in_nothing_when_a_row_is_wrong():
    upload = brought_in(row(1), BAD, way=Way.ALL)
    assert upload.state == "failed"
    assert not Case.objects.exists()
    assert not Child.objects.exists()


def test_the_same_file_twice_adds_nothing_twice():
    brought_in(row(1), row(2))
    again = brought_in(row(1), row(2), row(3))
    assert counts(again) == (1, 2, 0)
    assert Case.objects.count() == Child.objects.count() == 3


def test_a_child_without_a_number_is_known_again_by_name_and_birthday():
    brought_in(row(1, UPN=""))
    assert counts(checked(row(1, UPN=""))) == (0, 1, 0)


def test_a_run_that_was_broken_off_goes_on_and_counts_all_that_came_in(monkeypatch):
    upload, whole, done = checked(*(row(number) for number in range(1, 6))), importing.bring_in_case, []

    def killed(**given):
        if len(done) == 3:
            raise KeyboardInterrupt
        done.append(given["draft"].row)
        return whole(**given)

    monkeypatch.setattr(importing, "bring_in_case", killed)
    with pytest.raises(KeyboardInterrupt):
        importing.carry_out_import(upload, rehearse=False, on=TODAY, progress=silent)
    upload.refresh_from_db()
    assert (upload.state, Case.objects.count()) == ("running", 3)
    monkeypatch.setattr(importing, "bring_in_case", whole)
    importing.carry_out_import(upload, rehearse=False, on=TODAY, progress=silent)
    assert (upload.state, counts(upload), Case.objects.count()) == ("done", (5, 0, 0), 5)


def test_trouble_of_ours_is_said_and_raised(monkeypatch):
    upload = checked(row(1))
    monkeypatch.setattr(importing, "bring_in_case", lambda **_: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        importing.carry_out_import(upload, rehearse=False, on=TODAY, progress=silent)
    upload.refresh_from_db()
    assert upload.state == "failed"
    assert "on our side" in upload.outcome["trouble"][0]


def test_a_child_with_an_open_case_is_refused_by_the_name_of_that_case():
    world.make_case(
        world.make_child("Ash1", "Testley1", upn=upn(1), born_on=date(2017, 5, 2)), on=date(2026, 1, 5)
    )
    upload = checked(row(1))
    assert "EHC-" in sentences(upload)
    assert "open case" in sentences(upload)


def test_a_second_request_of_a_child_whose_first_ended_is_a_case_of_its_own():
    first = row(1, **{"Request received": "02/03/2024", "Decision to assess": "No", "Date of decision to assess": "02/04/2024",
                      "Final plan date": "", "Case reference": "OLD-A"})  # fmt: skip
    brought_in(first, row(1))
    assert Child.objects.get().cases.count() == 2


def test_two_rows_of_one_child_that_are_both_open_are_one_too_many():
    again = row(1, **{"Request received": "04/03/2026", "Case reference": "OLD-B"})
    upload = checked(row(1), again)
    assert counts(upload) == (1, 0, 1)
    assert "row 2" in sentences(upload)


def test_a_child_who_may_be_here_is_asked_about_and_comes_in_when_somebody_has_looked():
    world.make_child("Ash1", "Testly1", born_on=date(2017, 5, 2))
    world.make_child(
        "Ash1", "Testley", born_on=date(2017, 5, 2), upn=upn(77)
    )  # with another number: another child
    assert "may be here already" in sentences(checked(row(1)))
    data = (
        as_csv(row(1))
        .decode()
        .replace("Last review\r", "Another child\r")
        .replace("2026,\r", "2026,yes\r")
        .encode()
    )
    assert counts(brought_in(data=data)) == (1, 0, 0)
    assert Child.objects.count() == 3


def test_twins_of_one_file_are_not_asked_about():
    upload = brought_in(row(1), row(2, Forename="Ash", Surname="Testley1", DOB=row(1)["DOB"]))
    assert counts(upload) == (2, 0, 0)


def test_a_number_that_belongs_to_a_child_with_another_birthday_is_refused():
    world.make_child(upn=upn(1), born_on=date(2015, 1, 1))
    assert "born on 1 January 2015" in sentences(checked(row(1)))


def test_a_case_number_is_given_once():
    brought_in(row(1))
    assert "old-1 already" in sentences(checked(row(2, **{"Case reference": "old-1"})))
    assert "OLD-7 already" in sentences(
        checked(row(3, **{"Case reference": "OLD-7"}), row(4, **{"Case reference": "OLD-7"}))
    )


def columned(*more: str, **values: str) -> bytes:
    """A row with further columns."""
    lines = as_csv(row(1)).decode().splitlines()
    return f"{lines[0]},{','.join(more)}\n{lines[1]},{','.join(values[one.split()[0]] for one in more)}\n".encode()


def test_the_team_the_worker_and_the_family_come_with_the_case():
    worker, north = person("EHC caseworker", name="Nadia Worker"), world.team("North")
    data = columned("Team", "Caseworker", "Parent", "Address", "Postcode", Team="north", Caseworker=worker.email,
                    Parent="Robin Example",
                    Address='"1 Test Street\nTestham"', Postcode="ZZ99 1AA")  # fmt: skip
    brought_in(data=data)
    case = Case.objects.get()
    assert (case.team, Allocation.objects.get().worker) == (north, worker)
    assert Adult.objects.get().relationships.get().may_follow is False
    assert [one.postcode for one in addresses_for_staff(case.child, TODAY)] == ["ZZ99 1AA"]


def test_a_team_or_worker_who_is_not_here_is_said():
    said = sentences(checked(data=columned("Team", "Caseworker", Team="Nowhere", Caseworker="Nobody")))
    assert "no team “Nowhere”" in said
    assert "“Nobody” is no caseworker" in said


def test_no_letter_is_owed_for_what_the_old_system_did():
    brought_in(row(1))
    assert letters_owed(Case.objects.get(), TODAY) == []


def test_plans_of_an_earlier_record_count_in_the_figures():
    brought_in(row(1), row(2, **{"Final plan date": "06/10/2026"}))
    months = timeliness(TODAY, since=date(2026, 1, 1))
    assert [(one.first.month, one.plans, one.in_time) for one in months] == [(7, 1, 1), (10, 1, 0)]
    assert timeliness(date(2026, 11, 1), since=date(2026, 1, 1)) == [], (
        "nothing was known here before the file came"
    )


def test_columns_are_kept_and_used_for_the_next_file():
    odd = as_csv(row(1)).replace(b"Forename", b"Vorname")
    upload = held(data=odd)
    assert "Vorname" not in upload.columns
    importing.settle_columns(
        upload=upload,
        columns={**suggested(HEADINGS[1:]), "Vorname": "given_names"},
        keep_as="Old system",
        by=None,
    )
    assert ImportMapping.objects.get().name == "Old system"
    assert held(data=odd).columns["Vorname"] == "given_names"


def test_columns_that_cannot_be_a_case_are_refused():
    with pytest.raises(Refused, match="date of birth"):
        importing.settle_columns(upload=held(row(1)), columns={"Forename": "given_names"}, by=None)


def test_a_file_is_checked_before_it_comes_in_and_sent_once(django_capture_on_commit_callbacks):
    upload = held(row(1))
    with pytest.raises(Refused, match="Look first"):
        importing.send_to_worker(upload=upload, rehearse=False, by=None)
    importing.send_to_worker(upload=upload, rehearse=True, by=None)
    with pytest.raises(Refused, match="already"):
        importing.send_to_worker(upload=upload, rehearse=True, by=None)


def test_all_of_a_file_with_a_wrong_row_cannot_be_asked_for():
    with pytest.raises(Refused, match="Some rows are wrong"):
        importing.send_to_worker(upload=checked(BAD, row(1)), rehearse=False, way=Way.ALL, by=None)


def test_a_file_that_nobody_brings_in_is_let_go_after_a_day():
    old = held(row(1))
    CaseImport.objects.filter(pk=old.pk).update(recorded_at="2026-01-01T00:00Z")
    held(row(2))
    assert not CaseImport.objects.filter(pk=old.pk).exists()


def test_a_case_costs_the_same_queries_whatever_came_before(django_assert_max_num_queries):
    upload = checked(*(row(number) for number in range(1, 21)))
    with django_assert_max_num_queries(20 * 25 + 30):
        importing.carry_out_import(upload, rehearse=False, on=TODAY, progress=silent)
    assert Standing.objects.count() == 20
