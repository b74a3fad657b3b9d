"""A case that moves: what leaves the old authority, and what stands at the new one without anybody typing it again."""

from __future__ import annotations

import json
import zipfile
from dataclasses import replace
from datetime import date, timedelta
from hashlib import sha256
from io import BytesIO

import pytest
from django.db import DatabaseError, transaction

from goldenthread.audit.models import Event
from goldenthread.casework.actions.bundling import make_bundle
from goldenthread.casework.actions.issuing import report_of
from goldenthread.casework.actions.planning import change_line
from goldenthread.casework.actions.taking_over import hold_case_file, take_over
from goldenthread.casework.models import Case, CaseFileUpload, InheritedCase, Paper, PlanLock
from goldenthread.casework.plan.versions import Version, is_whole
from goldenthread.casework.portable.archive import Whole, pack, unpack
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.process.stages import Stage
from goldenthread.casework.queries.bundles import readers_for
from goldenthread.casework.queries.files import course_of
from goldenthread.casework.queries.inherited import to_take_over
from goldenthread.casework.queries.plans import plan_being_written, plan_of
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Address, Adult, Child, Withholding
from goldenthread.people.queries.addresses import addresses_for_staff
from tests.casework import planworld, world
from tests.casework.portable.moving import MOVES, ON, REASON, exported, forget, moving, small

pytestmark = pytest.mark.django_db


@pytest.fixture
def old() -> Case:
    return moving()


def held(data: bytes) -> CaseFileUpload:
    return hold_case_file(name="case.zip", data=data, on=ON, by=None)


def taken_over(data: bytes, **details) -> Case:
    given = {
        "authority": world.council(),
        "team": world.team(),
        "transferred_on": MOVES,
        "on": ON,
        "by": None,
        **details,
    }
    return take_over(upload=held(data), **given)


def changed(data: bytes, change, parts=None) -> bytes:
    """The file with its case.json otherwise, packed anew so that its hashes are right."""
    file = unpack(data)
    return pack(Whole(change(file.file), {**file.parts, **(parts or {})}))


def test_the_file_says_what_the_new_authority_needs_and_no_more(old):
    whole = unpack(exported(old))
    file, words = whole.file, exported(old)
    assert (file.authority, file.made_for, file.moves_on) == ("Testshire Council", "Farshire Council", MOVES)
    assert file.in_force.number == old.versions.first().number
    assert {one.id for one in file.advice} == {one.key for one in old.advice.all()}
    assert [one.name for one in file.family] == ["Wren Larkfield", "Sam Faraway"]
    hidden = next(one for one in file.homes if "child" in one.lives)
    assert [(one.id, one.reason) for one in hidden.withheld_from] == [(file.family[1].id, REASON)]
    assert [one.title for one in file.letters]
    with zipfile.ZipFile(BytesIO(words)) as archive:
        said = b"".join(archive.read(name) for name in archive.namelist()).decode()
    assert "A note among colleagues" not in said
    assert "Messages between" in " ".join(file.left_out)


def test_somebody_who_is_gone_and_may_not_learn_an_address_is_still_named(old):
    """The ties of both end, and one of them never had any: the new authority must know whom not to tell."""
    far = old.child.relationships.get(adult__name="Sam Faraway")
    far.ends_on = ON - timedelta(days=30)
    far.save(update_fields=["ends_on"])
    stranger = Adult.objects.create(name="Rowan Stranger")
    home = far.adult.withheld_addresses.get().household
    Withholding.objects.create(
        household=home, adult=stranger, reason="Police advice.", starts_on=date(2026, 1, 5)
    )
    data = exported(old)
    forget(old)
    case = taken_over(data)
    house = addresses_for_staff(case.child, ON)[0].household
    assert {(one.adult.name, one.reason) for one in house.withholdings.all()} == {
        ("Sam Faraway", REASON), ("Rowan Stranger", "Police advice."),
    }  # fmt: skip
    around = {one.adult.name for one in case.child.relationships.held_on(ON).select_related("adult")}
    assert around == {"Wren Larkfield"}


def test_a_restricted_case_and_one_without_its_events_tell_the_new_authority_what_to_ask(old):
    Case.objects.filter(pk=old.pk).update(is_restricted=True)
    old.refresh_from_db()
    said = " ".join(to_take_over(exported(old, without=("chronology",)), ON).by_hand)
    assert "only named people" in said
    assert "Ask whether an appeal" in said
    assert "15(4)" in said


def test_a_file_that_no_system_would_take_is_not_made(old, monkeypatch):
    monkeypatch.setattr("goldenthread.casework.actions.bundling.LARGEST", 1_000)
    with pytest.raises(Refused, match="largest scans"):
        exported(old)
    assert not old.bundles.exists()


def test_making_the_file_is_recorded_with_its_hash(old):
    exported(old)
    assert Event.objects.get(action="casework.bundle.made").detail["sha256"] == old.bundles.get().sha256


def test_without_a_recorded_move_there_is_nobody_to_make_it_for(db):
    assert readers_for(planworld.drafting(), "case-file", ON) == []


