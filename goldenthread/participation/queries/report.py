"""Published results as tables and figures for a page."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.utils.html import format_html
from django.utils.safestring import SafeString

from goldenthread.kit.chance import Z95, limits
from goldenthread.kit.figures import Figure
from goldenthread.kit.small_numbers import SMALLEST_SHOWN
from goldenthread.kit.table import Column, Table
from goldenthread.participation.models import Survey
from goldenthread.participation.queries.translating import shown_numbers

HIDDEN = "too few to show"


@dataclass(frozen=True)
class Shown:
    """One question as the page shows it."""

    words: str
    figure: Figure | None
    tables: list[Table]
    base: int | None
    note: str = ""


@dataclass(frozen=True)
class Report:
    """A survey's results, each with its base."""

    size: str
    rate: str
    asked: str
    second: str
    chance: str
    questions: list[Shown]
    languages: str = ""


def _percent(count: int, base: int) -> str:
    return f"{100 * count / base:.0f}%"


def bar(count: int | None, base: int | None) -> SafeString | str:
    """A bar as long as the share, beside the number that says it."""
    if count is None or not base:
        return ""
    return format_html(
        '<svg class="gt-bar" viewBox="0 0 100 12" preserveAspectRatio="none" aria-hidden="true" focusable="false">'
        '<rect class="gt-bar__ground" width="100" height="12"/><rect class="gt-bar__part" width="{}" height="12"/></svg>',
        f"{100 * count / base:.1f}",
    )


def report(survey: Survey, content: dict[str, Any]) -> Report:
    """The page of a survey's published results."""
    size = content["responses"]
    return Report(
        size=f"{size:,} people answered." if size else f"Fewer than {SMALLEST_SHOWN} people answered, so nothing is shown.",
        rate=_rate(size, content["asked_number"]), asked=content["asked"], second=_second(content["second_answers"]),
        chance="" if content["is_sample"] else "People chose for themselves whether to answer, so the results tell what these "
        "people think. They need not be like everybody else.",
        questions=[_shown(one, content["is_sample"], survey.edition) for one in content["questions"]],
        languages=shown_numbers(content.get("languages", {})),
    )  # fmt: skip


def _rate(size: int | None, asked: int | None) -> str:
    if not size:
        return ""
    if not asked:
        return "Response rate: not known, because nobody knows how many people were asked."
    return f"Response rate: {_percent(size, asked)} ({size:,} of {asked:,} who were asked)."


def _second(number: int | None) -> str:
    """What is said of answers that may be somebody's second."""
    if number == 0:
        return "No answer looked like somebody’s second."
    many = f"Fewer than {SMALLEST_SHOWN}" if number is None else f"{number:,}"
    return (
        f"{many} of the answers may be somebody’s second: they came from a device that had answered before, or repeat a long "
        "text word for word. They are counted, because a family or a library may share one device."
    )


def _shown(one: dict[str, Any], is_sample: bool, edition: int) -> Shown:
    base = one["base"]
    if base is None:
        return Shown(
            one["words"],
            None,
            [],
            None,
            f"Fewer than {SMALLEST_SHOWN} people answered this, so nothing is shown.",
        )
    tables = [_table(one["words"], one["options"], one["counts"], base)]
    tables += [_cut_table(one, cut) for cut in one["cuts"]]
    if one["months"]:
        tables.append(_months_table(one))
    return Shown(one["words"], _figure(one, is_sample), tables, base, _note(one, edition))


def _note(one: dict[str, Any], edition: int) -> str:
    first, last = one["editions"]
    if last is not None:
        return f"Asked until the questions were changed (editions {first} to {last})."
    return f"Asked in these words since the questions were changed (edition {first})." if first > 1 else ""


def _figure(one: dict[str, Any], is_sample: bool) -> Figure | None:
    share = one["share"]
    if share is None:
        return None
    how = one["rule"]
    if is_sample:
        low, high = limits(share["percent"], share["base"], Z95)
        how += f" Chance alone could move the share between {low:.0f}% and {high:.0f}% (19 times in 20)."
    return Figure(
        _percent(share["count"], share["base"]), share["words"], share["count"], share["base"], how=how
    )


def _cell(count: int | None, base: int | None) -> str:
    if count is None or base is None:
        return HIDDEN
    return f"{count:,} ({_percent(count, base)})"


def _table(words: str, options: Sequence[str], counts: Sequence[int | None], base: int) -> Table:
    rows = [
        [
            option,
            bar(count, base),
            count if count is not None else HIDDEN,
            _percent(count, base) if count is not None else "",
        ]
        for option, count in zip(options, counts, strict=True)
    ]
    columns = [
        Column("Answer"),
        Column("Drawn"),
        Column("People", is_number=True),
        Column("Share", is_number=True),
    ]
    return Table(f"{words} {base:,} people answered", columns, rows, is_caption_hidden=True)


def _cut_table(one: dict[str, Any], cut: dict[str, Any]) -> Table:
    """Each group's positive share, out of all in the group."""
    rows = []
    for group, base, share in zip(cut["groups"], cut["bases"], cut["shares"], strict=True):
        rows.append(
            [
                group,
                bar(share["count"] if share else None, base),
                _cell(share["count"], base) if share else HIDDEN,
                base,
            ]
        )
    columns = [Column("Group"), Column("Drawn"), Column(_positive(one)), Column("Answered", is_number=True)]
    return Table(f"By “{cut['by']}”", columns, rows, is_compact=True)


def _positive(one: dict[str, Any]) -> str:
    return _POSITIVE[one["kind"]]


_POSITIVE = {"agree": "Agree or strongly agree", "experience": "Very good or good", "knows": "Yes"}


def _months_table(one: dict[str, Any]) -> Table:
    rows = []
    for month in one["months"]:
        share, base = month["share"], month["base"]
        name = f"{date.fromisoformat(month['month'] + '-01'):%B %Y}"
        rows.append([name, bar(share["count"] if share else None, base), _cell(share["count"], base) if share else HIDDEN,
                     base if base is not None else HIDDEN])  # fmt: skip
    columns = [
        Column("Month"),
        Column("Drawn"),
        Column("Very good or good"),
        Column("People", is_number=True),
    ]
    return Table("By month", columns, rows)
