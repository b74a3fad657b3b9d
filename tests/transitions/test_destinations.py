"""Where young people are after year 11: by the last word, as long as words hold, and who is not known."""

from __future__ import annotations

import csv
import io
from collections.abc import Iterator
from datetime import date

import pytest
import time_machine
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.years import teach_out_of_year
from goldenthread.transitions.choices import Where
from goldenthread.transitions.destinations import RULE, holds_until, not_known_since
from goldenthread.transitions.models import Destination
from goldenthread.transitions.queries.destinations import stands_of
from goldenthread.transitions.queries.figures import after_year_11
from tests.casework import world
from tests.readers import person, sign_in
from tests.transitions.adulthood import DAY, says, young

pytestmark = pytest.mark.django_db
DAYS = st.dates(min_value=date(2015, 1, 1), max_value=date(2040, 12, 31))


@pytest.fixture(autouse=True)
def _today() -> Iterator[None]:
    with time_machine.travel(f"{DAY}T10:00:00Z", tick=False):
        yield


@pytest.mark.parametrize(("where", "known_on", "last"), [
    ("college", date(2026, 8, 31), date(2026, 9, 30)), ("college", date(2026, 9, 1), date(2027, 9, 30)),
    ("internship", date(2027, 5, 2), date(2027, 9, 30)), ("work", date(2028, 2, 29), date(2029, 2, 28)),
    ("training", date(2026, 1, 31), date(2027, 1, 31)), ("neet", date(2026, 11, 30), date(2027, 2, 28)),
])  # fmt: skip
def test_a_word_holds_as_long_as_the_printed_rule_says(where, known_on, last):
    assert holds_until(where, known_on) == last
    assert not_known_since(where, known_on, last) is None
    assert not_known_since(where, known_on, date.fromordinal(last.toordinal() + 1)) == date.fromordinal(
        last.toordinal() + 1
    )


@given(where=st.sampled_from([one for one in Where if one != Where.NOT_KNOWN]), known_on=DAYS)
def test_a_word_holds_on_its_own_day_and_for_13_months_at_most(where, known_on):
    assert 0 < (holds_until(where, known_on) - known_on).days <= 396


def _on(case: Case, day: date = DAY):
    return next(one for one in stands_of(Case.objects.filter(pk=case.pk), day))


def test_nobody_is_known_before_anybody_asked_and_a_word_from_before_the_end_of_year_11_says_nothing():
    case = young()
    assert (_on(case).where, _on(case).since) == (Where.NOT_KNOWN, date(2026, 9, 1))
    says(case, where="school", known_on=date(2026, 3, 1))
    assert (_on(case).where, _on(case).since) == (Where.NOT_KNOWN, date(2026, 9, 1))


def test_a_word_that_ran_out_is_not_known_since_the_day_after_and_keeps_what_was_known_last():
    case = young()
    says(case, where="neet", place="", known_on=date(2026, 9, 2), on=date(2026, 9, 2))
    assert _on(case, date(2026, 12, 2)).where == Where.NEET
    stands = _on(case, date(2026, 12, 3))
    assert (stands.where, stands.since, stands.last.where) == (Where.NOT_KNOWN, date(2026, 12, 3), "neet")


def test_to_have_asked_in_vain_does_not_make_somebody_known_nor_the_clock_begin_anew():
    case = young()
    says(case, where="work", known_on=date(2026, 9, 5))
    says(case, where="not-known", place="", known_on=date(2026, 10, 5), evidence="tried", told="Two calls")
    says(case, where="not-known", place="", known_on=date(2026, 11, 5), evidence="tried", told="A visit")
    assert (_on(case).where, _on(case).since, _on(case).last.where) == (
        Where.NOT_KNOWN,
        date(2026, 10, 5),
        "work",
    )
    other = young(name="Bo", born_on=date(2009, 1, 1))
    says(other, where="neet", place="", known_on=date(2026, 1, 5))
    says(other, where="not-known", place="", known_on=date(2026, 10, 5), evidence="tried", told="Two calls")
    assert _on(other).since == date(2026, 4, 6)
    never = young(name="Cy")
    says(never, where="not-known", place="", known_on=date(2026, 11, 5), evidence="tried", told="A visit")
    assert _on(never).since == date(2026, 9, 1)


def test_who_is_past_year_11_goes_by_the_year_in_which_they_are_taught_and_by_a_plan_in_force():
    repeats = young()
    teach_out_of_year(case=repeats, offset=-1, reason="Ill for a year", on=date(2026, 9, 1), by=None)
    young(name="Bo", born_on=date(2010, 9, 1))
    world.make_case(world.make_child("Cy", born_on=date(2009, 1, 1)))
    assert stands_of(Case.objects.all(), DAY) == []


@pytest.mark.parametrize(("changes", "field"), [
    ({"known_on": date(2026, 11, 25)}, "known_on"), ({"known_on": date(2009, 1, 1)}, "known_on"),
    ({"where": "not-known"}, "evidence"), ({"evidence": "tried"}, "evidence"),
    ({"where": "not-known", "evidence": "tried", "told": " "}, "told"),
])  # fmt: skip
def test_a_word_without_its_evidence_is_refused(changes, field):
    with pytest.raises(Refused) as refused:
        says(young(), **changes)
    assert refused.value.field == field
    assert not Destination.objects.exists()


