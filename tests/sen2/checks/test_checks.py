"""Each check finds what it is for, leaves near misses alone, and says where and what to do."""

import csv
import re

import pytest

from goldenthread.sen2 import checks
from goldenthread.sen2.checks.register import CHECKS, GROUPS
from goldenthread.sen2.checks.run import PRIVATE, Checker
from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.years import CENSUS_DAYS, collection_year
from tests.sen2.checks.cases import BREAKS, PASSES, put
from tests.sen2.returns import codes, found, header, part, passed, person, record

ELSEWHERE = {"VAL-CODE-OPEN", "HDR-YEAR", "HDR-CENSUS", "PER-DUPLICATE"}
BROKEN = [(code, number) for code, cases in BREAKS.items() for number in range(len(cases))]
RIGHT = [(code, number) for code, cases in PASSES.items() for number in range(len(cases))]


@pytest.mark.parametrize("year", CENSUS_DAYS)
def test_right_return_has_no_findings(year):
    days = {2023: 3, 2024: 2, 2025: 1, 2026: 0, 2027: -1}[year]
    one = person(year)
    for record_ in one.everything():
        for tag, value in record_.items():
            if re.fullmatch(r"\d{4}-\d\d-\d\d", value):
                record_[tag] = f"{int(value[:4]) - days}{value[4:]}"
    assert found(one, year) == []
    assert found(header(year), year) == []


@pytest.mark.parametrize(("code", "number"), BROKEN)
def test_check_finds(code, number):
    one = person()
    BREAKS[code][number](one)
    assert code in codes(one)


@pytest.mark.parametrize(("code", "number"), RIGHT)
def test_check_leaves_near_miss_alone(code, number):
    one = person()
    PASSES[code][number](one)
    assert code not in codes(one)


def test_every_check_has_a_case_that_breaks_it():
    assert set(BREAKS) | ELSEWHERE == set(CHECKS)


def test_every_check_says_what_and_what_to_do_and_has_its_own_code():
    listed = [one for group in GROUPS.values() for one in group]
    assert len({one.code for one in listed}) == len(listed) == len(CHECKS)
    for one in listed:
        assert all((one.title, one.basis, one.says.endswith("."), one.todo.endswith(".")))


def test_no_check_carries_a_number_of_dfe():
    one = person()
    part(one, "Person")["UPN"] = ""
    assert {finding.dfe_rule for finding in found(one)} == {""}
    assert not [path for path in checks.__path__ if "dfe_rule=" in path]


def test_header_is_checked():
    one = header()
    one.update(Year="2025", ReferenceDate="2026-01-22", Collection="CIN", DSCO="")
    assert codes(one) == {"HDR-YEAR", "HDR-CENSUS", "VAL-CODE", "VAL-MISSING"}


def test_down_syndrome_is_a_code_from_2025_on():
    one = person(2024)
    part(one, "SENneed")["SENtype"] = "DS"
    assert "VAL-CODE" in codes(one, 2024)
    one = person(2025)
    part(one, "SENneed")["SENtype"] = "DS"
    assert "VAL-CODE" not in codes(one, 2025)


def test_setting_code_of_2023_is_asked_about_and_not_refused():
    one = person(2023)
    part(one, "PlanDetail").update(URN="", SENSetting="XYZ")
    assert {"VAL-CODE-OPEN"} == {code for code in codes(one, 2023) if code.startswith("VAL")}


def test_request_source_is_needed_from_2026_on():
    for year, needed in ((2025, False), (2026, True)):
        one = person(year)
        part(one, "Requests")["RequestSource"] = ""
        assert ("VAL-MISSING" in codes(one, year)) is needed


def test_finding_says_which_record_and_item():
    one = person()
    part(one, "Requests").hold(record("ActivePlans", {}))
    (finding,) = [each for each in found(one) if each.code == "ACT-NEED-MISSING"]
    assert (finding.person, finding.place, finding.table) == (1, "Requests 1 / ActivePlans 2", "ActivePlans")


def test_finding_does_not_repeat_what_would_name_a_child():
    one = person()
    part(one, "Person").update(UPN="A801200001001", PostCode="NOWHERE", UniqueLearnerNumber="123")
    for finding in found(one):
        assert finding.item in PRIVATE
        assert not {"A801200001001", "NOWHERE", "123"} & set(re.findall(r"\w+", finding.says))


def test_upn_on_two_persons_is_found_even_in_different_parts(made, tmp_path):
    path = made(30)
    text = path.read_text()
    upns = re.findall(r"<UPN>(\w+)</UPN>", text)
    path.write_text(text.replace(upns[-1], upns[0]))
    outcome = passed(path, tmp_path / "out")
    assert dict(outcome.done.by_code) == {"PER-DUPLICATE": 1}
    assert "The UPN is also that of person " in (tmp_path / "out" / "findings.csv").read_text()


def test_official_numbers_only_fill_a_column(tmp_path):
    table = tmp_path / "rules.csv"
    table.write_text("check,dfe_rule\nPER-NO-NUMBER,99999\n")
    one = person()
    put("Person", UPN="", Surname="")(one)
    plain = Checker(collection_year(2026)).person(one)
    numbered = Checker(collection_year(2026), table).person(one)
    assert [each.dfe_rule for each in numbered] == ["", "99999"]
    assert [each._replace(dfe_rule="") for each in numbered] == plain


@pytest.mark.parametrize("text", ["check,number\nPER-UPN,1\n", "check,dfe_rule\nNOTHING,1\n"])
def test_table_of_numbers_that_does_not_fit_is_refused(tmp_path, text):
    table = tmp_path / "rules.csv"
    table.write_text(text)
    with pytest.raises(BadReturn):
        Checker(collection_year(2026), table)


def test_planted_mistakes_are_found_and_nothing_else_is(made, tmp_path):
    path = made(400, seed=5, faults=0.5)
    outcome = passed(path, tmp_path / "out")
    with (tmp_path / "out" / "findings.csv").open() as file:
        rows = list(csv.DictReader(file))
    assert len({row["person"] for row in rows}) > 120
    assert {"VAL-DATE", "PER-UPN", "PER-NO-NUMBER", "VAL-CODE", "ACT-NEED-RANK"} <= set(outcome.done.by_code)
    assert all(int(row["line"]) > 0 for row in rows)


@pytest.mark.parametrize("upn", ["H801200001001", "M80120000100A", "G80120000100Z"])
def test_upn_of_either_kind_fits_its_letter(upn):
    values = [int(one) if one.isdigit() else "ABCDEFGHJKLMNPQRTUVWXYZ".index(one) for one in upn[1:]]
    letter = "ABCDEFGHJKLMNPQRTUVWXYZ"[sum(place * value for place, value in enumerate(values, 2)) % 23]
    one = person()
    part(one, "Person")["UPN"] = letter + upn[1:]
    assert "PER-UPN" not in codes(one)
    part(one, "Person")["UPN"] = ("A" if letter != "A" else "B") + upn[1:]
    assert "PER-UPN" in codes(one)
