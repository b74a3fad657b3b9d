"""A draft: nothing lost, corrections known by then and not later, and two different people who sign."""

from __future__ import annotations

import csv
import hashlib
from datetime import date, datetime
from typing import Any

import pytest
from django.db import InternalError, ProgrammingError, transaction
from django.utils import timezone

from goldenthread.audit.models import Event as Audited
from goldenthread.casework.actions.bulk import load_invented
from goldenthread.casework.actions.recording import correct_event
from goldenthread.casework.generator import area
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.returns.actions.drafting import ask_for_draft
from goldenthread.returns.actions.folder import write_folder
from goldenthread.returns.actions.making import Asked
from goldenthread.returns.actions.signing import sign
from goldenthread.returns.building.persons import Census, census_for
from goldenthread.returns.files import file_of
from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.returns.queries.drafts import by_check, mending
from tests.casework import world
from tests.readers import person
from tests.worker import work_off

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 26)


def drafted(on: date = ON, by: Any = None) -> ReturnDraft:
    draft = ask_for_draft(year=None, on=on, authority="330", officers={}, by=by)
    work_off()
    draft.refresh_from_db()
    return draft


def test_every_case_is_in_the_return_or_listed_with_its_reason():
    load_invented(cases=area(300, today=ON, seed=3), authority=world.council(), teams=[], on=ON, by=None)
    draft = drafted()
    assert draft.state == DraftState.READY
    assert draft.cases == Case.objects.count() == draft.returned.count()
    assert draft.inside == draft.returned.filter(person__gt=0).count()
    assert draft.left_out == draft.returned.exclude(reason="").count() > 0
    assert draft.persons == draft.xml.count(b"<Person>") == draft.returned.filter(request=1).count()
    assert (
        draft.errors + draft.queries == draft.findings.count() == sum(one["count"] for one in by_check(draft))
    )
    assert draft.sha256 == hashlib.sha256(draft.xml).hexdigest()


def test_child_with_two_cases_is_one_person_with_two_requests():
    child = world.make_child()
    first = world.make_case(child, on=date(2026, 1, 5))
    world.tell(first, "assessment-refused", date(2026, 2, 9), reasons="No.")
    world.make_case(child, on=date(2026, 6, 8))
    draft = drafted()
    assert (draft.cases, draft.inside, draft.persons) == (2, 2, 1)
    assert list(draft.returned.values_list("person", "request")) == [(1, 1), (1, 2)]


def test_correction_counts_from_the_day_it_was_known():
    case = world.bring_to(world.make_case(), "final-issued")
    final = case.events.get(kind="final-issued")
    correct_event(
        event=final,
        why="It was sent a week later.",
        occurred_on=date(2026, 7, 13),
        on=date(2026, 9, 1),
        by=None,
    )
    assert b"<StartDate>2026-07-06<" in drafted(date(2026, 8, 31)).xml
    assert b"<StartDate>2026-07-13<" in drafted(date(2026, 9, 1)).xml


def test_event_after_the_census_day_is_not_in_the_return_but_a_correction_is():
    case = world.bring_to(world.make_case(), "draft-issued")
    world.tell(case, "final-issued", date(2027, 1, 22), placement="Oak School")
    draft = drafted(date(2027, 2, 10))
    assert draft.upto == date(2027, 1, 21)
    assert b"<StartDate>" not in draft.xml


def test_findings_lead_to_the_page_on_which_they_are_mended():
    case = world.bring_to(world.make_case(), "final-issued")
    draft = drafted()
    ways = {
        (one.code, one.item): mending(one).href for one in draft.findings.select_related("returned__case")
    }
    assert ways["VAL-MISSING", "Ethnicity"] == f"/casework/cases/{case.public_id}/child/"
    assert ways["ACT-NEED-MISSING", ""].endswith("/record/need-recorded/")
    assert ways["DET-PLACE", "URN"].endswith(f"/events/{case.events.get(kind='final-issued').pk}/correct/")


