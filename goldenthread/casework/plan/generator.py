"""Invented plans from a seed, for tests and benchmarks, and one whole plan to start from. Nobody in them is real."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from datetime import date, timedelta
from pathlib import Path

from goldenthread.casework.invented_words import ENDING, FAMILY, FIRST, SECOND
from goldenthread.casework.plan import invented_plan_words as words
from goldenthread.casework.plan.lines import AREAS, Line, Need, Outcome, Paper, Provision, Source, View
from goldenthread.casework.plan.papers import Advice, Paragraph
from goldenthread.casework.plan.reading import read_plan
from goldenthread.casework.plan.shapes import Child, Clock, Plan, Section

EXAMPLE = Path(__file__).with_name("example.json")
ON = date(2026, 11, 24)
"""The day for which the example and the invented plans are written."""
KINDS = ("a", "b", "c", "d", "e", "h")
STANDING_IN = 12
"""One provision in so many is a standing paragraph that every plan may have."""


def example_plan() -> Plan:
    """A whole draft plan of an invented child, in which no check finds anything."""
    return read_plan(EXAMPLE.read_bytes(), on=ON)


def invented_plans(
    count: int, *, seed: int = 20261124, needs: int = 4, provision: int = 8, advice: int = 6
) -> Iterator[Plan]:
    """So many draft plans, the same for the same seed. Each child has a name, numbers and words of their own."""
    chance = random.Random(seed)  # noqa: S311 (it must be the same everywhere)
    for number in range(1, count + 1):
        yield _Writing(chance, number, needs, provision, advice).plan()


def plan_for(child: Child, *, advice: Sequence[str], seed: int, needs: int = 4, provision: int = 8) -> Plan:
    """A draft plan for this child, whose lines cite advice of these names; what each advises is in the plan's `advice`."""
    chance = random.Random(seed)  # noqa: S311 (it must be the same everywhere)
    writing = _Writing(chance, seed, needs, provision, len(advice))
    writing.child = child
    writing.paragraphs = {name: [] for name in advice}
    return writing.plan()


class _Writing:
    """Writes one plan: advice first, then the lines that cite it."""

    def __init__(self, chance: random.Random, number: int, needs: int, provision: int, advice: int) -> None:
        self.chance, self.number = chance, number
        self.needs, self.provision, self.advice = needs, provision, advice
        self.child = self._child()
        self.paragraphs: dict[str, list[Paragraph]] = {f"adv{place}": [] for place in range(1, advice + 1)}

    def _child(self) -> Child:
        chance = self.chance
        return Child(
            given_names=chance.choice(FIRST) + chance.choice(SECOND), family_name=chance.choice(FAMILY) + chance.choice(ENDING),
            born_on=date(2016, 9, 1) + timedelta(days=chance.randrange(360)), reference=f"EHC-{self.number:06}",
            upn=f"Z8012{self.number:08}", year_group=5, setting="Oakbank Primary School", communicates="speech",
        )  # fmt: skip

    def plan(self) -> Plan:
        """The whole plan."""
        needs = [self._need(place) for place in range(1, self.needs + 1)]
        outcomes = [self._outcome(place) for place in range(1, self.needs + 1)]
        provision = [self._provision(place) for place in range(1, self.provision + 1)]
        papers = [Paper(id=f"k{place}", advice=name) for place, name in enumerate(self.paragraphs, 1)]
        nothing = Section(empty_because="No need was identified; asked the team on 15 September 2026.")
        sections = {
            "A": Section(lines=(self._view(),)), "B": _section(needs), "C": nothing, "D": nothing, "E": _section(outcomes),
            "F": _section(provision), "G": nothing, "H1": nothing, "H2": nothing, "I": Section(), "J": Section(),
            "K": _section(papers),
        }  # fmt: skip
        return Plan(
            child=self.child, sections=sections, dated_on=ON, authority="Millbourne Council", advice=tuple(self._papers()),
            clock=Clock(requested_on=date(2026, 8, 10), decided_to_assess_on=date(2026, 9, 14)),
        )  # fmt: skip

    def _said(self, patterns: tuple[str, ...], **more: str) -> str:
        choose = self.chance.choice
        return choose(patterns).format(
            name=self.child.given_names, skill=choose(words.SKILLS), help=choose(words.HELPS), hinder=choose(words.HINDERS),
            when=choose(words.WHEN), lesson=choose(words.LESSONS), **more
        )  # fmt: skip

    def _cited(self, text: str, *tags: str) -> tuple[Source, ...]:
        """Write a paragraph of advice that says the same, and cite it."""
        name = self.chance.choice(list(self.paragraphs))
        paragraphs = self.paragraphs[name]
        advised = text.replace(" will ", " should ").replace(" cannot yet ", " is not yet able to ")
        paragraphs.append(Paragraph(number=len(paragraphs) + 1, text=advised, tags=tags))
        return (Source(advice=name, paragraph=len(paragraphs)),)

    def _view(self) -> View:
        return View(
            id="a1",
            text=self._said(words.VIEWS),
            by="child",
            about="aspiration",
            gathered="talked about at school",
        )

    def _need(self, place: int) -> Need:
        text = self._said(words.NEEDS)
        return Need(
            id=f"b{place}", text=text, area=self.chance.choice(AREAS[:4]), sources=self._cited(text, "need")
        )

    def _outcome(self, place: int) -> Outcome:
        text = self._said(words.OUTCOMES, year="2027")
        return Outcome(
            id=f"e{place}", text=text, needs=(f"b{place}",), aspirations=("a1",), sources=self._cited(text, "outcome")
        )  # fmt: skip

    def _provision(self, place: int) -> Provision:
        need = (place - 1) % self.needs + 1
        if self.chance.randrange(STANDING_IN) == 0:
            text = self.chance.choice(words.STANDING)
        else:
            text = self._said(
                words.PROVISION, role=self.chance.choice(words.ROLES), group=self.chance.choice(words.GROUPS),
                minutes=self.chance.choice(("15", "20", "30", "40", "45")), often=self.chance.choice(words.OFTEN),
            )  # fmt: skip
        return Provision(
            id=f"f{place}", text=text, needs=(f"b{need}",), outcomes=(f"e{need}",), expertise="qualified for this",
            place="the quiet room",
            reviewed_by="the SENCO", reviewed_when="each half term", group="as the line says", sources=self._cited(text,
            "provision"),
        )  # fmt: skip

    def _papers(self) -> Iterator[Advice]:
        for place, (name, paragraphs) in enumerate(self.paragraphs.items()):
            yield Advice(
                id=name, kind=KINDS[place % len(KINDS)], body="A service", author="An author", role="professional",
                asked_on=date(2026, 9, 15), reached_on=date(2026, 9, 15), dated_on=date(2026, 10, 12),
                received_on=date(2026, 10, 12),
                paragraphs=tuple(paragraphs),
            )  # fmt: skip


def _section(lines: list[Need] | list[Outcome] | list[Provision] | list[Paper]) -> Section:
    held: tuple[Line, ...] = tuple(lines)
    return Section(lines=held)
