"""What of the messages that were acknowledged is in the database, what is half there, and whether the audit is whole."""

from __future__ import annotations

import hashlib
import subprocess
import sys

import psycopg

from assurance.tests.site import Site, content

PAPERS = "SELECT message_id, octet_length(content), convert_from(substring(content FROM 1 FOR 40), 'UTF8') FROM casework_paper"


def troubles(site: Site) -> dict[str, int]:
    """What was lost or is half there, by its kind."""
    with psycopg.connect(site.database) as held:
        rows = held.execute("SELECT id, words FROM casework_message").fetchall()
        papers = held.execute(PAPERS).fetchall()
        events = held.execute(
            "SELECT subject FROM audit_event WHERE action = 'casework.message.came'"
        ).fetchall()
    whole = {key: int(words.split()[1]) for key, words in rows}
    with_paper = {key for key, size, words in papers if _is_its_own(whole.get(key), size, words)}
    noted = {int(subject.rpartition(":")[2]) for (subject,) in events}
    return {
        "acknowledged and lost": len(set(site.kept) - set(whole.values())),
        "messages without their whole file": len(set(whole) - with_paper),
        "messages without their event": len(set(whole) - noted),
        "events or files without a message": len(noted - set(whole))
        + len({key for key, _, _ in papers} - set(whole)),
        "messages twice": len(rows) - len(set(whole.values())),
        "files left in the folder for passing ones": len(site.left_behind()),
        "audits that do not fit": int(not audit_fits(site)),
    }


def _is_its_own(number: int | None, size: int, words: str) -> bool:
    return number is not None and size == len(content(number)) and words.split("\n")[0] == f"File of {number}"


def audit_fits(site: Site) -> bool:
    """Whether the whole chain of the audit is as it was written."""
    command = [sys.executable, "-m", "goldenthread.cli", "audit", "verify"]
    said = subprocess.run(command, env=site.settings, capture_output=True, text=True)
    return said.returncode == 0 and "the chain is whole" in said.stdout


def whole_messages(address: str) -> set[int]:
    """The numbers of the messages that are there with every byte of their file."""
    question = """SELECT words, encode(sha256(content), 'hex') FROM casework_message
                  JOIN casework_paper ON message_id = casework_message.id"""
    with psycopg.connect(address) as held:
        rows = [(int(words.split()[1]), sha) for words, sha in held.execute(question).fetchall()]
    return {number for number, sha in rows if sha == hashlib.sha256(content(number).encode()).hexdigest()}
