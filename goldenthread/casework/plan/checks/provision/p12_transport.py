"""P12: transport among educational provision."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import PROVISION, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import IPSEA_F
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import phrases

TRANSPORT = phrases(
    "transport", "transportation", "taxis?", "mini ?bus(?:es)?", "passenger assistants?", "school bus",
    r"home to (?:school|college)(?: \w+)?",
    r"travel (?:assistance|to school|to and from|arrangements|support|costs?|allowance)",
    r"(?:driven|taken|brought) to (?:and from )?(?:school|college)", "mileage(?: allowance)?", r"passenger escorts?",
    but=(r"public transport", r"transport (?:topic|museum|project|theme|system|timetables?)",
    r"topics? (?:on|about|of) transport", r"travel training",
    r"(?:use|using|learn about|names? of|book|booking|own|catch) (?:a |of )?(?:transport|taxis?)", r"road transport"),
    family="provision",
)  # fmt: skip


def find(sheet: Sheet) -> Iterator[Found]:
    """Transport in sections of educational provision."""
    for kind, line in sheet.provision:
        if kind.field == "education":
            for span in TRANSPORT.spans(line.text):
                yield on_line(kind.key, line, CHECK.said(span), span)


CHECK = Check(
    id="P12",
    title="Transport",
    severity=Severity.WARN,
    says="“{words}” is transport.",
    why="Getting to school is not special educational provision. It is decided under another law, with an appeal of its own.",
    mend="Take it out of the provision and record it with the travel team. Teaching somebody to travel may stay.",
    sources=(IPSEA_F,),
    reads=PROVISION,
    spans=TRANSPORT.spans,
    find=find,
)
