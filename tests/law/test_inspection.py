from datetime import date

import pytest

from goldenthread.law import inspection
from goldenthread.law.citation import span_faults
from goldenthread.law.errors import LengthFixed, NotInForce, ReceiptMissing, UnknownRule
from goldenthread.law.length import Length, Unit

CONFIRMED = {"wsoa-statement", "report-to-newspaper-and-radio", "report-on-website"}
every_rule = pytest.mark.parametrize("rule", inspection.RULES.values(), ids=lambda rule: rule.name)


@pytest.mark.parametrize(
    ("name", "received_on", "due_on"),
    [
        pytest.param("wsoa-statement", date(2021, 11, 5), date(2022, 2, 16), id="Wolverhampton"),
        pytest.param("wsoa-statement", date(2022, 2, 22), date(2022, 6, 7), id="Bracknell"),
        pytest.param("wsoa-statement", date(2021, 9, 17), date(2021, 12, 24), id="Warwickshire"),
        pytest.param("wsoa-statement", date(2015, 11, 9), date(2016, 2, 18), id="first day in force"),
        pytest.param(
            "wsoa-statement", date(2020, 4, 24), date(2020, 8, 4), id="first day of the pandemic words"
        ),
        pytest.param("report-on-website", date(2021, 11, 5), date(2021, 12, 17), id="regulation 3(8)"),
        pytest.param("report-to-newspaper-and-radio", date(2021, 11, 5), date(2021, 12, 5), id="a Sunday"),
        pytest.param("app-submission", date(2022, 2, 25), date(2022, 4, 1), id="Staffordshire"),
        pytest.param("pap-draft", date(2023, 9, 5), date(2023, 10, 24), id="Oxfordshire, draft"),
        pytest.param("pap-final", date(2023, 9, 5), date(2023, 12, 12), id="Oxfordshire, final"),
        pytest.param(
            "wsoa-inspectorates-comments", date(2022, 2, 16), date(2022, 3, 8), id="20 days as told"
        ),
        pytest.param("wsoa-revisit", date(2020, 9, 25), date(2022, 3, 25), id="18 months"),
        pytest.param("pap-draft", date(2023, 1, 1), date(2023, 2, 20), id="first day of practice"),
    ],
)
def test_deadline_gives_the_day_on_record(name, received_on, due_on):
    assert inspection.deadline(name, received_on).due_on == due_on


def test_deadline_gives_the_published_day_of_wolverhampton(wolverhampton_clock):
    received_on = date.fromisoformat(wolverhampton_clock["derived_receipt_date"])
    answer = inspection.deadline("wsoa-statement", received_on)
    assert answer.due_on.isoformat() == wolverhampton_clock["due"]


def test_deadline_agrees_with_every_check_of_the_wolverhampton_record(wolverhampton_clock):
    for check in wolverhampton_clock["checks"]:
        answer = inspection.deadline("wsoa-statement", date.fromisoformat(check["from"]))
        assert answer.due_on.isoformat() == check["expect"], check["meaning"]


def test_deadline_explains_itself_as_a_person_would():
    assert inspection.deadline("wsoa-statement", date(2021, 11, 5)).explanation == (
        "70 working days after 5 November 2021, leaving out 27, 28 December and 3 January: 16 February 2022"
    )


def test_deadline_refuses_a_clock_without_the_day_of_receipt():
    with pytest.raises(ReceiptMissing) as refused:
        inspection.deadline("wsoa-statement", None)
    assert str(refused.value) == (
        "The 70 working days run from the day the area received the report. "
        "Enter that day: the day of publication is not the same."
    )


@every_rule
def test_every_rule_refuses_a_clock_without_its_day(rule):
    with pytest.raises(ReceiptMissing, match=f"from the day {rule.trigger}"):
        inspection.deadline(rule.name, None)


@pytest.mark.parametrize("name", sorted(CONFIRMED))
def test_deadline_refuses_the_day_before_the_regulations(name):
    with pytest.raises(NotInForce):
        inspection.deadline(name, date(2015, 11, 8))


@pytest.mark.parametrize("name", ["pap-draft", "pap-final", "strategic-plan"])
def test_deadline_refuses_a_priority_action_plan_before_the_framework_of_2023(name):
    with pytest.raises(NotInForce, match="It runs from January 2023"):
        inspection.deadline(name, date(2022, 12, 31))


def test_deadline_answers_a_statement_after_its_inspections_ended_with_a_caution():
    answer = inspection.deadline("wsoa-statement", date(2023, 1, 20))
    assert answer.due_on == date(2023, 5, 3)
    assert "local area SEND inspections, held from May 2016 to December 2022" in answer.cautions[0]


def test_deadline_takes_the_figure_that_norfolk_saw():
    answer = inspection.deadline(
        "wsoa-inspectorates-comments", date(2020, 9, 11), Length(10, Unit.WORKING_DAYS)
    )
    assert answer.due_on == date(2020, 9, 25)
    assert answer.unconfirmed


def test_deadline_refuses_to_stretch_the_law():
    with pytest.raises(LengthFixed, match=r"regulation 4\(2\) and \(7\) fixes 70 working days"):
        inspection.deadline("wsoa-statement", date(2021, 11, 5), Length(75, Unit.WORKING_DAYS))


def test_deadline_suggests_a_near_name():
    with pytest.raises(UnknownRule, match=r"no rule called “wsoa-statment”\. Did you mean wsoa-statement\?"):
        inspection.deadline("wsoa-statment", date(2021, 11, 5))


@every_rule
def test_spans_neither_overlap_nor_leave_holes(rule):
    assert span_faults(rule.limit) == []


@every_rule
def test_every_value_is_cited(rule):
    for dated in rule.limit:
        assert dated.citation.text
        assert dated.citation.url.startswith("http")


@every_rule
def test_only_what_was_read_in_the_regulations_is_confirmed(rule):
    assert {dated.citation.unconfirmed for dated in rule.limit} == {rule.name not in CONFIRMED}


@every_rule
def test_every_example_can_be_worked(rule):
    assert inspection.deadline(rule.name, rule.example).due_on > rule.example