def test_the_same_word_twice_is_one_and_leaves_one_event():
    case = young()
    assert says(case) == says(case)
    assert AuditEvent.objects.filter(action="transitions.destination.recorded").count() == 1


def test_figures_count_neet_and_not_known_among_those_with_a_plan():
    young(name="Unknown")
    says(young(name="Bo"))
    says(young(name="Cy"), where="neet", place="", known_on=date(2026, 11, 1))
    found = after_year_11(DAY)
    assert {key: (one.numerator, one.denominator) for key, one in found.items()} == {
        "neet": (1, 3), "not-known": (1, 3), "either": (2, 3),
    }  # fmt: skip
    assert RULE in found["neet"].rule


@pytest.fixture
def worker():
    return person("caseworker")


def test_the_list_puts_the_longest_not_known_first_prints_the_rule_and_costs_the_same_for_twenty(
    worker, django_assert_max_num_queries
):
    says(young(worker, "Known"))
    ran_out = young(worker, "Ran Out", born_on=date(2009, 1, 1))
    says(ran_out, where="neet", place="", known_on=date(2026, 1, 5))
    young(worker, "Never")
    client, counts = sign_in(Client(), worker), []
    for number in (0, 18):
        for place in range(number):
            says(young(worker, f"More {place}"))
        with django_assert_max_num_queries(30) as asked:
            text = client.get("/transitions/destinations/").content.decode()
        counts.append(len(asked))
    assert counts[0] == counts[1]
    assert text.index("Ran Out") < text.index("Never") < text.index("Known Example")
    assert RULE in text
    assert "1 young person." not in text
    assert "2 young people." in client.get("/transitions/destinations/?where=not-known").content.decode()


def test_a_list_goes_out_is_filled_in_and_comes_back(worker):
    case = young(worker, "=cmd()")
    client = sign_in(Client(), worker)
    answer = client.get("/transitions/destinations/list.csv")
    assert answer["Content-Disposition"].startswith("attachment")
    head, row = csv.reader(io.StringIO(answer.content.decode("utf-8-sig")))
    assert (row[0], row[2], row[4], row[9]) == (case.reference, "'=cmd()", "Not known", "2026-09-01")
    row[4:9] = ["NEET", "", "20/11/2026", "The family told us", "Phone call"]
    sent = _sent(client, head, row)
    assert sent.status_code == 302
    assert _on(case).where == Where.NEET
    assert "Here already: 1" in _sent(client, head, row, follow=True).content.decode()
    assert Destination.objects.count() == 1
    assert list(AuditEvent.objects.filter(action__startswith="transitions.destinations.").values_list("action", flat=True)) == [
        "transitions.destinations.taken_out", "transitions.destinations.brought_in", "transitions.destinations.brought_in",
    ]  # fmt: skip


def _sent(client: Client, *rows: list[str], follow: bool = False):
    out = io.StringIO()
    csv.writer(out).writerows(rows)
    file = SimpleUploadedFile("list.csv", out.getvalue().encode())
    return client.post("/transitions/destinations/bring/", {"file": file}, follow=follow)


def test_a_list_with_mistakes_brings_in_nothing_and_names_each_by_its_row(worker):
    case, hidden = young(worker), young(person("caseworker"), "Hidden", team=world.team("South"))
    head = ["Reference", "Date of birth", "Where", "Date last known", "Evidence"]
    good = [case.reference, "09/03/2010", "Work", "20/11/2026", "The employer or training provider"]
    answer = _sent(
        sign_in(Client(), worker), head, good,
        [case.reference, "", "Work", "20/11/2026", "Seen"],
        [case.reference, "09/03/2010", "On the moon", "November 2026", "The family told us"],
        [case.reference, "10/03/2010", "Work", "19/11/2026", "The family told us"],
        [hidden.reference, "09/03/2010", "Work", "19/11/2026", "The family told us"],
        good,
    )  # fmt: skip
    text = answer.content.decode()
    assert answer.status_code == 422
    assert not Destination.objects.exists()
    for words in ("Row 3: “Date of birth” is empty", "Row 3: “Seen” is none of", "Row 4: “On the moon” is none of",
                  "Row 4: “November 2026” is no day", "Row 7: The same young person and day stand in row 2"):  # fmt: skip
        assert words in text, words
    answer = _sent(
        sign_in(Client(), worker),
        head,
        [hidden.reference, *good[1:]],
        [case.reference, "10/03/2010", *good[2:]],
    )
    for row in (2, 3):
        assert f"Row {row}: No case of yours has this reference" in answer.content.decode()
    assert "Hidden" not in answer.content.decode()


@pytest.mark.parametrize(
    "data", [b"", b"Reference\n", b"\x00\x01", b"Reference,Where\nx,y\n", b'Reference,"a\n']
)
def test_what_is_no_list_is_refused_in_words(worker, data):
    answer = sign_in(Client(), worker).post(
        "/transitions/destinations/bring/", {"file": SimpleUploadedFile("list.csv", data)}
    )
    assert answer.status_code == 422
    assert b"There is something to mend" in answer.content


def test_the_family_reads_where_we_think_the_young_person_is(worker):
    case, parent = young(worker), person("family")
    world.parent_of(case.child, parent)
    says(case)
    assert (
        b"Riverside College"
        in sign_in(Client(), parent).get(f"/my/moves/{case.public_id}/adulthood/").content
    )
    assert sign_in(Client(), parent).get(f"/transitions/destinations/{case.public_id}/").status_code == 403
