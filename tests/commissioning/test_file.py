"""Reading a file of waits: every mistake with its row and column, and nothing about people."""

from datetime import date

import pytest

from goldenthread.commissioning.waits.file import AboutPeople, headings, read_waits
from goldenthread.commissioning.waits.people import heading_about_people
from goldenthread.commissioning.waits.series import SERIES
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.received.tables import UnreadableFile
from tests.commissioning.waits import file_of

TODAY = date(2026, 11, 20)
KNOWN = {"speech": "community", "eyes": "consultant"}
BANDS = headings(SERIES["community"])[3:10]


def row(**cells):
    made = {
        "Service": "Speech",
        "Month": "2026-10",
        **dict(zip(BANDS, (1, 2, 3, 4, 5, 6, 7), strict=True)),
        "Total waiting": 28,
    }
    return made | cells


def troubles(*rows, extra=()):
    return [(one.row, one.column) for one in read_waits(file_of(rows, extra), KNOWN, TODAY).troubles]


def test_read_waits_takes_a_sound_row():
    read = read_waits(
        file_of([row(**{"Counted on": "31 October 2026", "Median days waiting": 100})]), KNOWN, TODAY
    )
    assert read.troubles == []
    assert read.rows[0].month == PartialDate(2026, 10)
    assert (read.rows[0].counts.waiting, read.rows[0].counts.median_days) == ((1, 2, 3, 4, 5, 6, 7), 100)


def test_read_waits_counts_on_the_last_day_of_the_month_where_no_day_is_said():
    assert read_waits(file_of([row()]), KNOWN, TODAY).rows[0].census_on == date(2026, 10, 31)


@pytest.mark.parametrize(
    ("cells", "column"),
    [
        ({"Total waiting": 29}, "Total waiting"),
        ({"Total waiting": "62%"}, "Total waiting"),
        ({"Waiting 0-1 weeks": "-1"}, "Waiting 0-1 weeks"),
        ({"Waiting 0-1 weeks": ""}, "Waiting 0-1 weeks"),
        ({"Waiting 0-1 weeks": "12.345"}, "Waiting 0-1 weeks"),
        ({"Waiting 0-1 weeks": "٣"}, "Waiting 0-1 weeks"),
        ({"Month": "Octember"}, "Month"),
        ({"Month": "2026"}, "Month"),
        ({"Month": "2026-12"}, "Month"),
        ({"Service": "Dentist"}, "Service"),
        ({"Counted on": "2026-09-30"}, "Counted on"),
        ({"Counted on": "soon"}, "Counted on"),
        ({"Referrals received": 3, "Referrals accepted": 4}, "Referrals accepted"),
        ({"Longest days waiting": 100}, "Longest days waiting"),
        ({"Median days waiting": 3}, "Median days waiting"),
    ],
)
def test_read_waits_names_the_row_and_the_column(cells, column):
    assert troubles(row(), row(**cells)) == [(3, column)]


def test_read_waits_says_that_a_percentage_has_no_base():
    sentence = read_waits(file_of([row(**{"Seen in the month": "40%"})]), KNOWN, TODAY).troubles[0].sentence
    assert "“40%” is a percentage with no base" in sentence


def test_read_waits_says_both_sums_when_bands_do_not_add_up():
    sentence = read_waits(file_of([row(**{"Total waiting": 30})]), KNOWN, TODAY).troubles[0].sentence
    assert sentence == "The bands add up to 28, and the total says 30. Mend whichever is wrong."


def test_read_waits_refuses_a_band_of_another_way_of_counting():
    found = troubles(row(Service="Eyes"))
    assert (2, "Waiting 4-12 weeks") in found


def test_read_waits_names_an_unknown_column():
    assert troubles(row(), extra=["Colour"]) == [(1, "Colour")]


@pytest.mark.parametrize("heading", ["NHS Number", "nhs_no", "Date of Birth", "DOB", "Forename", "Patient name", "Postcode",
                                     "Parent name", "UPN", "Email"])  # fmt: skip
def test_read_waits_turns_away_a_column_about_people(heading):
    with pytest.raises(AboutPeople, match="nothing of this file was kept"):
        read_waits(file_of([row()], extra=[heading]), KNOWN, TODAY)


@pytest.mark.parametrize("column", headings(SERIES["community"]) + headings(SERIES["consultant"]))
def test_our_own_headings_are_not_about_people(column):
    assert not heading_about_people(column)