def test_without_the_plan_in_force_it_is_refused(old):
    with pytest.raises(Refused, match="plan in force goes with the file"):
        exported(old, without=(f"version-{old.versions.first().number}",))


def test_what_is_not_chosen_is_named_as_left_out(old):
    letter = old.letters.get(sealed_on__isnull=False)
    file = unpack(exported(old, without=(f"letter-{letter.pk}",))).file
    assert not file.letters
    assert any("Letter of 7 December 2026" in one for one in file.left_out)


def test_a_paper_about_another_child_does_not_leave(old):
    world.make_case(world.make_child("Quillon", "Vantrip", upn="H801200009009", born_on=date(2016, 2, 3)))
    advice = old.advice.first()
    advice.paragraphs = [[1, "Quillon Vantrip, UPN H801200009009, was seen in clinic.", ["need"]]]
    advice.save(update_fields=["paragraphs"])
    reader = readers_for(old, "case-file", ON)[0]
    with pytest.raises(Refused, match="cannot go in"):
        make_bundle(case=old, kind="case-file", reader=reader, on=ON, by=None,
                    chosen={f"version-{old.versions.first().number}": "", advice.key: "It is right."})  # fmt: skip
    assert advice.key not in {one.id for one in unpack(exported(old)).file.advice}


def test_the_case_stands_at_the_new_authority(old):
    data = exported(old)
    forget(old)
    case = taken_over(data)
    course = course_of(case)
    assert course.stage is Stage.MAINTAINED
    assert Duty.MOVE_INFORM in {one.duty for one in course.open.values()}
    assert course.plan_made_on == date(2026, 12, 7)
    child = case.child
    assert (str(child), child.upn, child.pronouns) == ("Elby Larkfield", "H801200001001", "they/them")
    assert [one.lines for one in addresses_for_staff(child, ON)] == ["7 Hidden Lane\nFarstead"]
    far = child.relationships.get(adult__name="Sam Faraway").adult
    assert far.withheld_addresses.get().reason == REASON
    version, before = case.versions.get(), old.versions.first()
    assert (version.number, bytes(version.content), version.sha256) == (
        before.number,
        bytes(before.content),
        before.sha256,
    )
    assert is_whole(Version(version.number, bytes(version.content), version.sha256))


def test_the_plan_can_be_amended_without_retyping_and_its_lines_rest_on_the_advice_that_came(old):
    data = exported(old)
    forget(old)
    case = taken_over(data)
    plan, before = plan_being_written(case, ON, stage="final"), plan_of(old.versions.first())
    cited = {
        source.advice
        for section in plan.sections.values()
        for line in section.lines
        for source in line.sources
    }
    assert cited <= {one.key for one in case.advice.all()}
    assert len(cited) == len(
        {s.advice for part in before.sections.values() for line in part.lines for s in line.sources}
    )
    assert _words(plan) == _words(before)
    line = plan.sections["B"].lines[0]
    seen = next(one for one in case.plan_text.sections["B"]["lines"] if one["id"] == line.id)
    content = {
        **{name: value for name, value in seen.items() if name != "id"},
        "text": f"{line.text} Mornings are hardest.",
    }
    change_line(case=case, section="B", line=line.id, content=content, seen=seen, on=ON, by=None)
    stops = {one.check for one in report_of(case, ON, stage="amendment").findings if one.stops}
    assert stops <= {
        "N1"
    }  # the paragraphs stand in the old authority's plan too, which is here only in this test
    assert plan_being_written(case, ON, stage="amendment").number == old.versions.first().number + 1


def _words(plan):
    return {key: [line.text for line in section.lines] for key, section in plan.sections.items()}


def test_the_document_comes_with_its_advice_and_is_the_same_to_the_byte(old):
    data = exported(old)
    forget(old)
    case = taken_over(data)
    advice = case.advice.get(letter="d")
    assert bytes(advice.paper.content) == b"Elby Larkfield was seen at school on two mornings."
    assert advice.asked_on is None
    assert case.advice.count() == old.advice.count()


def test_what_came_is_kept_byte_by_byte_and_the_database_refuses_to_change_it(old):
    data = exported(old)
    forget(old)
    case = taken_over(data)
    assert bytes(case.inherited.content) == data
    assert CaseFileUpload.objects.get().data is None
    with pytest.raises(DatabaseError), transaction.atomic():
        InheritedCase.objects.filter(case=case).update(authority="Otherwhere")
    with pytest.raises(DatabaseError), transaction.atomic():
        InheritedCase.objects.filter(case=case).delete()


def test_words_that_an_order_fixed_stay_fixed(old):
    line = next(one for one in plan_of(old.versions.first()).sections["F"].lines)
    order = world.tell(old, "appeal-lodged", date(2026, 12, 15), about="content")
    PlanLock.objects.create(case=old, line=line.id, words=line.text[:20], order=order)
    data = exported(old)
    forget(old)
    lock = taken_over(data).plan_locks.get()
    assert (lock.line, lock.words, lock.order_day) == (line.id, line.text[:20], date(2026, 12, 15))


