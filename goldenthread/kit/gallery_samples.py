"""Invented data for the style page: neutral words, long and short, right and missing."""

from __future__ import annotations

from datetime import date
from typing import Final

from goldenthread.kit import charts
from goldenthread.kit.charts import Chart, Part, Point, Slip, Span
from goldenthread.kit.clock import Clock
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.figures import Figure
from goldenthread.kit.provenance import Source
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.kit.thread import Knot
from goldenthread.kit.thread_picture import Bead

TODAY: Final = date(2026, 11, 23)
PAST_DAY: Final = date(2023, 11, 30)
LETTER: Final = Source("Letter to the council, page 2", "#letter", "Received 5 November 2021")
MINUTES: Final = Source("Minutes of the board, item 4", "#minutes")

NAVIGATION: Final = [
    {"text": "My work", "href": "#work", "current": True},
    {"text": "Board", "href": "#board", "current": False},
    {"text": "Actions", "href": "#actions", "current": False},
    {"text": "Risks", "href": "#risks", "current": False},
    {"text": "Reviews", "href": "#reviews", "current": False},
    {"text": "What changed", "href": "#changed", "current": False},
    {"text": "Papers", "href": "#papers", "current": False},
]
FOOTER: Final = [{"text": "Accessibility", "href": "#accessibility"}, {"text": "Privacy", "href": "#privacy"}]
MESSAGES: Final = [
    {"level_tag": "success", "message": "Your update is saved. The lead will see it on Monday."},
    {"level_tag": "warning", "message": "Saved, but no date was given, so nobody will be reminded."},
    {
        "level_tag": "error",
        "message": "Somebody else changed this while you were typing. Both versions are below.",
    },
]

KNOTS: Final = (
    Knot(
        "The report arrived",
        "done",
        date(2021, 11, 5),
        text="The clock starts on the day that it is received.",
        source=LETTER,
    ),
    Knot(
        "The plan is written and agreed by everybody whose name has to stand under it, which takes longer than people think",
        "done",
        PartialDate(2022, 2),
        source=(LETTER, MINUTES),
        href="#plan",
        children=(
            Knot("The board agreed it", "done", date(2022, 1, 6)),
            Knot("The cabinet agreed it", "done", date(2022, 1, 19), when_words="2 days early"),
        ),
    ),
    Knot(
        "Letters are checked before they go out",
        "late",
        date(2026, 11, 11),
        when_words="12 days late",
        href="#letters",
    ),
    Knot("Families are asked again", "due", date(2027, 1, 25), when_words="in 9 weeks"),
    Knot("Reviewers look at the second area", "not_yet", PartialDate(2027, 3)),
    Knot("The second area is closed", "not_yet"),
)
BEADS: Final = (
    Bead("Why we act", "1 finding", "done", (Knot("What was found", "done", href="#found"),)),
    Bead("What we do", "Action", "late", (KNOTS[2],), is_here=True),
    Bead(
        "What shows it",
        "15 pieces of evidence",
        "done",
        (Knot("Families were asked", "done", href="#asked"),),
        "and 14 more",
    ),
    Bead("What we count", "Nothing yet", "not_yet"),
)
CLOSED: Final = (
    Knot("What was found", "done", PartialDate(2021)),
    Knot(
        "The fourth area is closed",
        "closed",
        PartialDate(2024, 4),
        state_words="Closed by the department",
        source=LETTER,
    ),
)

_WHY: Final = "70 working days after 5 November 2021, leaving out 27 and 28 December and 3 January."
CLOCKS: Final = (
    Clock(
        "The council must send its decision",
        date(2027, 1, 25),
        TODAY,
        who="The assessment team",
        why=_WHY,
        citation="Example Regulations 2015, regulation 4",
        citation_href="#regulation",
        reader_can="You can ask how it is going at any time, and complain if the day passes.",
    ),
    Clock(
        "The service must send its advice",
        date(2026, 11, 11),
        TODAY,
        who="The therapy service",
        why=_WHY,
        citation="Example Regulations 2015, regulation 8",
    ),
    Clock(
        "The board must publish its minutes",
        PartialDate(2026, 11),
        TODAY,
        who="The clerk",
        why="The board chose this month.",
    ),
    Clock(
        "The council must answer the request",
        date(2022, 2, 16),
        TODAY,
        who="The council",
        why=_WHY,
        done_on=date(2022, 2, 28),
    ),
)

FIGURES: Final = (
    Figure(
        "62%",
        "letters sent in time",
        31,
        50,
        "September to November 2026",
        "down",
        "4 points below the target of 66%",
        how="Letters whose date of sending is on or before their due day, out of all letters due in the time.",
        trend=(41, 44, 52, 66, 62),
        trend_words="From 41% a year ago to 62% now",
        sources=(MINUTES,),
    ),
    Figure(
        "1,204",
        "people waiting",
        period="on 1 November 2026",
        direction="level",
        target_words="No target is set",
    ),
    Figure(
        "more than 85%",
        "agreed with the priorities",
        period="autumn 2023",
        base_missing="The number of people who answered was not published",
        sources=(LETTER,),
    ),
)

