"""The pages of a document: a second person publishes, strangers find nothing, and all four forms agree."""

from __future__ import annotations

import csv
import hashlib
import json
from datetime import date
from io import BytesIO, StringIO

import docx
import pytest
import time_machine
from django.db import connection
from django.test import Client
from django.test.utils import CaptureQueriesContext
from pypdf import PdfReader

from goldenthread.evidence.actions.publications import prepare, publish, rewrite
from goldenthread.evidence.models import DocumentDraft, DocumentVersion
from goldenthread.evidence.queries.composing import compose
from goldenthread.kit.dates import PartialDate
from goldenthread.programme.actions.action_plan import update_action
from tests.programme.world import make_action, make_area
from tests.readers import person, sign_in, stranger

ON = date(2025, 4, 30)


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2025-04-30T10:00:00Z", tick=False):
        yield


@pytest.fixture
def draft(plan, action, lead) -> DocumentDraft:
    return prepare(programme=plan.programme, form="progress-report", on=ON, by=lead)


def test_a_lead_prepares_and_another_person_publishes(plan, action, lead, second):
    mine, theirs = sign_in(Client(), lead), sign_in(Client(), second)
    answer = mine.post(
        "/evidence/documents/testshire/prepare/", {"form": "statement-of-action", "summary": "In short."}
    )
    draft = DocumentDraft.objects.get()
    assert answer.url == f"/evidence/drafts/{draft.key}/"
    assert "Publish this version" not in mine.get(answer.url).content.decode()
    assert "Publish this version" in theirs.get(answer.url).content.decode()
    refused = mine.post(f"{answer.url}publish/", {"based_on": 1})
    assert refused.status_code == 409
    assert "somebody else must read and publish it" in refused.content.decode()
    assert theirs.post(f"{answer.url}publish/", {"based_on": 1, "note": "Agreed"}).status_code == 302
    assert DocumentVersion.objects.get().note == "Agreed"


def test_a_second_edition_keeps_what_was_typed(draft, lead, second):
    rewrite(draft=draft, based_on=1, summary="Theirs.", on=ON, by=second)
    answer = sign_in(Client(), lead).post(
        f"/evidence/drafts/{draft.key}/", {"based_on": 1, "summary": "Mine, all of it."}
    )
    assert answer.status_code == 409
    assert "Mine, all of it." in answer.content.decode()
    assert "Somebody else changed this" in answer.content.decode()


@pytest.mark.parametrize("part", ["publish/", "give-up/", "let-through/"])
@pytest.mark.parametrize("sent", [{}, {"based_on": "x"}])
def test_a_form_without_its_edition_changes_nothing(draft, second, part, sent):
    answer = sign_in(Client(), second).post(f"/evidence/drafts/{draft.key}/{part}", sent)
    assert answer.status_code in {409, 422}
    draft.refresh_from_db()
    assert (draft.edition, draft.published_on, draft.given_up_on) == (1, None, None)


def test_a_planted_name_is_shown_with_a_box_for_the_reason(plan, action, lead):
    draft = prepare(
        programme=plan.programme, form="progress-report", summary="Ask Zofia Grzyb.", on=ON, by=lead
    )
    client = sign_in(Client(), lead)
    page = client.get(f"/evidence/drafts/{draft.key}/").content.decode()
    assert "Zofia Grzyb" in page
    assert "Why this may be published" in page
    sent = {"based_on": 1, "finding": "a person’s name: Zofia Grzyb", "reason": "A minister"}
    client.post(f"/evidence/drafts/{draft.key}/let-through/", sent)
    assert "Let through: A minister" in client.get(f"/evidence/drafts/{draft.key}/").content.decode()


def test_who_may_not_publish_sees_the_list_and_no_draft(draft):
    reader = sign_in(Client(), person("board-member"))
    assert reader.get("/evidence/documents/testshire/").status_code == 200
    assert reader.get(f"/evidence/drafts/{draft.key}/").status_code == 403
    assert sign_in(Client(), stranger()).get(f"/evidence/drafts/{draft.key}/").status_code == 404
    assert Client().get("/published/nothing/").status_code == 404


def test_all_four_forms_and_the_page_carry_the_same_figures(draft, second):
    version = publish(draft=draft, based_on=1, on=ON, by=second)
    address = f"/published/{version.key}/"
    files = {kind: Client().get(f"{address}{kind}/").content for kind in ("pdf", "docx", "csv", "json")}
    assert hashlib.sha256(files["json"]).hexdigest() == version.sha256
    figures = {
        (part["name"], part["value"], f"{part['numerator']} of {part['denominator']}")
        for part in json.loads(files["json"])["parts"] if part["kind"] == "figure"
    }  # fmt: skip
    assert len(figures) == 2
    rows = [row for row in csv.DictReader(StringIO(files["csv"].decode())) if row["part"] == "figure"]
    assert {
        (row["text"], row["value"], f"{row['numerator']} of {row['denominator']}") for row in rows
    } == figures
    cells = docx.Document(BytesIO(files["docx"])).tables[0].rows[1:]
    assert {tuple(cell.text for cell in row.cells[:3]) for row in cells} == figures
    pages = PdfReader(BytesIO(files["pdf"])).pages
    pdf = " ".join(" ".join(page.extract_text() for page in pages).split())
    page = Client().get(address).content.decode()
    for name, value, base in figures:
        assert f"{name} {value} {base}" in pdf
        assert all(f">{words}<" in page for words in (name, value, base))
    assert Client().get(f"{address}exe/").status_code == 404


def _publish(plan, lead, second, form, on):
    return publish(
        draft=prepare(programme=plan.programme, form=form, on=on, by=lead), based_on=1, on=on, by=second
    )


def test_a_parent_reads_what_changed_between_any_two_versions(plan, action, lead, second):
    _publish(plan, lead, second, "statement-of-action", ON)
    for month, on in ((7, date(2025, 5, 2)), (9, date(2025, 6, 2))):
        update_action(action=action, changes={"due": PartialDate(2025, month)}, reason="Late", on=on, by=lead,
                      based_on=action.versions.get(known_until=None).pk)  # fmt: skip
        version = _publish(plan, lead, second, "statement-of-action", on)
    page = Client().get(f"/published/{version.key}/").content.decode()
    assert "Due date of 1.1 moved from July to September 2025" in page
    page = Client().get(f"/published/{version.key}/?from=1").content.decode()
    assert "Due date of 1.1 moved from May to September 2025" in page
    assert "September 2025 (first May 2025)" in page
    with time_machine.travel("2025-06-03T10:00:00Z", tick=False):
        assert Client().get("/published/").content.decode().count("Statement of action, version") == 3
        assert "Statement of action, version 3" in Client().get("/published/feed/").content.decode()
    first = plan.programme.document_versions.get(number=1)
    assert "There is a newer one" in Client().get(f"/published/{first.key}/").content.decode()


def test_the_list_costs_the_same_for_one_document_as_for_many(plan, action, lead, second):
    counted = []
    for forms in (["young-people"], ["progress-report", "scrutiny-paper", "review-pack"]):
        for form in forms:
            _publish(plan, lead, second, form, ON)
        with CaptureQueriesContext(connection) as queries:
            Client().get("/published/")
        counted.append(len(queries))
    assert counted[0] == counted[1]


def test_composing_costs_the_same_for_one_action_as_for_many(plan, action):
    counted = []
    for _ in range(2):
        with CaptureQueriesContext(connection) as queries:
            compose(plan.programme, "review-pack", on=ON)
        counted.append(len(queries))
        for _ in range(6):
            make_action(make_area(plan), due=PartialDate(2024, 5))
    assert counted[0] == counted[1]
