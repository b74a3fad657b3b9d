"""Whatever comes through the door is understood or refused in words; nothing else happens."""

from __future__ import annotations

import io
import json
import zipfile
from collections.abc import Callable

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from goldenthread.programme.reading import UnreadablePlan, read_plan, read_text

WORDS = st.sampled_from(
    ["Priority 1:", "1.", "1.1", "Action 2", "• ", "    • ", "Due date:", "Lead:", "May 25", "31/02/2025", "|", "\t", ";",
     ",",
     "\n", "\n\n", "What we will do:", "Success criteria", "January 2024", "Baseline", "Target", "Measure", "45%", ">85%",
     "(",
     ")", '"', "Action", "By when", "RAG", "Q1 2024/25", "x" * 300, "**", "# ", "Workstream", "é", "\u2028", "٣", "²"]
)  # fmt: skip


def packed(parts: dict[str, bytes]) -> bytes:
    stream = io.BytesIO()
    with zipfile.ZipFile(stream, "w", zipfile.ZIP_DEFLATED) as package:
        for name, part in parts.items():
            package.writestr(name, part)
    return stream.getvalue()


def twice(data: bytes, name: str) -> None:
    try:
        first = read_plan(data, name)
    except UnreadablePlan:
        return
    assert first == read_plan(data, name)
    json.dumps(first.as_dict())


@given(st.lists(WORDS, max_size=40).map(" ".join), st.sampled_from(["a.csv", "a.txt"]))
@settings(max_examples=300, deadline=None)
def test_any_words_are_read_the_same_twice(text: str, name: str) -> None:
    twice(text.encode(), name)


@given(st.binary(max_size=400), st.sampled_from([b"", b"PK\x03\x04", b"\xff\xfe", b"\xef\xbb\xbf", b"%PDF"]))
@settings(max_examples=300, deadline=None)
def test_any_bytes(data: bytes, opening: bytes) -> None:
    for name in ("a.csv", "a.xlsx", "a.docx"):
        twice(opening + data, name)


@given(st.text(max_size=400))
@settings(max_examples=300, deadline=None)
def test_any_text(text: str) -> None:
    try:
        assert read_text(text) == read_text(text)
    except UnreadablePlan:
        return


@given(st.integers(0, 10_000), st.integers(0, 255))
@settings(max_examples=60, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
def test_damaged_office_files(workbook: Callable[..., bytes], at: int, byte: int) -> None:
    data = bytearray(workbook({"A": [["Action", "Lead", "Due"], ["Do it", "Ann", "May 25"]]}))
    data[at % len(data)] = byte
    twice(bytes(data), "a.xlsx")


@pytest.mark.parametrize(
    ("data", "words"),
    [
        (b"", "empty"),
        (b"%PDF-1.7 ...", "PDF"),
        (b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1" + b"\x00" * 600, "password"),
        (b"\x89PNG\r\n\x1a\n", "picture"),
        (b"<!DOCTYPE html><html><p>Plan</p>", "web page"),
        (b"PK\x03\x04broken", "damaged"),
        (b"Plan\nAction\x00 1.1", "not text"),
        (packed({"notes.txt": b"x"}), "packed"),
        (packed({"word/document.xml": b"<w"}), "damaged"),
        (packed({"xl/workbook.xml": b"<workbook/>"}), "damaged"),
        (packed({"word/document.xml": b'<!DOCTYPE d [<!ENTITY a "aaaa">]><d>&a;</d>'}), "markup"),
        (packed({"word/document.xml": b" " * 70_000_000}), "unpacks"),
        (b"x" * (21 * 1024 * 1024), "larger"),
    ],
)
def test_refused_in_words(data: bytes, words: str) -> None:
    with pytest.raises(UnreadablePlan, match=words):
        read_plan(data, "plan.docx")


def test_open_quotation_is_placed() -> None:
    with pytest.raises(UnreadablePlan) as raised:
        read_plan(b'Action,Lead,Due\nOne,Ann,May 25\nTwo,"Bo,June 25\nThree,Cy,July 25\n', "plan.csv")
    assert (raised.value.row, raised.value.column) == (3, 2)


def test_formula_without_a_saved_result_is_said(workbook: Callable[..., bytes]) -> None:
    data = workbook({"A": [["Action", "Lead", "Due"], ["Do it", "Ann", "=DATE(2025,5,1)"]]})
    understood = read_plan(data, "plan.xlsx")
    assert any("C2" in problem and "formula" in problem for problem in understood.problems)


def test_sheet_formatted_to_its_last_row_is_read(workbook: Callable[..., bytes]) -> None:
    rows: list[list[object]] = [["Action", "Lead", "Due"], ["Do it", "Ann", "May 25"]]
    data = workbook({"A": rows}, formats={"A": {"XFD1048576": "0%"}})
    assert len(read_plan(data, "plan.xlsx").actions) == 1


def test_long_plain_line_is_quick() -> None:
    assert read_text("a b" * 300_000).kind == "nothing understood"
    assert read_text("Lead: x; " * 50_000).as_dict()
