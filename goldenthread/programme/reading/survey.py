"""A first look over a plan's lines: what its numbers and bullets stand for, which no single line can tell."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import pairwise

from goldenthread.programme.reading.headings import action_heading, area_heading, plain_number
from goldenthread.programme.reading.labels import labels_in
from goldenthread.programme.reading.lines import Line, Table
from goldenthread.programme.reading.months import heading_date, is_period_heading
from goldenthread.programme.reading.tables import columns_of


@dataclass(frozen=True)
class Survey:
    """What holds for the whole plan."""

    named_areas: bool  # "Priority 1: …" opens areas
    numbered_areas: bool  # "1. …" opens areas
    numbered_actions: bool  # "1.1 …" or "Action 3: …" opens actions
    action_tables: bool  # actions are in tables, so bullets elsewhere are prose
    do_headings: bool  # "What we will do:" opens lists of actions
    month_headings: bool  # a line that is only a month opens a list


def survey(blocks: Sequence[Line | Table]) -> Survey:
    """Look over all lines once."""
    lines = [block for block in blocks if isinstance(block, Line)]
    named = any(area_heading(line.text) for line in lines)
    actions = [heading for line in lines if (heading := action_heading(line.text))]
    do_headings = any(is_do_heading(line.text) for line in lines)
    dotted = any("." in (heading.number or "") for heading in actions)
    numbered = not named and (dotted or bool(actions) or _lists_follow_numbers(lines, do_headings))
    months = any(heading_date(line.text) or is_period_heading(line.text) for line in lines)
    return Survey(named, numbered, bool(actions), _has_action_table(blocks), do_headings, months)


def _has_action_table(blocks: Sequence[Line | Table]) -> bool:
    tables = [block for block in blocks if isinstance(block, Table)]
    heads = [columns_of(row, None) for table in tables for row in table.rows[:15]]
    return any(head and head.fields for head in heads)


def is_do_heading(text: str) -> bool:
    """Whether a line announces actions ("What we are going to do:") and holds none itself."""
    labels = labels_in(text)
    return len(labels) == 1 and labels[0].field == "action" and not labels[0].text


def _lists_follow_numbers(lines: list[Line], do_headings: bool) -> bool:
    """Whether "1. …" lines are followed by bullets or "What we will do", so that they are areas and not
    actions.
    """
    announced = False
    for line, following in pairwise(lines):
        announced = announced or is_do_heading(line.text)
        if line.bullet or not plain_number(line.text):
            continue
        if do_headings:
            return not announced
        if is_do_heading(following.text) or (following.bullet and not labels_in(following.text)):
            return True
    return False


def title_among(paragraphs: Sequence[Line]) -> Line | None:
    """Of the paragraphs before a list: the last heading, else the last short title, else the last of all."""
    headings = [line for line in paragraphs if line.heading]
    short = [line for line in paragraphs if len(line.text.split()) <= 12 and line.text[-1] not in ".:;,?"]
    found = headings or short or list(paragraphs)
    return found[-1] if found else None