def test_a_child_who_is_here_keeps_the_family_that_is_entered_here(old):
    data = exported(old)
    world.tell(old, "moved-out", MOVES, authority="Farshire Council", on=ON)
    before = (Child.objects.count(), Adult.objects.count(), Address.objects.count())
    case = taken_over(data, child=old.child)
    assert case.child == old.child
    assert (Child.objects.count(), Adult.objects.count(), Address.objects.count()) == before


def test_a_child_with_an_open_case_or_a_number_that_is_taken_is_refused_and_nothing_is_saved(old):
    data = exported(old)
    upload, cases = held(data), Case.objects.count()
    for child, says in ((old.child, "open case already"), (None, "may be here already")):
        with pytest.raises(Refused, match=says), transaction.atomic():
            take_over(
                upload=upload,
                authority=world.council(),
                team=None,
                transferred_on=MOVES,
                child=child,
                on=ON,
                by=None,
            )
    assert (Case.objects.count(), InheritedCase.objects.count()) == (cases, 0)
    assert CaseFileUpload.objects.get().data is not None


def test_a_document_about_a_child_of_ours_keeps_the_whole_file_out(old):
    data = exported(old)
    name = next(name for name in unpack(data).parts if name.startswith("documents/"))
    foreign = changed(
        data, lambda file: file, {name: b"Quillon Vantrip, UPN H801200009009, was seen in clinic."}
    )
    forget(old)
    world.make_case(world.make_child("Quillon", "Vantrip", upn="H801200009009", born_on=date(2016, 2, 3)))
    papers = Paper.objects.count()
    with pytest.raises(Refused, match="names another child"), transaction.atomic():
        taken_over(foreign)
    assert (Paper.objects.count(), InheritedCase.objects.count()) == (papers, 0)
    assert not Child.objects.filter(family_name="Larkfield").exists()


@pytest.mark.parametrize(("content", "says"), [
    (b"X5O!P%@AP[4\\PZX54(P^)7CC)7}$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*", "virus"), (b"MZ\x90\x00\x03", "program"),
    (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1", "old or locked Office"),
])  # fmt: skip
def test_a_hostile_document_keeps_the_whole_file_out(old, content, says):
    data = exported(old)
    name = next(name for name in unpack(data).parts if name.startswith("documents/"))
    hostile = changed(data, lambda file: file, {name: content})
    forget(old)
    with pytest.raises(Refused, match=says), transaction.atomic():
        taken_over(hostile)
    assert not InheritedCase.objects.exists()


@pytest.mark.parametrize(("other", "is_same"), [
    ({"given_names": "Quill", "upn": ""}, False),  # a twin
    ({"given_names": "Quill", "upn": "H801200001999"}, False), ({"given_names": "Elby", "family_name": "Fosterley"}, True),
    ({"given_names": "Elby", "born_on": "2017-03-10"}, True), ({"given_names": "Elbert"}, True),  # the number is the same
    ({"upn": "", "family_name": "Vantrip", "born_on": "2016-02-03"}, False),
])  # fmt: skip
def test_a_version_must_be_about_the_child_of_the_file_whatever_was_corrected_since(old, other, is_same):
    data = exported(old)
    whole = unpack(data)
    name = whole.file.in_force.file
    content = json.loads(whole.parts[name])
    content["child"] |= other
    written = json.dumps(content).encode()
    versions = tuple(
        replace(one, sha256=sha256(written).hexdigest()) if one.file == name else one
        for one in whole.file.versions
    )
    made = changed(data, lambda file: replace(file, versions=versions), {name: written})
    if is_same:
        assert held(made)
        return
    with pytest.raises(Refused, match="about another child"):
        held(made)


def test_a_file_without_a_plan_in_force_is_refused(old):
    whole = unpack(exported(old))
    drafts = tuple(one for one in whole.file.versions if one.stage == "draft")
    parts = {one.file: whole.parts[one.file] for one in drafts}
    parts |= {name: data for name, data in whole.parts.items() if name.startswith("documents/")}
    with pytest.raises(Refused, match="no plan in force"):
        held(pack(Whole(replace(whole.file, versions=drafts), parts)))


def test_values_longer_than_ours_are_cut_and_not_a_crash(db):
    case = taken_over(small(known_as="E" * 500, first_language="Polish " * 60, telephone="0" * 300))
    assert (len(case.child.known_as), len(case.child.telephone)) == (100, 40)


def test_a_move_after_today_and_a_file_that_is_in_are_refused(old):
    data = exported(old)
    forget(old)
    with pytest.raises(Refused, match="after today"), transaction.atomic():
        taken_over(data, transferred_on=date(2027, 2, 1))
    upload = held(data)
    given = {"authority": world.council(), "team": None, "transferred_on": MOVES, "on": ON, "by": None}
    take_over(upload=upload, **given)
    with pytest.raises(Refused, match="taken over already"):
        take_over(upload=upload, **given)


def test_without_its_audit_event_nothing_is_taken_over(old, monkeypatch):
    data = exported(old)
    forget(old)
    upload = held(data)
    monkeypatch.setattr("goldenthread.casework.actions.taking_over.log.record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        take_over(upload=upload, authority=world.council(), team=None, transferred_on=MOVES, on=ON, by=None)
    assert not InheritedCase.objects.exists()
