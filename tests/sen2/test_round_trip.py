"""Every format holds everything: what is written and read again is the same, record by record."""

from itertools import zip_longest

import pytest

from goldenthread.sen2.converting import FORMATS, convert
from goldenthread.sen2.generating import persons
from goldenthread.sen2.reading.opening import open_return
from goldenthread.sen2.record import Record
from goldenthread.sen2.tables import CHILDREN
from goldenthread.sen2.years import CENSUS_DAYS, collection_year
from tests.sen2.returns import everyone, header, record

SUFFIX = {"xml": ".xml", "workbook": ".xlsx"}


def written(people, kind, tmp_path, year=2026, head=None):
    """The persons in a format."""
    from goldenthread.sen2.converting import writer_for

    path = tmp_path / f"out-{kind}{SUFFIX.get(kind, '')}"
    with writer_for(kind, path, collection_year(year)) as writer:
        writer.header(head or header(year))
        for one in people:
            writer.add(one)
    return path


def assert_same(left, right):
    for one, two in zip_longest(left, right):
        assert one is not None
        assert two is not None
        assert one.same(two), (dict(one), dict(two))
        assert one.number == two.number


@pytest.mark.parametrize("kind", FORMATS)
def test_ten_thousand_persons_come_back_as_they_were(kind, tmp_path):
    year = collection_year(2026)
    path = written(persons.persons(10_000, 8, year, faults=0.1), kind, tmp_path)
    source = open_return(path)
    assert_same(source.persons(), persons.persons(10_000, 8, year, faults=0.1))
    assert source.header.same(header())
    assert source.notes.by_code == {}


@pytest.mark.parametrize("year", CENSUS_DAYS)
@pytest.mark.parametrize("kind", FORMATS)
def test_every_item_of_every_year_comes_back(kind, year, tmp_path):
    """A person with every item filled, and two of every record that may stand twice or more."""

    def full(table: str, depth: int = 0) -> Record:
        made = record(table, {}, year)
        for number, item in enumerate(collection_year(year).items[table]):
            made[item.tag] = {"1 or 0": "1", "date": f"2025-03-{number + 1:02}"}.get(item.kind, f"v{number}")
        for part in CHILDREN[table]:
            for _ in range(2):
                made.hold(full(part, depth + 1))
        return made

    one = full("Person")
    one.number = 1
    path = written([one], kind, tmp_path, year)
    assert_same(everyone(path), [one])
    assert sum(1 for _ in everyone(path)[0].everything()) == 1 + 2 * (1 + 2 * (1 + 2 * (1 + 2)) + 2 * (1 + 4))


@pytest.mark.parametrize("kind", FORMATS)
@pytest.mark.parametrize(
    "value",
    [
        "a,b",
        'say "so"',
        "<&>",
        "two\nlines",
        " spaces ",
        "Zoë Ó’Néill 李",
        "=1+1",
        "#N/A",
        "007",
        "1e5",
        "TRUE",
        "2025-02-30",
        "'x",
    ],
)
def test_any_text_comes_back(kind, value, tmp_path):
    one = record("Person", {"Surname": value, "PersonBirthDate": value, "UPN": value})
    one.number = 1
    assert_same(everyone(written([one], kind, tmp_path)), [one])


@pytest.mark.parametrize("first", FORMATS)
@pytest.mark.parametrize("second", FORMATS)
def test_any_format_becomes_any_other(first, second, made, tmp_path):
    path = made(40, seed=9, kind=first)
    out = tmp_path / f"second{SUFFIX.get(second, '')}"
    assert convert(open_return(path), second, out) == 40
    assert_same(everyone(out), everyone(path))
