"""Bringing files in on pages: previewed, sent to the worker, in once, and nobody else's."""

from __future__ import annotations

import json
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile

from goldenthread.audit.models import Event
from goldenthread.programme.exchange import as_file
from goldenthread.programme.models import Action, Area, Plan, Upload
from tests.kit.received import documents
from tests.programme.world import make_action, make_area, make_plan
from tests.worker import work_off

CSV = b"Area,Action,Lead,Due\nPlans,Write plans in time,,May 2024\nPlans,Review on time,Head of SEND,\n"


def held(lead: Any, plan: Plan) -> Upload:
    """A plan that was chosen and understood."""
    lead.post(f"/work/plans/{plan.pk}/import/", {"file": SimpleUploadedFile("plan.csv", CSV)})
    return Upload.objects.latest("pk")


def page(upload: Upload, end: str = "") -> str:
    return f"/work/uploads/{upload.key}/{end}"


def test_a_plan_is_previewed_before_anything_is_saved(plan: Plan, lead: Any):
    upload = held(lead, plan)
    text = lead.get(page(upload)).content.decode()
    assert "Write plans in time" in text
    assert "May 2024" in text
    assert not Action.objects.exists()


def test_the_worker_brings_it_in_and_the_page_says_so(plan: Plan, lead: Any):
    upload = held(lead, plan)
    assert lead.post(page(upload, "confirm/")).status_code == 302
    assert not Action.objects.exists()
    assert "Waiting for its turn" in lead.get(page(upload)).content.decode()
    assert work_off() == ["programme.bring_in"]
    assert Action.objects.count() == 2
    assert "It is in" in lead.get(page(upload)).content.decode()
    upload.refresh_from_db()
    assert upload.data is None


def test_a_file_is_sent_once_and_two_of_the_same_make_no_duplicates(plan: Plan, lead: Any):
    upload = held(lead, plan)
    lead.post(page(upload, "confirm/"))
    assert lead.post(page(upload, "confirm/")).status_code == 409
    work_off()
    assert lead.post(page(upload, "confirm/")).status_code == 409
    again = held(lead, plan)
    lead.post(page(again, "confirm/"))
    work_off()
    assert Action.objects.count() == 2


def test_a_task_begun_twice_adds_nothing_twice(plan: Plan, lead: Any):
    from goldenthread.programme.tasks import bring_in

    upload = held(lead, plan)
    for _ in range(2):
        bring_in(upload=upload.pk, rehearse=False)
    assert Action.objects.count() == 2


def test_an_upload_of_somebody_else_is_not_found(plan: Plan, lead: Any, signed_in: Any):
    upload = held(lead, plan)
    other = signed_in("programme-lead")
    assert other.get(page(upload)).status_code == 404
    assert other.post(page(upload, "confirm/")).status_code == 404


def test_trouble_of_ours_is_said_and_nothing_is_in(plan: Plan, lead: Any, monkeypatch: Any):
    def broken(*_: Any, **__: Any) -> None:
        make_action(make_area(plan))
        raise RuntimeError("no")

    upload = held(lead, plan)
    monkeypatch.setattr("goldenthread.programme.actions.uploading.import_understood", broken)
    lead.post(page(upload, "confirm/"))
    with pytest.raises(RuntimeError):
        work_off()
    assert "Something went wrong on our side" in lead.get(page(upload)).content.decode()
    assert not Area.objects.exists()


def file_of(plan: Plan, **changes: Any) -> SimpleUploadedFile:
    content = as_file(plan.programme)
    content["programme"] |= changes
    return SimpleUploadedFile("programme.json", json.dumps(content).encode())


def test_a_programme_file_is_rehearsed_and_then_brought_in(plan: Plan, lead: Any):
    make_action(make_area(plan))
    file = file_of(plan)
    Area.objects.all().delete()
    lead.post("/work/programme/testshire/file/", {"file": file})
    upload = Upload.objects.get()
    work_off()
    text = lead.get(page(upload)).content.decode()
    assert "What this file would change" in text
    assert not Action.objects.exists()
    lead.post(page(upload, "confirm/"))
    work_off()
    assert Action.objects.count() == 1
    assert "It is in" in lead.get(page(upload)).content.decode()


def test_a_programme_file_that_is_here_already_changes_nothing(plan: Plan, lead: Any):
    make_action(make_area(plan))
    lead.post("/work/programme/testshire/file/", {"file": file_of(plan)})
    work_off()
    assert "there is nothing to bring in" in lead.get(page(Upload.objects.get())).content.decode()


def test_the_file_of_another_programme_is_refused(plan: Plan, lead: Any):
    other = make_plan(slug="elsewhere")
    answer = lead.post("/work/programme/testshire/file/", {"file": file_of(other)})
    assert answer.status_code == 422
    assert "of the programme “elsewhere”" in answer.content.decode()
    assert not Upload.objects.exists()


def test_an_unknown_field_is_refused_by_name(plan: Plan, lead: Any):
    answer = lead.post("/work/programme/testshire/file/", {"file": file_of(plan, colour="red")})
    assert answer.status_code == 422
    assert "colour" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"), [(b"", "This file is empty"), (b"{", "not JSON: line 1"), (b'{"a": "\xe9"}', "UTF-8")]
)
def test_a_broken_programme_file_says_where(data: bytes, words: str, plan: Plan, lead: Any):
    answer = lead.post("/work/programme/testshire/file/", {"file": SimpleUploadedFile("p.json", data)})
    assert (answer.status_code, words in answer.content.decode()) == (422, True)


def test_taking_the_programme_out_is_recorded(plan: Plan, lead: Any):
    answer = lead.get("/work/programme/testshire/file.json")
    assert answer.json()["programme"]["slug"] == "testshire"
    assert Event.objects.filter(action="programme.exported", actor=str(lead.user.public_id)).exists()


def test_a_board_member_neither_brings_in_nor_takes_out(plan: Plan, board_member: Any):
    for address in ("/work/programme/testshire/file/", "/work/programme/testshire/file.json"):
        assert board_member.get(address).status_code == 403


def test_a_plan_with_macros_is_refused_whatever_it_is_called(plan: Plan, lead: Any):
    macros = documents.with_part(documents.word("Write plans in time"), "word/vbaProject.bin", b"macro")
    for name in ("plan.docx", "plan.txt"):
        answer = lead.post(f"/work/plans/{plan.pk}/import/", {"file": SimpleUploadedFile(name, macros)})
        assert answer.status_code == 422
        assert "holds macros" in answer.content.decode()
    assert not Upload.objects.exists()
