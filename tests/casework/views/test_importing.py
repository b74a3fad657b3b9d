"""Bringing cases in on pages: the file, its columns, what is wrong, and what came of it; nobody else's."""

from __future__ import annotations

import csv
import io
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from django.urls import reverse

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case, CaseImport, ImportMapping
from tests.casework import world
from tests.casework.importing.rows import as_csv, row
from tests.readers import person, sign_in
from tests.worker import work_off

pytestmark = pytest.mark.django_db
BAD = row(9, UPN="A801200000009")


@pytest.fixture
def manager(db) -> Any:
    made = person("SEND casework manager")
    world.join(made, world.team())
    return made


@pytest.fixture
def browser(manager) -> Client:
    return sign_in(Client(), manager)


def choose(browser: Client, data: bytes, name: str = "export.csv") -> Any:
    return browser.post(reverse("casework:import"), {"file": SimpleUploadedFile(name, data)})


def columns_of(browser: Client, upload: CaseImport) -> dict[str, str]:
    """The form of the columns page, as it opened."""
    form = browser.get(reverse("casework:import_columns", args=[upload.key])).context["form"]
    return {name: field.initial or "" for name, field in form.fields.items()}


def checked(browser: Client, *rows: dict[str, str]) -> CaseImport:
    choose(browser, as_csv(*rows))
    upload = CaseImport.objects.latest("pk")
    browser.post(
        reverse("casework:import_columns", args=[upload.key]),
        columns_of(browser, upload) | {"keep_as": "Old system"},
    )
    work_off()
    upload.refresh_from_db()
    return upload


def page(browser: Client, upload: CaseImport) -> str:
    return browser.get(reverse("casework:import_progress", args=[upload.key])).content.decode()


def test_a_file_goes_from_its_columns_to_the_cases(browser):
    upload = checked(browser, row(1), row(2), BAD)
    text = page(browser, upload)
    assert "Bring in 2 cases" in text
    assert "does not fit its digits" in text
    assert not Case.objects.exists()
    assert (
        browser.post(reverse("casework:import_confirm", args=[upload.key]), {"way": "each"}).status_code
        == 302
    )
    assert "Waiting for its turn" in page(browser, upload)
    assert work_off() == ["casework.bring_in"]
    assert Case.objects.count() == 2
    assert "It is in" in page(browser, upload)


def test_the_columns_page_suggests_and_shows_what_each_column_holds(browser):
    choose(browser, as_csv(row(1)))
    upload = CaseImport.objects.latest("pk")
    text = browser.get(reverse("casework:import_columns", args=[upload.key])).content.decode()
    assert "For example: Testley1" in text
    assert '<option value="family_name" selected>' in text


def test_the_columns_are_kept_and_said_to_be_next_time(browser):
    checked(browser, row(1))
    assert ImportMapping.objects.get().name == "Old system"
    choose(browser, as_csv(row(2)))
    latest = CaseImport.objects.latest("pk")
    assert (
        "“Old system”" in browser.get(reverse("casework:import_columns", args=[latest.key])).content.decode()
    )


def test_columns_that_lack_a_name_are_asked_for_again(browser):
    choose(browser, as_csv(row(1)))
    upload = CaseImport.objects.latest("pk")
    answer = browser.post(
        reverse("casework:import_columns", args=[upload.key]), columns_of(browser, upload) | {"column_0": ""}
    )
    assert answer.status_code == 422
    assert "given names" in answer.content.decode()


@pytest.mark.parametrize(
    ("data", "words"),
    [(b"", "empty"), (b"%PDF-1.7", "PDF"), (b"no table", "no table"), (b"a,b\n", "no rows")],
)
def test_a_file_that_cannot_be_read_is_refused_on_the_page(browser, data, words):
    answer = choose(browser, data)
    assert answer.status_code == 422
    assert words in answer.content.decode()
    assert not CaseImport.objects.exists()


def test_everything_that_is_wrong_can_be_taken_away_as_a_file(browser):
    upload = checked(browser, row(1), BAD, row(3, Surname="=1+1", DOB="=2+2"))
    answer = browser.get(reverse("casework:import_errors", args=[upload.key]))
    lines = list(csv.reader(io.StringIO(answer.content.decode("utf-8-sig"))))
    assert lines[0][0] == "Row"
    assert [line[:2] for line in lines[1:]] == [["3", "UPN"], ["4", "DOB"]]
    assert AuditEvent.objects.filter(action="casework.import.errors").exists()


def test_all_of_it_is_refused_while_a_row_is_wrong(browser):
    upload = checked(browser, row(1), BAD)
    answer = browser.post(reverse("casework:import_confirm", args=[upload.key]), {"way": "all"})
    assert answer.status_code == 422
    assert "Some rows are wrong" in answer.content.decode()


def test_a_file_is_sent_once(browser):
    upload = checked(browser, row(1))
    address = reverse("casework:import_confirm", args=[upload.key])
    assert browser.post(address, {"way": "all"}).status_code == 302
    assert browser.post(address, {"way": "all"}).status_code == 422
    work_off()
    assert browser.post(address, {"way": "all"}).status_code == 422
    assert Case.objects.count() == 1


def test_a_sen2_return_needs_no_columns(browser):
    data = b"""<Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year></CollectionDetails></Header>
        <Persons><Person><Surname>Testley</Surname><Forename>Ash</Forename>
        <PersonBirthDate>2017-05-04</PersonBirthDate>
        <Requests><ReceivedDate>2025-03-03</ReceivedDate><RequestSource>2</RequestSource><RequestOutcome>N</RequestOutcome>
        <RequestOutcomeDate>2025-04-01</RequestOutcomeDate></Requests></Person></Persons></Message>"""  # fmt: skip
    answer = choose(browser, data, "sen2.xml")
    assert work_off() == ["casework.bring_in"]
    assert "Bring in 1 case<" in browser.get(answer.url).content.decode()


@pytest.mark.parametrize("name", ["import_progress", "import_columns", "import_errors"])
def test_an_import_of_somebody_else_is_not_found(browser, name):
    upload = checked(browser, row(1))
    other = sign_in(Client(), person("SEND casework manager"))
    assert other.get(reverse(f"casework:{name}", args=[upload.key])).status_code == 404


def test_a_caseworker_may_not_bring_cases_in():
    assert sign_in(Client(), person("EHC caseworker")).get(reverse("casework:import")).status_code == 403


def test_what_came_before_is_listed(browser):
    checked(browser, row(1))
    assert "export.csv" in browser.get(reverse("casework:import")).content.decode()
