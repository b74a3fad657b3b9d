"""Codes of short addresses, which somebody types from a card, and which visits by them are counted."""

from __future__ import annotations

import re

from goldenthread.kit import secret_links

LENGTH = 6
"""27 to the sixth: 387 million codes. Guessing one shows no more than a page that everybody can read."""
MACHINES = re.compile(r"bot|crawl|spider|preview|fetch|monitor|scan|curl|wget|python|headless", re.IGNORECASE)
"""What programs call themselves that open addresses for nobody. The name is looked at and not kept."""


def new_code() -> str:
    """A code to print: "K7QM2X"."""
    return secret_links.new_code(LENGTH)


def is_a_person(agent: str, purpose: str) -> bool:
    """Whether a visit is counted: not that of a program which says so, nor a browser's own look ahead.

    >>> is_a_person("Mozilla/5.0 (Linux; Android 14)", ""), is_a_person("Googlebot/2.1", ""), is_a_person("x", "prefetch")
    (True, False, False)
    """
    return bool(agent) and not MACHINES.search(agent) and "prefetch" not in purpose.lower()