_COLUMNS: Final = (
    Column("Action", sort_href="#sort-action", sorted="ascending"),
    Column("Lead"),
    Column("Due"),
    Column("State"),
    Column("Letters sent", is_number=True),
)
TABLE: Final = Table(
    "Actions of the second area",
    _COLUMNS,
    [
        [
            Cell("2.1 Check every letter", "#one"),
            "Ada Example; Ben Example",
            date(2026, 11, 11),
            Cell("12 days late", state="late"),
            128,
        ],
        [
            Cell(
                "2.2 Agree with everybody concerned what a good letter looks like, and write it down",
                "#two",
                note="Moved twice",
            ),
            "Not named in the source",
            PartialDate(2027, 3),
            Cell("Not yet", state="not_yet"),
            9,
        ],
        [Cell("2.3 Train the team", "#three"), "Cy Example", None, Cell("Done", state="done"), 1204],
    ],
)
EMPTY_TABLE: Final = Table(
    "Risks", _COLUMNS, [], empty="No risks are recorded. Add one when something might stop an action."
)
JOBS: Final = (
    {
        "do": "Send the decision for Area 2 by Friday",
        "href": "#a",
        "state": "late",
        "state_text": "12 days late",
        "reason": "First because a legal day has passed.",
    },
    {
        "do": "Say how “Train the team” is going",
        "href": "#b",
        "state": "due",
        "state_text": "Due tomorrow",
        "reason": "The board meets on Thursday and reads this line.",
    },
)


def _month_of(day: date) -> PartialDate:
    return PartialDate(day.year, day.month)


SPANS: Final = (
    Span(
        "1. Seeing needs early, in every school and at every age",
        date(2021, 11, 12),
        date(2024, 11, 1),
        "Closed",
    ),
    Span("2. Good letters, on time", date(2021, 11, 12), date(2026, 11, 1), "Still open"),
    Span("4. Working together", date(2021, 11, 12), date(2024, 4, 1), "Closed"),
    Span("4. Working together", date(2025, 3, 1), date(2026, 11, 1), "Still open"),
)
PARTS: Final = tuple(
    Part(row, state, count)
    for row, counts in (
        ("First area", (12, 3, 2, 4)),
        ("Second area, which has a longer name", (2, 0, 1, 14)),
    )
    for state, count in zip(("Done", "On time", "Late", "Not started"), counts, strict=True)
)
SLIPS: Final = (
    Slip("Write the guide", PartialDate(2022, 4), PartialDate(2022, 11)),
    Slip("Train the team", date(2022, 9, 1), date(2022, 9, 1)),
    Slip("Open the centre", date(2023, 9, 1), date(2023, 4, 1)),
)
POINTS: Final = tuple(
    Point(PartialDate(2024, month), value) for month, value in ((1, 41), (4, 44), (7, 52), (10, 56))
)
DRAWINGS: Final = {
    "timeline": lambda look: charts.timeline(SPANS, look),
    "stacked": lambda look: charts.stacked_bars(PARTS, look),
    "slippage": lambda look: charts.slippage(SLIPS, look),
    "line": lambda look: charts.line(POINTS, 60, look, unit="%"),
}


_TOLD: Final = (
    (
        "timeline",
        "When each area was open",
        "The second area is still open; the others have closed, though the fourth was opened again.",
        ("Area", "From", "To", "State"),
        [(s.row, _month_of(s.start), _month_of(s.end), s.state) for s in SPANS],
    ),
    (
        "stacked",
        "Actions by state",
        "Most actions of the first area are done; most of the second have not begun.",
        ("Area", "State", "Actions"),
        [(p.row, p.state, p.count) for p in PARTS],
    ),
    (
        "slippage",
        "Dates promised and dates now",
        "The guide is seven months later than promised; the centre opened five months sooner.",
        ("Action", "Promised", "Now"),
        [(s.row, s.promised, s.now) for s in SLIPS],
    ),
    (
        "line",
        "Letters sent in time",
        "Up from 41% in January 2024 to 56% in October; the target is 60%.",
        ("Month", "Share"),
        [(p.when, f"{p.value:g}%") for p in POINTS],
    ),
)


def drawn(path: str) -> list[Chart]:
    """The drawings with their words and tables."""
    told = []
    for name, title, words, columns, rows in _TOLD:
        titles = [Column(column) for column in columns]
        table = Table(title, titles, rows, is_caption_hidden=True, is_compact=True)
        told.append(Chart(f"{path}?chart={name}", title, words, table))
    return told
