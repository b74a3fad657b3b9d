import json
import os
import subprocess
import sys
from datetime import date
from pathlib import Path

import pytest

from goldenthread.law import inspection, register
from goldenthread.law.errors import LawError, ReceiptMissing, UnknownRule

PAGE = Path(__file__).resolve().parents[2] / "docs" / "law.md"
every_rule = pytest.mark.parametrize("rule", register.RULES.values(), ids=lambda rule: rule.name)


def test_explain_answers_for_every_rule_in_json():
    for rule in register.RULES.values():
        answer = json.loads(json.dumps(register.explain(rule.name, rule.example).as_dict()))
        assert answer["rule"] == rule.name
        assert answer["citation"]["url"]


def test_explain_gives_the_day_and_the_regulation():
    answer = register.explain("wsoa-statement", date(2021, 11, 5)).as_dict()
    assert answer["due_on"] == "2022-02-16"
    assert answer["citation"]["text"].endswith("regulation 4(2) and (7)")
    assert answer["unconfirmed"] is False


def test_explain_refuses_a_clock_without_its_day():
    with pytest.raises(ReceiptMissing):
        register.explain("wsoa-statement", None)


@pytest.mark.parametrize("name", ["wsoa_statement", "WSOA-Statement", " wsoa-statement", "wsoa-statemnt"])
def test_explain_suggests_the_near_name(name):
    with pytest.raises(UnknownRule, match=r"Did you mean wsoa-statement\?"):
        register.explain(name, date(2021, 11, 5))


def test_explain_lists_the_rules_when_no_name_is_near():
    with pytest.raises(LawError, match="The rules are amended-plan, amended-plan-after-meeting"):
        register.explain("zzz", date(2021, 11, 5))


def test_two_rules_may_not_share_a_name():
    with pytest.raises(ValueError, match="wsoa-statement"):
        register._merged(inspection.RULES, inspection.RULES)


@every_rule
def test_rules_are_filed_under_their_own_names(rule):
    assert register.RULES[rule.name] is rule
    assert rule.name == rule.name.lower().replace("_", "-")


def test_the_page_is_what_the_code_says():
    assert PAGE.read_text(encoding="utf-8") == register.as_markdown(), (
        "docs/law.md is out of date: run `python -m goldenthread.law.register > docs/law.md`"
    )


@every_rule
def test_the_page_marks_what_is_unconfirmed_and_nothing_else(rule):
    row = next(line for line in register.as_markdown().splitlines() if line.startswith(f"| [`{rule.name}`]"))
    part = register.as_markdown().split(f"\n## {rule.name}\n")[1].split("\n## ")[0]
    unconfirmed = register.explain(rule.name, rule.example).unconfirmed
    assert ("unconfirmed" in row) is unconfirmed
    assert ("unconfirmed" in part) is unconfirmed


@every_rule
def test_the_page_works_an_example_of_every_rule(rule):
    answer = register.explain(rule.name, rule.example)
    assert f"- **Example:** {answer.explanation}.\n" in register.as_markdown()


def test_the_page_can_be_written_without_django():
    code = "import sys; from goldenthread.law import register; print('django' in sys.modules)"
    # An empty environment: a settings module would be missed at once.
    run = subprocess.run(
        [sys.executable, "-c", code], capture_output=True, text=True, check=True, env={"PATH": os.defpath},
        cwd=PAGE.parents[1],
    )  # fmt: skip
    assert run.stdout.strip() == "False"