@pytest.mark.parametrize("cell", ["943 476 5919", "9434765919", "jo@example.org", "seen 3/4/2019", "WV1 1RE"])
def test_read_waits_turns_away_a_cell_about_people_and_does_not_repeat_it(cell):
    with pytest.raises(AboutPeople, match="Row 2, “Note”") as raised:
        read_waits(file_of([row(Note=cell)]), KNOWN, TODAY)
    assert cell not in str(raised.value)


@pytest.mark.parametrize("data", [b"", b"\n\n", b"hello", b"\x00\x01,"])
def test_read_waits_refuses_what_is_no_table(data):
    with pytest.raises(UnreadableFile):
        read_waits(data, KNOWN, TODAY)


def test_read_waits_refuses_too_many_rows():
    with pytest.raises(UnreadableFile, match="Send it in parts"):
        read_waits(file_of([row()] * 1001), KNOWN, TODAY)


def group(name, waiting, over, split="Home language", **cells):
    return {"Service": "Speech", "Month": "2026-10", "Split by": split, "Group": name, "Total waiting": waiting,
            "Waiting over 18 weeks": over} | cells  # fmt: skip


SPLIT = (group("English", 18, 9), group("another  language", 8, 3), group("Not known", 2, 1))
"""28 wait, 13 of them over 18 weeks."""


def test_read_waits_takes_the_groups_of_a_month():
    read = read_waits(file_of([row(), *SPLIT]), KNOWN, TODAY)
    assert read.troubles == []
    assert [tuple(part)[1:] for part in read.rows[0].counts.parts] == [
        ("English", 18, 9),
        ("Another language", 8, 3),
        ("Not known", 2, 1),
    ]


def test_read_waits_takes_groups_that_a_service_names_itself():
    read = read_waits(
        file_of([group("Brookside", 20, 13, "locality"), group("Ashfield", 8, 0, "Locality"), row()]),
        KNOWN,
        TODAY,
    )
    assert read.troubles == []
    assert [part.group for part in read.rows[0].counts.parts] == ["Ashfield", "Brookside"]


@pytest.mark.parametrize(
    ("rows", "number", "column", "sentence"),
    [
        ([*SPLIT[:2], group("Not known", 3, 1)], 5, "Total waiting", "adds up to 29, and row 2 says that 28 wait"),
        ([*SPLIT[:2], group("Not known", 2, 2)], 5, "Waiting over 18 weeks", "adds up to 14"),
        ([*SPLIT, group("ENGLISH", 1, 0)], 6, "Group", "in row 3 already"),
        ([group("Boys", 28, 13, "Shoe size")], 3, "Split by", "no split that we take"),
        ([group("Boys", 28, 13, "Age")], 3, "Group", "no group of “Age”"),
        ([group("", 28, 13)], 3, "Group", "This is empty"),
        ([group("English", 28, "")], 3, "Waiting over 18 weeks", "Enter a whole number"),
        ([group("English", 28, 29)], 3, "Waiting over 18 weeks", "more than the 28"),
        ([group("English", 28, "40%")], 3, "Waiting over 18 weeks", "percentage with no base"),
        ([group("x" * 61, 28, 13, "Locality")], 3, "Group", "longer than 60"),
        ([group("English", 28, 13, Month="2026-09")], 3, "Split by", "is missing or has a mistake"),
        ([group("English", 28, 13, **{"Seen in the month": 4})], 3, "Seen in the month", "leave this empty"),
        ([row(**{"Waiting over 18 weeks": 13})], 3, "Waiting over 18 weeks", "counted from the bands"),
    ],
)  # fmt: skip
def test_read_waits_names_what_is_wrong_with_a_group(rows, number, column, sentence):
    found = read_waits(file_of([row(), *rows]), KNOWN, TODAY).troubles
    assert (found[0].row, found[0].column) == (number, column)
    assert sentence in found[0].sentence


def test_read_waits_refuses_more_groups_than_fit():
    places = [group(f"Place {n}", 28 if n == 0 else 0, 13 if n == 0 else 0, "Locality") for n in range(13)]
    found = read_waits(file_of([row(), *places]), KNOWN, TODAY).troubles
    assert "13 groups, and 12 fit" in found[0].sentence


def test_read_waits_turns_away_a_person_in_the_name_of_a_group():
    with pytest.raises(AboutPeople):
        read_waits(file_of([row(), group("jo@example.org", 28, 13, "Locality")]), KNOWN, TODAY)
