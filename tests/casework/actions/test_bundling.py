"""Bundles: everything of this child, nothing of another, and nothing that the reader may not learn."""

from __future__ import annotations

import random
from datetime import date
from io import BytesIO
from typing import Any

import pytest
from django.db import transaction
from docx import Document as Word
from pypdf import PdfReader

from goldenthread.audit.models import Event
from goldenthread.casework.actions.allocating import allocate
from goldenthread.casework.actions.bundling import make_bundle
from goldenthread.casework.models import Bundle, BundleKind, Case, Paper
from goldenthread.casework.queries.bundles import candidates, readers_for
from goldenthread.kit.documents import Paper as Printed
from goldenthread.kit.documents import Text, as_pdf
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import PDF, TEXT, WORD
from tests.casework import letterbox, planworld, world
from tests.readers import person

pytestmark = pytest.mark.django_db
ON = planworld.ON
SEED, ATTEMPTS = 20261126, 1_000


def reader_of(case: Case, kind: str = "tribunal", key: str = "") -> Any:
    held = readers_for(case, kind, ON)
    return next((one for one in held if one.key == key), held[0])


def found(case: Case, kind: str = "tribunal", key: str = "") -> dict[str, Any]:
    return {one.document.key: one for one in candidates(case, kind, reader_of(case, kind, key), ON)}


def bound(case: Case, chosen: dict[str, str], kind: str = "tribunal", key: str = "") -> str:
    _, content = make_bundle(
        case=case, kind=kind, reader=reader_of(case, kind, key), chosen=chosen, on=ON, by=None
    )
    return "\n".join(page.extract_text() for page in PdfReader(BytesIO(content)).pages)


def sent(case: Case, name: str, content: bytes, mime: str) -> Paper:
    """A file that came with a message, put past the door as if it had come before the door was built."""
    message = case.messages.create(other="Somebody", on=date(2026, 11, 2), words="Here is a file.")
    return Paper.objects.create(
        case=case, message=message, name=name, mime=mime, size=len(content), content=content
    )


def printed(*words: str) -> bytes:
    return as_pdf(Printed("A report", "", "", [Text(one) for one in words]))


def typed(*words: str) -> bytes:
    document, out = Word(), BytesIO()
    for one in words:
        document.add_paragraph(one)
    document.save(out)
    return out.getvalue()


@pytest.fixture
def case(db: None) -> Case:
    made = planworld.drafting()
    planworld.written(made)
    return made


def test_candidates_hold_the_course_and_the_advice(case):
    held = found(case)
    assert held["chronology"].is_clean
    assert sum(key.startswith("advice-") for key in held) == case.advice.count()
    assert all(one.is_clean for one in held.values())


def test_make_bundle_binds_numbers_and_records(case):
    keys = dict.fromkeys(found(case), "")
    made, content = make_bundle(
        case=case, kind="tribunal", reader=reader_of(case), chosen=keys, on=ON, by=None
    )
    pages = PdfReader(BytesIO(content)).pages
    text = "\n".join(page.extract_text() for page in pages)
    assert "What is in it" in text
    assert f"1 of {len(pages)}" in " ".join(text.split())
    assert case.reference in text
    assert len(made.contents) == len(keys)
    assert Event.objects.get(action="casework.bundle.made").detail["sha256"] == made.sha256


def test_a_file_that_came_is_bound_page_by_page(case):
    paper = sent(case, "report.pdf", printed("Elby Larkfield was seen at school."), PDF)
    assert "Elby Larkfield was seen at school." in bound(case, {f"paper-{paper.pk}": ""})


def test_a_word_document_goes_in_by_its_words(case):
    paper = sent(case, "report.docx", typed("Elby reads well."), WORD)
    assert "Elby reads well." in bound(case, {f"paper-{paper.pk}": ""})


def test_nothing_chosen_is_refused(case):
    with pytest.raises(Refused, match="at least one"):
        bound(case, {})


def test_what_is_no_longer_there_is_refused(case):
    with pytest.raises(Refused, match="has changed"):
        bound(case, {"paper-999999": ""})


def test_another_childs_file_cannot_be_ticked_in(case):
    world.make_case(world.make_child("Quillon", "Vantrip", upn="H801200009009", born_on=date(2016, 2, 3)))
    paper = sent(case, "wrong.pdf", printed("Quillon Vantrip, UPN H801200009009, was seen in clinic."), PDF)
    key = f"paper-{paper.pk}"
    assert "another child" in found(case)[key].barred
    with pytest.raises(Refused, match="cannot go in"):
        bound(case, {key: "We are sure that it belongs here."})
    assert not Bundle.objects.exists()


def test_a_file_that_names_another_child_too_needs_a_reason_that_is_kept(case):
    world.make_case(world.make_child("Quillon", "Vantrip", upn="H801200009009", born_on=date(2016, 2, 3)))
    paper = sent(case, "both.pdf", printed("Elby Larkfield sits beside Quillon Vantrip."), PDF)
    key = f"paper-{paper.pk}"
    assert "may name another child" in found(case)[key].doubt
    with pytest.raises(Refused, match="say in a few words"):
        bound(case, {key: ""})
    bound(case, {key: "A cousin, named with consent."})
    assert Bundle.objects.get().contents[0][2] == "A cousin, named with consent."


