"""Files of every make: read, or refused in a sentence."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest
from openpyxl import Workbook

from goldenthread.casework.importing import guards
from goldenthread.casework.importing.days import day_of
from goldenthread.casework.importing.fields import FIELDS
from goldenthread.casework.importing.mapping import fits, missing, plain, suggested
from goldenthread.casework.importing.reading import read
from goldenthread.casework.importing.troubles import UnreadableFile
from tests.casework.importing.rows import HEADINGS, as_csv, row

TODAY = date(2026, 11, 24)


def workbook(*lines: list, **parts: bytes) -> bytes:
    book, out = Workbook(), io.BytesIO()
    for line in lines:
        book.active.append(line)
    book.save(out)
    with zipfile.ZipFile(out, "a") as package:
        for name, content in parts.items():
            package.writestr(name.replace("__", "/"), content)
    return out.getvalue()


def packed(**parts: bytes) -> bytes:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w", zipfile.ZIP_DEFLATED) as package:
        for name, content in parts.items():
            package.writestr(name, content)
    return out.getvalue()


@pytest.mark.parametrize("separator", [",", ";", "\t", "|"])
def test_a_csv_file_is_read_with_any_separator(separator):
    file = read(as_csv(row(1), row(2), separator=separator))
    assert [number for number, _ in file.sheet.rows] == [2, 3]
    assert file.sheet.rows[0][1]["Surname"] == "Testley1"


@pytest.mark.parametrize("encoding", ["utf-8", "utf-8-sig", "utf-16", "cp1252"])
def test_letters_of_every_usual_kind_are_read(encoding):
    text = as_csv(row(1, Surname="Brontë-Núñez")).decode()
    assert read(text.encode(encoding)).sheet.rows[0][1]["Surname"] == "Brontë-Núñez"


def test_a_row_is_numbered_as_people_see_it_though_a_cell_has_lines():
    data = as_csv(row(1, Surname="Two\nlines"), row(2))
    assert [number for number, _ in read(data).sheet.rows] == [2, 4]


def test_a_workbook_is_read_with_its_days_and_without_empty_rows():
    data = workbook(
        ["Old system"],
        ["Surname", "DOB"],
        ["Testley", date(2017, 5, 4)],
        [None, None],
        ["Other", "04/05/2018"],
    )
    file = read(data)
    assert file.sheet.headings == ["Surname", "DOB"]
    assert [(number, cells["DOB"]) for number, cells in file.sheet.rows] == [
        (3, "2017-05-04"),
        (5, "04/05/2018"),
    ]


def test_a_heading_that_comes_twice_gets_its_number():
    assert read(b"Name,Name,DOB\na,b,c\n").sheet.headings == ["Name", "Name (2)", "DOB"]


HEADER = (
    b"<?xml version='1.0'?><Message><Header><CollectionDetails><Collection>SEN2</Collection><Year>2026</Year>"
    b"</CollectionDetails></Header>"
)


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"), (b"  \r\n", "empty"), (b"%PDF-1.7", "PDF"), (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1rest", "old kind"),
        (b"Surname,DOB\n", "no rows"), (b"just words", "no table"), (b"a,b\x00\nc,d\n", "not text"),
        (b"PK\x03\x04broken", "damaged"),
        (packed(readme=b"Hello"), "cannot read this file"), (packed(**{"list.csv": b"a,b\n1,2\n"}), "no tables of a SEN2"),
        (workbook(["Surname", "DOB"], **{"xl__vbaProject.bin": b"x"}), "macros"),
        (b"<?xml version='1.0'?><!DOCTYPE a [<!ENTITY b 'c'>]><Message/>", "declares its own entities"),
        (b"<?xml version='1.0'?><Message>" + b" " * 9_000 + b"<!DOCTYPE a [<!ENTITY b 'c'>]></Message>", "declares its own"),
        (b"<?xml version='1.0'?><Message/>", "does not say its year"), (HEADER + b"<Persons></Persons></Message>", "no requests"),
        (HEADER + b"<Persons><Person><Surname>Oak</Surname>", "ends in the middle of this person"),
        (HEADER + b"<Persons><Person><Surname>Oak</Person></Persons></Message>", "not well-formed"),
        (b'a,b\n"open,1\n', "quotation marks"),
    ],
)  # fmt: skip
def test_what_cannot_be_read_is_refused_in_a_sentence(data, words):
    with pytest.raises(UnreadableFile, match=words):
        read(data)


def test_a_file_that_unpacks_into_a_flood_is_not_opened(monkeypatch):
    monkeypatch.setattr(guards, "MOST_UNPACKED", 10_000)
    with pytest.raises(UnreadableFile, match="unpacks to far more"):
        read(packed(**{"person.csv": b"0" * 20_000}))


def test_too_many_rows_are_refused(monkeypatch):
    monkeypatch.setattr("goldenthread.casework.importing.sheets.MOST_ROWS", 2)
    with pytest.raises(UnreadableFile, match="more than 2 rows"):
        read(as_csv(row(1), row(2), row(3)))


@pytest.mark.parametrize(
    ("text", "day"),
    [("28/09/2022", date(2022, 9, 28)), ("2022-09-28", date(2022, 9, 28)), ("2022-09-28T00:00:00", date(2022, 9, 28)),
     ("2022-Sep-28 00:00:00", date(2022, 9, 28)), ("28-Sep-2022", date(2022, 9, 28)), ("28 September 2022", date(2022, 9, 28)),
     ("28.9.2022", date(2022, 9, 28))],
)  # fmt: skip
def test_days_are_read_as_systems_write_them(text, day):
    assert day_of(text) == day


@pytest.mark.parametrize(
    "text", ["09/2022", "September 2022", "28/09/22", "31/02/2022", "soon", "44832", "2022"]
)
def test_what_is_no_day_is_never_guessed(text):
    with pytest.raises(ValueError, match="Write"):
        day_of(text)


def test_headings_suggest_their_fields():
    assert suggested(HEADINGS) == {
        "Forename": "given_names", "Surname": "family_name", "DOB": "born_on", "Gender": "sex", "UPN": "upn",
        "Case reference": "reference", "Request received": "requested_on", "Decision to assess": "decision",
        "Date of decision to assess": "decided_on", "Final plan date": "final_on", "Last review": "reviewed_on",
    }  # fmt: skip


def test_no_two_fields_are_known_by_one_name():
    names = [name for field in FIELDS.values() for name in {plain(field.words), *field.known_as}]
    assert sorted(names) == sorted(set(names))
    assert all(name == plain(name) for name in names), "headings are compared in small letters without marks"


def test_a_mapping_says_what_it_lacks():
    assert missing({"A": "given_names", "B": "final_on"}) == [
        "Say which column holds: family name and date of birth."
    ]
    assert "begins" in missing({"A": "given_names", "B": "family_name", "C": "born_on"})[0]
    assert "Two columns" in missing({**suggested(HEADINGS), "Other": "upn"})[0]
    assert missing(suggested(HEADINGS)) == []


def test_a_kept_mapping_fits_a_file_that_has_all_its_headings():
    assert fits({"A": "upn"}, ["A", "B"])
    assert not fits({"A": "upn", "C": "uln"}, ["A", "B"])


@pytest.fixture
def sen2_workbook(shared, tmp_path):
    """The sample as the Department's workbook."""
    from goldenthread.sen2.converting import convert
    from goldenthread.sen2.reading.opening import open_return

    convert(open_return(shared / "data" / "sen2" / "sample-1000.xml"), "workbook", tmp_path / "return.xlsx")
    return tmp_path / "return.xlsx"


