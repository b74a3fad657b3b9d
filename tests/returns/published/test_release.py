"""A release as it is published: every line kept or listed, marks never numbers."""

from __future__ import annotations

import io
import zipfile

import pytest

from goldenthread.returns.published.release import KEYS, NotARelease, files_in, table_from
from goldenthread.returns.published.values import number, value_of

HEAD = ",".join((*KEYS, "plans", "share_pc"))
WALSALL = "2024,Calendar year,Local authority,E92000001,England,E12000005,West Midlands,E08000030,335,Walsall,All,All"


def table(*lines: str):
    return table_from("plans", io.StringIO("\n".join([HEAD, *lines]) + "\n"))


def packed(**files: str) -> io.BytesIO:
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        for name, text in files.items():
            archive.writestr(f"data/{name}.csv", text)
    out.seek(0)
    return out


def test_values_keep_marks_apart_from_numbers():
    assert [value_of(one) for one in ("12", "45.9", "x", "z", " ")] == [12, 45.9, "x", "z", None]
    assert [number(one) for one in (12, 0, "x", "z", None)] == [12, 0, None, None, None]


@pytest.mark.parametrize("text", ["c", "1,000", "nan", "inf", "low"])
def test_a_cell_that_is_neither_number_nor_mark_is_refused(text):
    with pytest.raises(ValueError):  # noqa: PT011
        value_of(text)


def test_a_line_says_where_when_and_of_whom():
    (line,) = table(f"{WALSALL},384,75.8").lines
    assert (line.place, line.code, line.level, line.period, line.region) == (
        "Walsall", "E08000030", "authority", "2024", "West Midlands")  # fmt: skip
    assert line.values == [384, 75.8]


def test_lines_in_are_lines_kept_and_lines_listed():
    found = table(
        f"{WALSALL},384,75.8",
        f"{WALSALL},384",
        f"{WALSALL},many,75.8",
        WALSALL.replace("Local authority", "Street") + ",1,2",
    )
    assert found.read == 4 == len(found.lines) + len(found.troubles)
    assert found.troubles == [
        "Line 3: it has 13 cells, and the table 14 columns.",
        "Line 4: “many” is no number, nor x or z.",
        "Line 5: “Street” is no level that we know.",
    ]


def test_a_table_with_other_columns_is_no_release():
    with pytest.raises(NotARelease, match="does not begin with the columns"):
        table_from("other", io.StringIO("a,b\n1,2\n"))


@pytest.mark.parametrize("content", [b"", b"PK", b"time_period,plans\n2024,1\n"])
def test_what_is_no_zip_is_said_to_be_none(content):
    with pytest.raises(NotARelease, match="no ZIP"):
        list(files_in(io.BytesIO(content)))


def test_a_zip_without_tables_is_no_release():
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("readme.txt", "hello")
    out.seek(0)
    with pytest.raises(NotARelease, match="no tables"):
        list(files_in(out))


def test_a_bomb_is_refused_before_it_is_unpacked(monkeypatch):
    monkeypatch.setattr("goldenthread.returns.published.release.LARGEST", 1000)
    with pytest.raises(NotARelease, match="would unpack"):
        list(files_in(packed(plans="0" * 2000)))


def test_too_many_tables_are_refused(monkeypatch):
    monkeypatch.setattr("goldenthread.returns.published.release.MOST", 1)
    with pytest.raises(NotARelease, match="at most"):
        list(files_in(packed(a=HEAD, b=HEAD)))


def test_a_file_that_is_no_text_is_listed_and_does_not_stop_the_rest():
    text = f"{HEAD}\n{WALSALL},1,2\n".encode() + b"\xff\xfe\x00bad\n" + f"{WALSALL},3,4\n".encode()
    out = io.BytesIO()
    with zipfile.ZipFile(out, "w") as archive:
        archive.writestr("data/plans.csv", text)
    out.seek(0)
    (found,) = files_in(out)
    assert (len(found.lines), len(found.troubles), found.read) == (2, 1, 3)
