"""docs/running/assurance.md, made from what the last runs of the lines found."""

from __future__ import annotations

from datetime import datetime
from pathlib import Path
from typing import Any

PLACE = Path(__file__).resolve().parents[1] / "docs" / "running" / "assurance.md"
COLUMNS = "| | What is asked | Result | What was tried | What is open | When (UTC), commit |"
HEAD = Path(__file__).with_name("head.md")


def text(ledger: dict[str, Any]) -> str:
    """The whole page."""
    counts = ", ".join(f"{number} {state}" for state, number in ledger["states"].items() if number)
    parts = [HEAD.read_text(encoding="utf-8"), f"**Now:** {counts}."]
    for title, letter in (("Security and privacy", "S"), ("Reliability", "R")):
        rows = [_row(line) for line in ledger["lines"] if line["id"].startswith(letter)]
        parts.append("\n".join([f"## {title}", "", COLUMNS, "|---|---|---|---|---|---|", *rows]))
    return "\n\n".join(part.strip() for part in parts) + "\n"


def _row(line: dict[str, Any]) -> str:
    counts = [f"{one['tried']:,} {one['what']}, {one['failed']:,} failed" for one in line["counted"]]
    tests = [f"{line['tests']} tests in {line['seconds']:.0f} s"] if line["tests"] else []
    skipped = [f"{len(line['skipped'])} of them skipped"] if line["skipped"] else []
    open_ends = [*(f"**{one}**" for one in line["failures"]), *([line["open"]] if line["open"] else [])]
    beside = "" if line["is_clean"] else ", and changes beside it"
    full = ", full counts" if line["is_full"] else ""
    when = f"{datetime.fromisoformat(line['at']):%-d %B %Y, %H:%M}, `{line['commit'][:10]}`{beside}{full}"
    cells = [line["id"], f"**{line['title']}**: {line['asked']}", line["state"].capitalize(),
             "; ".join(counts + tests + skipped), " ".join(open_ends), when]  # fmt: skip
    return "| " + " | ".join(cell.replace("|", "/") for cell in cells) + " |"


def write(ledger: dict[str, Any]) -> None:
    """Put the page where it belongs."""
    PLACE.write_text(text(ledger))