def test_the_departments_workbook_is_read_as_the_xml_is(sen2_workbook, shared):
    xml, book = (
        read(path.read_bytes()) for path in (shared / "data" / "sen2" / "sample-1000.xml", sen2_workbook)
    )
    assert book.is_sen2
    assert [cells for _, cells in book.sheet.rows] == [cells for _, cells in xml.sheet.rows]


@pytest.mark.parametrize("name", ["sample-1000.xml", "sample-1000-blade.zip"])
def test_a_sen2_return_is_read_alike_from_xml_and_from_csv(name, shared):
    file = read((shared / "data" / "sen2" / name).read_bytes())
    drafts = list(file.drafts(file.columns, today=TODAY))
    assert (file.is_sen2, len(drafts)) == (True, 1000)
    first = drafts[0]
    assert [(event.kind, event.occurred_on) for event in first.events] == [
        ("request-received", date(2024, 1, 4)), ("assessment-agreed", date(2024, 2, 10)),
        ("exception-on-record", date(2024, 5, 22)), ("plan-on-record", date(2024, 5, 22)),
    ]  # fmt: skip
    assert (
        sum(any(one.column == "UPN" for one in draft.troubles) for draft in drafts) == 819
    )  # by no valid letter
    assert sum(bool(draft.events) for draft in drafts) == 1000
