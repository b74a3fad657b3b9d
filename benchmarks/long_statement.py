"""A statement of 100 pages and more: the gate over it, and its PDF, Word, CSV and JSON.

Seconds are of the processor, the best of three rounds, so that a busy machine tells nearly the same. Run: make bench
"""

from __future__ import annotations

import sys
import time
from collections.abc import Callable
from io import BytesIO

from pypdf import PdfReader

from goldenthread.evidence.publishing import forms
from goldenthread.evidence.publishing.changes import changes
from goldenthread.evidence.publishing.gate import findings
from goldenthread.evidence.publishing.parts import (
    Document,
    Figure,
    Heading,
    Paragraph,
    Part,
    PlanLine,
    fingerprint,
)

AREAS, ACTIONS, FIGURES, LEAST_PAGES, MOST_SECONDS, ROUNDS = 60, 14, 4, 100, 5.0, 3
WORDS = (
    "We agree with families what will change, who does it, and how everybody will know that it has worked. "
)


def long_document() -> Document:
    """A statement whose areas have words, figures and a table of actions each; nothing in it is real."""
    parts: list[Part] = []
    for area in range(1, AREAS + 1):
        parts += [Heading(f"Area {area}"), *(Paragraph(f"{area}-{n}", WORDS * 6) for n in range(4))]
        parts += [
            Figure(f"{area}-{n}", f"Measure {n}", "68.4%", 842, 1231, "Finished in the year", "2025-04-30")
            for n in range(FIGURES)
        ]
        parts += [
            PlanLine(
                f"{area}.{n}",
                f"{area}",
                f"{area}.{n}",
                WORDS,
                "2025-05",
                "2025-03",
                "In progress",
                "Head of SEND",
            )
            for n in range(1, ACTIONS + 1)
        ]
    return Document(
        "statement-of-action", "Statement of action", "Invented Borough", "2025-04-30", parts, True
    )


def seconds(work: Callable[[], object]) -> float:
    """The processor's seconds for some work, the best of several rounds."""
    spent = []
    for _ in range(ROUNDS):
        began = time.process_time()
        work()
        spent.append(time.process_time() - began)
    return min(spent)


def main() -> int:
    """Print what each form costs; 1 where the statement is too short to tell or its PDF takes too long."""
    document = long_document()
    sha256 = fingerprint(document.as_data())
    pdf = forms.as_pdf(document, version="Version 1", sha256=sha256)
    pages = len(PdfReader(BytesIO(pdf)).pages)
    print(f"{pages} pages, {len(document.parts):,} parts, {len(pdf) / 1024:,.0f} KiB of PDF")
    took = {
        "PDF": seconds(lambda: forms.as_pdf(document, version="Version 1", sha256=sha256)),
        "Word": seconds(lambda: forms.as_docx(document, version="Version 1", sha256=sha256)),
        "CSV": seconds(lambda: forms.as_csv(document)),
        "JSON and its hash": seconds(lambda: fingerprint(document.as_data())),
        "the gate": seconds(lambda: findings(document)),
        "differences from itself": seconds(lambda: changes(document, document)),
    }
    for name, spent in took.items():
        print(f"  {name:<26} {spent:6.2f} s")
    held = pages >= LEAST_PAGES and took["PDF"] < MOST_SECONDS
    print("" if held else f"BROKEN: at least {LEAST_PAGES} pages, and the PDF in under {MOST_SECONDS:.0f} s")
    return 0 if held else 1


if __name__ == "__main__":
    sys.exit(main())
