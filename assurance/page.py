"""docs/running/assurance.md, made from the ledger of the last run."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

PLACE = Path(__file__).resolve().parents[1] / "docs" / "running" / "assurance.md"
COLUMNS = "| | What is asked | Result | What was tried | What is open |"
HEAD = Path(__file__).with_name("head.md")


def text(ledger: dict[str, Any]) -> str:
    """The whole page."""
    at = datetime.fromisoformat(ledger["at"])
    counts = ", ".join(f"{number} {state}" for state, number in ledger["states"].items())
    kind = "the full counts" if ledger["is_full"] else "the smaller counts"
    beside = "" if ledger["is_clean"] else ", with changes beside it that were not committed"
    when = f"{at:%-d %B %Y, %H:%M} UTC, commit `{ledger['commit'][:12]}`{beside}"
    said = f"**The last run:** {when}, {kind}, {ledger['seconds'] / 60:.0f} minutes: {counts}."
    parts = [HEAD.read_text(encoding="utf-8"), said]
    for title, letter in (("Security and privacy", "S"), ("Reliability", "R")):
        rows = [_row(line) for line in ledger["lines"] if line["id"].startswith(letter)]
        parts.append("\n".join([f"## {title}", "", COLUMNS, "|---|---|---|---|---|", *rows]))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _row(line: dict[str, Any]) -> str:
    counts = [f"{one['tried']:,} {one['what']}, {one['failed']:,} failed" for one in line["counted"]]
    tests = [f"{line['tests']} tests in {line['seconds']:.0f} s"] if line["tests"] else []
    skipped = [f"{len(line['skipped'])} of them skipped"] if line["skipped"] else []
    open_ends = [*(f"**{one}**" for one in line["failures"]), *([line["open"]] if line["open"] else [])]
    cells = [line["id"], f"**{line['title']}**: {line['asked']}", line["state"].capitalize(),
             "; ".join(counts + tests + skipped), " ".join(open_ends)]  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def write(ledger: dict[str, Any]) -> None:
    """Put the page where it belongs."""
    PLACE.write_text(text(ledger))
