"""Our own categories on a record of the standard: kinds of help and needs."""

from __future__ import annotations

from typing import Any

from goldenthread.localoffer.vocabulary import KIND_LABELS, NEED_LABELS
from goldenthread.openreferral.reading import made_identifier

LABELS = {"need": NEED_LABELS, "kind": KIND_LABELS}
TITLES = {"need": "Needs", "kind": "Kinds of help"}


def category(group: str, code: str) -> dict[str, Any]:
    """One of our categories as a record holds it."""
    plural, label = f"{group}s", LABELS[group][code]
    return {"link_type": "service", "taxonomy_term": {
        "id": made_identifier("term", plural, code), "name": label, "description": label, "term": code,
        "taxonomy": TITLES[group], "taxonomy_id": made_identifier("vocabulary", plural),
    }}  # fmt: skip