def test_what_changed_since_the_last_draft_is_told_without_what_is_personal():
    case = world.bring_to(world.make_case(), "final-issued")
    drafted()
    world.tell(case, "need-recorded", ON, primary="ASD")
    case.child.family_name = "Other"
    case.child.upn = None
    case.child.no_number = "UN8"
    case.child.save()
    told = drafted().changes["draft"]
    assert told["counts"]["came"] == 1, "with another name and no number it is another person"
    assert "Other" not in str(told)


def test_two_different_people_sign_and_the_return_is_frozen_for_good():
    world.make_case()
    one, two = person("analyst"), person("analyst")
    draft = drafted(by=one)
    with pytest.raises(Refused, match="errors"):
        sign(draft=draft, on=ON, by=one)
    sign(draft=draft, on=ON, reason="The numbers are asked for.", by=one)
    with pytest.raises(Refused, match="somebody else"):
        sign(draft=draft, on=ON, by=one)
    frozen = sign(draft=draft, on=ON, by=two)
    assert (frozen.state, frozen.serial) == (DraftState.FROZEN, 1)
    assert Audited.objects.filter(action="returns.draft.frozen").last().detail["sha256"] == draft.sha256
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        ReturnDraft.objects.filter(pk=draft.pk).update(reason="Another.")
    with pytest.raises((InternalError, ProgrammingError)), transaction.atomic():
        draft.delete()
    with pytest.raises(Refused, match="frozen already"):
        sign(draft=draft, on=ON, by=two)
    again = drafted()
    assert again.serial == 2
    assert b"<SerialNo>2<" in again.xml


def test_draft_that_is_not_the_newest_is_not_signed():
    world.make_case()
    old = drafted()
    drafted()
    with pytest.raises(Refused, match="newer draft"):
        sign(draft=old, on=ON, reason="Because.", by=person("analyst"))


def test_last_year_s_frozen_return_is_compared_too():
    world.make_case(on=date(2025, 11, 3))
    one, two = person("analyst"), person("analyst")
    last = drafted(date(2026, 2, 2))
    sign(draft=last, on=ON, reason="As it is.", by=one)
    sign(draft=last, on=ON, by=two)
    assert drafted().changes["year"]["of"] == str(last.key)


def test_a_second_draft_at_once_and_an_unknown_year_are_refused():
    ask_for_draft(year=None, on=ON, authority="330", officers={}, by=None)
    with pytest.raises(Refused, match="already"):
        ask_for_draft(year=None, on=ON, authority="330", officers={}, by=None)
    with pytest.raises(Refused, match="not known"):
        ask_for_draft(year=2099, on=ON, authority="330", officers={}, by=None)


def test_old_drafts_that_nobody_signed_are_let_go():
    world.make_case()
    for _ in range(7):
        drafted()
    assert ReturnDraft.objects.count() == 5


@pytest.mark.parametrize(("kind", "begins"), [("xml", b"<?xml"), ("csv", b"PK"), ("workbook", b"PK")])
def test_files(kind, begins):
    world.make_case()
    assert file_of(drafted(), kind).startswith(begins)


def test_folder_without_a_browser_lists_every_case_once(tmp_path):
    load_invented(cases=area(60, today=ON, seed=5), authority=world.council(), teams=[], on=ON, by=None)
    at = datetime(2026, 11, 26, 12, tzinfo=timezone.get_current_timezone())
    counted = write_folder(Asked(Census(2027, ON), ON, at, "330"), tmp_path)
    rows = list(csv.reader((tmp_path / "cases.csv").open(encoding="utf-8")))[1:]
    assert len(rows) == counted.cases == 60
    assert all(bool(row[1]) != bool(row[3]) for row in rows)
    assert (tmp_path / "csv" / "persons.csv").exists()
    assert (
        len(list(csv.reader((tmp_path / "findings.csv").open(encoding="utf-8")))) - 1
        == counted.by_code.total()
    )


def test_the_return_of_a_day():
    assert census_for(date(2026, 6, 30)) == Census(2026, date(2026, 1, 15))
    assert census_for(date(2026, 7, 1)) == Census(2027, date(2026, 7, 1))
    assert census_for(date(2027, 1, 21)) == Census(2027, date(2027, 1, 21))
    assert census_for(date(2030, 1, 1)) is None
