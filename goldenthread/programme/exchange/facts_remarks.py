"""What a file of facts says that has no record of its own: kept as remarks, so that nothing is dropped."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from goldenthread.programme.exchange import facts_words as words

TOLD = {
    "area", "inspection", "statutory_clock", "areas_of_significant_weakness", "actions_known", "governance", "events",
    "monitoring_reviews", "strategy", "consultation", "sources", "seed_addresses", "wsoa_document", "conflicts",
}  # fmt: skip


def remarks(
    facts: dict[str, Any], sources_of: Callable[[dict[str, Any]], list[str]], address_of: Callable[[str], str]
) -> list[dict[str, Any]]:
    """Where sources disagree, and all the rest, with its sources."""

    def addressed(value: Any) -> Any:
        if isinstance(value, dict):
            return {name: addressed(one) for name, one in value.items()}
        if isinstance(value, list):
            return [addressed(one) for one in value]
        return address_of(value) if isinstance(value, str) else value

    found = [
        {"topic": f"Sources disagree: {one['what']}"[:200], "detail": addressed(one), "sources": sources_of(one),
         "words": f"One says: {one['a']}. Another says: {one['b']}. We take: {one['take']}."}
        for one in facts.get("conflicts", [])
    ]  # fmt: skip
    document = facts.get("wsoa_document")
    rest = {name: value for name, value in facts.items() if name not in TOLD}
    rest |= {"wsoa_document": document} if document else {}
    clock = facts.get("statutory_clock")
    rest |= {"statutory_clock": clock} if clock else {}
    statutory = [event for event in facts.get("events", []) if event["kind"] == "statutory"]
    rest |= {"deadlines as the sources give them": statutory} if statutory else {}
    for name, value in rest.items():
        said = value if isinstance(value, str) else words.summary(addressed(value))
        rows = [value] if isinstance(value, dict) else statutory if value is statutory else []
        sources = [source for row in rows for source in sources_of(row)]
        found.append({"topic": name.replace("_", " ").capitalize(), "words": said or name,
                      "detail": {"as gathered": addressed(value)}, "sources": sources})  # fmt: skip
    return found