def test_a_scan_goes_in_only_when_somebody_says_that_they_looked(case):
    paper = sent(case, "photo.png", planworld.DOT, "image/png")
    key = f"paper-{paper.pk}"
    assert "cannot read" in found(case)[key].doubt
    with pytest.raises(Refused, match="every page"):
        bound(case, {key: ""})
    assert bound(case, {key: "I looked at the page."})


@pytest.mark.parametrize(("name", "content", "mime"), [
    ("broken.pdf", b"%PDF-1.7 nothing follows", PDF), ("photo.heic", b"\0\0\0\x18ftypheic", "image/heic"),
])  # fmt: skip
def test_what_cannot_be_bound_says_so(case, name, content, mime):
    paper = sent(case, name, content, mime)
    assert found(case)[f"paper-{paper.pk}"].barred


def test_a_withheld_address_is_in_no_bundle_for_the_parent_who_may_not_learn_it(case):
    near = case.child.relationships.first().adult
    far = world.parent_of(case.child, name="Sam Faraway")
    letterbox.house(case.child, near, lines="7 Hidden Lane\nFarstead", postcode="ZZ97 7ZZ")
    typed_in = sent(case, "note.txt", b"Elby lives at 7 Hidden Lane, ZZ97 7ZZ.", TEXT)
    whole = sent(case, "note.pdf", printed("Elby lives at 7 Hidden Lane, ZZ97 7ZZ."), PDF)
    world.tell(case, "note", ON, words="A taxi goes to 7 Hidden Lane.")
    kind = str(BundleKind.TRIBUNAL)
    held = found(case, kind)
    assert "may not learn" in held[f"paper-{whole.pk}"].barred
    text = bound(case, {"chronology": "", f"paper-{typed_in.pk}": ""}, kind)
    assert "Hidden Lane" not in text
    own = found(case, "subject-access", f"adult-{far.pk}")
    assert not [key for key in own if key.startswith("paper-")]  # another's messages are not theirs
    text = bound(case, {"chronology": ""}, "subject-access", f"adult-{far.pk}")
    assert "Hidden Lane" not in text
    assert "[left out]" in text


def test_letters_and_messages_of_one_parent_are_not_given_to_the_other(case):
    allocate(cases=[case], worker=person("caseworker"), on=ON, by=None)
    near = case.child.relationships.first().adult
    far = world.parent_of(case.child, name="Sam Faraway")
    letterbox.enter_services()
    letterbox.house(case.child, near, far)
    letters = {
        one.adult: letterbox.send(one, ON)
        for one in letterbox.write(case, "agreement-to-issue", ON)
        if one.adult
    }
    for adult in (near, far):
        case.messages.create(adult=adult, on=ON, words=f"Words of {adult.name}.")
    for adult, other in ((near, far), (far, near)):
        key = f"adult-{adult.pk}"
        held = found(case, "subject-access", key)
        assert f"letter-{letters[adult].pk}" in held
        assert f"letter-{letters[other].pk}" not in held
        text = " ".join(bound(case, dict.fromkeys(held, ""), "subject-access", key).split())
        assert f"Words of {adult.name}." in text
        assert f"Words of {other.name}." not in text


def test_without_its_audit_event_no_bundle_is_recorded(case, monkeypatch):
    monkeypatch.setattr("goldenthread.casework.actions.bundling.log.record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError), transaction.atomic():
        bound(case, {"chronology": ""})
    assert not Bundle.objects.exists()


OTHERS = (("Quillon", "Vantrip"), ("Marlow", "Sedgeby"), ("Idris", "Penmarric"))


def test_a_thousand_foreign_pages_are_all_kept_out(case, record_property):
    """A page about another child of the caseload, in any guise, is never bound: whatever is ticked, with whatever reason."""
    chance = random.Random(SEED)  # noqa: S311
    others = [
        world.make_child(*name, upn=f"H80120000{n:04}", born_on=date(2015, 1 + n, 3 + n))
        for n, name in enumerate(OTHERS)
    ]
    for one in others:
        world.make_case(one)
    message = case.messages.create(other="Somebody", on=date(2026, 11, 2), words="Here are files.")
    Paper.objects.bulk_create(
        Paper(
            case=case,
            message=message,
            name=f"{n}.txt",
            mime=TEXT,
            content=_page(chance, chance.choice(others)).encode(),
            size=1,
        )
        for n in range(ATTEMPTS)
    )
    foreign = {key: one for key, one in found(case).items() if key.startswith("paper-")}
    assert len(foreign) == ATTEMPTS
    let_in = [key for key, one in foreign.items() if not one.barred]
    record_property(
        "counted", {"what": "pages about another child", "tried": ATTEMPTS, "failed": len(let_in)}
    )
    assert let_in == []
    for key in chance.sample(sorted(foreign), 5):
        with pytest.raises(Refused, match="cannot go in"):
            bound(case, {"chronology": "", key: "It is right as it is."})
    assert not Bundle.objects.exists()


def _page(chance: random.Random, of: Any) -> str:
    name, day = f"{of.given_names} {of.family_name}", of.born_on
    return chance.choice([
        f"{name} was assessed.", f"UPN {of.upn}: speech delay.", f"Born {day:%-d %B %Y}. Needs support at lunch.",
        f"DOB {day:%d/%m/%Y}, {name}", f"Re: {name.upper()} of year 5. {name} reads well.",
    ])  # fmt: skip
