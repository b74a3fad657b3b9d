"""The pages of statements: a lead writes, three partners sign, anybody reads; two at one sentence lose nothing."""

from __future__ import annotations

import re

import pytest
import time_machine
from django.test import Client

from goldenthread.evidence.actions.statements import change_claim
from goldenthread.evidence.models import Answer, Claim, StatementVersion
from goldenthread.programme.models import Evidence, ReviewPoint
from tests.evidence.stating import PARTNERS, offered, proof, signatory, signed, written
from tests.programme.factories import make_review
from tests.programme.world import make_area
from tests.readers import person, sign_in


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2025-04-30T10:00:00Z", tick=False):
        yield


@pytest.fixture
def area(plan):
    return make_area(plan)


@pytest.fixture
def browser(lead):
    return sign_in(Client(), lead)


def _text(answer) -> str:
    return answer.content.decode()


def test_a_lead_writes_and_offers_and_the_third_signature_makes_it_public(area, lead, second, browser):
    held = proof(area, lead, second, is_publishable=True)
    begun = browser.post("/evidence/statements/testshire/begin/", {"kind": "area", "code": area.pk})
    for part in ("conclusion", "how", "next", "lasting"):
        typed = {
            "text": f"So says {part}.",
            "claims_impact": "on" if part == "conclusion" else "",
            "evidence": [held.pk],
        }
        assert browser.post(f"{begun.url}add/?part={part}", typed).status_code == 302
    made = StatementVersion.objects.get()
    day = {"look_again_on_day": "31", "look_again_on_month": "10", "look_again_on_year": "2025"}
    assert browser.post(f"{begun.url}offer/", {"based_on": made.edition, **day}).status_code == 302
    public = f"/published/statements/{made.key}/"
    assert Client().get(public).status_code == 404
    for kind in PARTNERS:
        signer = sign_in(Client(), signatory(kind))
        assert "You sign for" in _text(signer.get(begun.url))
        assert signer.post(f"{begun.url}sign/", {"agrees": "yes"}).status_code == 302
    page = _text(Client().get(public))
    assert "So says conclusion." in page
    assert all(name in page for name in PARTNERS.values())
    assert "So says" not in _text(Client().get("/published/statements/?programme=testshire"))
    assert "Area 1" in _text(Client().get("/published/statements/?programme=testshire"))


def test_evidence_that_is_not_for_everybody_is_only_named_by_its_kind(area, lead, second):
    held = proof(area, lead, second, title="Minutes of the panel", says="31 of 40 were right")
    made = signed(area, lead, [held], [signatory(kind) for kind in PARTNERS])
    page = _text(Client().get(f"/published/statements/{made.key}/"))
    assert "held by the partners and not published" in page
    assert "Minutes of the panel" not in page
    assert "31 of 40" not in page


def test_two_at_one_sentence_see_both_and_keep_what_they_typed(area, lead, second, browser):
    held = proof(area, lead, second)
    claim = written(area, lead, [held]).claims.get(part="how")
    other = person("programme-lead")
    change_claim(
        claim=claim, based_on=1, text="Theirs, for good.", claims_impact=False, evidence=[], by=other
    )
    answer = browser.post(
        f"/evidence/sentences/{claim.pk}/", {"based_on": 1, "text": "Mine, with care.", "evidence": [held.pk]}
    )
    assert re.search(rf'value="{held.pk}"[^>]*checked', _text(answer))
    assert answer.status_code == 409
    assert "Theirs, for good." in _text(answer)
    assert re.search(r"<textarea[^>]*>\s*Mine, with care\.</textarea>", _text(answer))
    assert 'name="based_on" value="2"' in _text(answer)
    assert Claim.objects.get(pk=claim.pk).text == "Theirs, for good."
    browser.post(
        f"/evidence/sentences/{claim.pk}/", {"based_on": 2, "text": "Mine, with care.", "evidence": [held.pk]}
    )
    assert Claim.objects.get(pk=claim.pk).text == "Mine, with care."


def test_whoever_cannot_sign_is_told_why(area, lead, second):
    made = offered(area, lead, [proof(area, lead, second)])
    nobody = sign_in(Client(), person("board-member"))
    assert "You belong to none of the three partners" in _text(nobody.get(f"/evidence/statement/{made.key}/"))
    answer = nobody.post(f"/evidence/statement/{made.key}/sign/", {"agrees": "yes"})
    assert answer.status_code == 409
    assert "you do not belong to that one today" in _text(answer)
    assert not made.signatures.exists()


def test_the_page_of_closing_shows_asks_and_takes_answers(plan, area, lead, second, browser):
    ask = ReviewPoint.objects.create(
        review=make_review(plan.programme), area=area, kind="ask", text="Show impact"
    )
    held = proof(area, lead, second)
    assert "Nothing shown" in _text(browser.get(f"/evidence/closing/{area.pk}/"))
    path = f"/evidence/closing/{area.pk}/answer/?ask={ask.pk}"
    assert browser.post(path, {"evidence": [held.pk]}).url == f"/evidence/closing/{area.pk}/"
    assert Answer.objects.get().evidence == held
    assert "Answered" in _text(browser.get(f"/evidence/closing/{area.pk}/"))
    assert browser.get(f"/evidence/closing/{area.pk}/answer/?ask=99999").status_code == 404


def test_newer_evidence_and_evidence_that_is_gone(area, lead, second, browser):
    held = proof(area, lead, second)
    typed = {"title": "Audit of 60 plans", "kind": "audit", "address": "b", "dated_on": "March 2025", "shows": "outcome",
             "confidence": "high", "says": "90% were right"}  # fmt: skip
    refused = browser.post(f"/evidence/items/{held.pk}/newer/", typed)
    assert refused.status_code == 422
    assert "must say what it is of" in _text(refused)
    made = browser.post(f"/evidence/items/{held.pk}/newer/", typed | {"says": "90% (54 of 60) were right"})
    assert Evidence.objects.get(supersedes=held).says == "90% (54 of 60) were right"
    assert "Audit of 40 plans" in _text(browser.get(made.url))
    assert browser.post(f"/evidence/items/{held.pk}/gone/", {"why": ""}).status_code == 422
    assert browser.post(f"/evidence/items/{held.pk}/gone/", {"why": "Not there"}).status_code == 302
    assert "Not there" in _text(browser.get(f"/evidence/items/{held.pk}/"))
