"""A written list of what families ask, in their words, with what must be among the first five."""

from __future__ import annotations

from pathlib import Path

import pytest
from django.http import QueryDict

from goldenthread.localoffer.demonstration.load import load
from goldenthread.localoffer.queries.searching import search
from tests.localoffer import world

QUESTIONS = [
    tuple(part.strip() for part in line.split("|"))
    for line in (Path(__file__).parent / "questions.txt").read_text().splitlines()
    if line and not line.startswith("#")
]
WANTED = 0.95


def missed() -> list[str]:
    """The questions whose service is not among the first five, with what was."""
    wrong = []
    for words, wanted in QUESTIONS:
        asked = QueryDict(mutable=True)
        asked["q"] = words
        found = search(asked, world.TODAY)
        names = [found.index.entries[number].name for number in found.answer.numbers[:5]]
        if not any(part.strip().lower() in name.lower() for part in wanted.split(";") for name in names):
            wrong.append(f"{words}: wanted {wanted}, found {names}")
    return wrong


@pytest.mark.django_db
def test_families_questions_find_what_they_need(capsys):
    load(on=world.TODAY)
    wrong = missed()
    share = 1 - len(wrong) / len(QUESTIONS)
    with capsys.disabled():
        print(f"\nrecall: {share:.1%} of {len(QUESTIONS)} questions have their service in the first five")
    assert len(QUESTIONS) >= 120
    assert share >= WANTED, "\n".join(wrong)
