"""A file of facts about an area's programme (as gathered from public pages), turned into a programme file.

Nothing is dropped: what has no record of its own becomes a remark, and every source address is kept. A date that a
source gives by month stays a month, and is taken as known from the month's last day.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

from django.utils.text import slugify

from goldenthread.kit.dates import PartialDate
from goldenthread.programme.exchange import facts_remarks
from goldenthread.programme.exchange import facts_words as words

MARKS = {"areas_of_significant_weakness", "inspection", "area"}
REVIEWERS = "DfE and NHS England"
PLAN, STRATEGY, INSPECTION = "wsoa", "strategy", "inspection"


def is_facts(content: dict[str, Any]) -> bool:
    """Whether this is a file of facts and not a programme file."""
    return set(content) >= MARKS


def as_programme_file(facts: dict[str, Any]) -> dict[str, Any]:
    """The same facts as a programme file."""
    told = _Facts(facts)
    file = {
        "format": "goldenthread-programme/1",
        "programme": told.programme(),
        "organisations": [{"name": name} for name in facts["area"].get("partners", [])],
        "bodies": told.bodies(),
        "inspections": [told.inspection()],
        "plans": [told.plan(), *told.strategies()],
        "reviews": told.reviews(),
        "decisions": told.decisions(),
        "timeline": told.timeline(),
        "remarks": facts_remarks.remarks(facts, told.sources, told.address),
    }
    return {name: value for name, value in file.items() if value}


def known_from(text: str) -> str:
    """The day from which something dated so is known: the last that it can mean."""
    return PartialDate.parse(text).last.isoformat()


class _Facts:
    """One file of facts, asked for each part of the programme file."""

    def __init__(self, facts: dict[str, Any]) -> None:
        self.facts = facts
        self.addresses = facts.get("seed_addresses", {})
        self.published = facts["inspection"].get("report_published") or facts["inspection"].get("end")
        self.prepared = facts.get("prepared") or self.published

    def sources(self, of: dict[str, Any], *names: str) -> list[str]:
        """The addresses under `source` and any other names, those of local copies replaced by the page they copy."""
        found: list[str] = []
        for name in ("source", *names):
            value = of.get(name, [])
            found += [value] if isinstance(value, str) else value
        return list(dict.fromkeys(self.address(one) for one in found))

    def address(self, source: str) -> str:
        """An address; a local copy such as "seed:003_….txt" by the address of its page."""
        if not source.startswith("seed:"):
            return source
        number = source.removeprefix("seed:")[:3]
        return str(self.addresses.get(f"seed{int(number)}", source)) if number.isdigit() else source

    def programme(self) -> dict[str, Any]:
        """The programme's own fields."""
        area = self.facts["area"]
        library = {name: self.address(address) for name, address in self.facts.get("sources", {}).items()}
        title = f"SEND improvement in {area['name']}"
        return {
            "slug": slugify(area["name"])[:50], "local_area": area["name"], "authority": area.get("la_name", area["name"]),
            "region": area.get("region", ""), "partners": area.get("partners", []), "library": library,
            "sources": self.sources(area), "versions": [{"known_from": self.published, "title": title}],
        }  # fmt: skip

    def bodies(self) -> list[dict[str, Any]]:
        """The bodies that govern, and the reviewers."""
        found = []
        for one in self.facts.get("governance", []):
            name = one["body"][:200]
            body = {"name": name, "kind": words.body_kind(name), "role": one.get("role", ""),
                    "frequency": one.get("frequency", ""), "sources": self.sources(one)}  # fmt: skip
            meetings = [{"held_on": day} for day in one.get("meetings_seen", [])]
            found.append(body | ({"meetings": meetings} if meetings else {}))
        above = {name for one in self.facts.get("governance", []) for name in one.get("reports_to", [])}
        named = {body["name"] for body in found}
        found += [{"name": name, "kind": words.body_kind(name)} for name in sorted(above - named)]
        for body, one in zip(found, self.facts.get("governance", []), strict=False):
            if one.get("reports_to"):
                body["reports_to"] = one["reports_to"]
        if REVIEWERS not in {body["name"] for body in found}:
            found.append(
                {"name": REVIEWERS, "kind": "department", "role": "reviews progress and decides on closing"}
            )
        return found

    def inspection(self) -> dict[str, Any]:
        """The inspection, its receipt kept apart from its publication, and the findings."""
        one, clock = self.facts["inspection"], self.facts.get("statutory_clock", {})
        found = {
            "key": INSPECTION, "framework": one["framework"], "inspectorates": one.get("inspectorates", []),
            "began_on": one.get("start"), "ended_on": one.get("end"), "published_on": one.get("report_published"),
            "headlines": one.get("headline_findings", []),
            "sources": self.sources(one) + self.sources(clock, "due_source", "rule_source"),
        }  # fmt: skip
        received = one.get("report_received") or clock.get("derived_receipt_date")
        if received:
            how = clock.get("derived_how") if "report_received" not in one else ""
            found |= {"received_on": received, "received_certainty": f"derived: {how}"[:300] if how else ""}
        found["findings"] = [
            {
                "number": area["n"], "words": area["quoted"], "certainty": area.get("quoted_status", "")[:300],
                "reviewers_words": area.get("dfe_short_form", ""), "sources": self.sources(area, "dfe_source"),
            }
            for area in self.facts["areas_of_significant_weakness"]
        ]  # fmt: skip
        return found

    def plan(self) -> dict[str, Any]:
        """The statement of action with its areas, known actions and route."""
        document = self.facts.get("wsoa_document", {})
        return {
            "key": PLAN, "regime": "wsoa", "title": document.get("title", "Written Statement of Action")[:300],
            "inspection": INSPECTION, "known_on": self.published, "delivery_months": document.get("delivery_period_months"),
            "sources": self.sources(document, "delivery_source"), "certainty": document.get("version_seen", "")[:300],
            "areas": [self.area(one) for one in self.facts["areas_of_significant_weakness"]],
            "route": list(self.route(PLAN)),
        }  # fmt: skip

    def area(self, one: dict[str, Any]) -> dict[str, Any]:
        """One area with the actions that are known of it."""
        opened = one.get("opened") or self.published
        actions = [action for action in self.facts.get("actions_known", []) if action["area"] == one["n"]]
        return {
            "number": one["n"], "key": one["key"], "opened_on": opened, "known_on": known_from(opened),
            "sources": self.sources(one, "closed_source", "dfe_source"), "answers": [f"{INSPECTION}/{one['n']}"],
            "versions": [{"known_from": known_from(opened), "title": one["short"]}],
            "certainty": one.get("still_open_status", "")[:300],
            "actions": [self.action(action) for action in actions],
        }  # fmt: skip

    def action(self, one: dict[str, Any]) -> dict[str, Any]:
        """A known action: known from the date in the words of its state, or else from the day the facts were gathered."""
        state = one.get("state", "")
        dated = one.get("date") or words.date_in(state)
        known = known_from(dated) if dated else self.prepared
        version = {
            "known_from": known,
            "text": one["what"],
            "delivery": words.delivery(state),
            "status_as_written": state,
        }
        return {
            "key": slugify(one["what"])[:100],
            "known_on": known,
            "sources": self.sources(one),
            "versions": [version],
        }

    def route(self, document: str) -> Iterator[dict[str, Any]]:
        """The steps of a document to approval that the events tell."""
        for event in self.facts.get("events", []):
            step, of = words.route_step(event)
            if step and of == document:
                yield {"step": step, "happened_on": event["date"], "known_on": known_from(event["date"]),
                       "words": event["what"], "sources": self.sources(event), "certainty": event.get("status", "")}  # fmt: skip

    def strategies(self) -> list[dict[str, Any]]:
        """The strategy with its priorities, and what its consultation gave."""
        one = self.facts.get("strategy")
        if not one:
            return []
        begun = one.get("consultation_opened") or one.get("cabinet") or self.prepared
        priorities = [
            {"number": number, "title": title, "sources": self.sources(one)}
            for number, title in enumerate(one.get("priorities", []), 1)
        ]
        plan = {
            "key": STRATEGY, "regime": "strategy", "title": one["title"], "known_on": known_from(begun),
            "replaces": one.get("replaces", ""), "sources": self.sources(one), "priorities": priorities,
            "route": list(self.route(STRATEGY)),
        }  # fmt: skip
        measure = self.consultation(one)
        return [plan | ({"measures": [measure]} if measure else {})]

    def consultation(self, strategy: dict[str, Any]) -> dict[str, Any] | None:
        """How many agreed: a bound stays a bound, and a base that nobody published stays unknown."""
        one = self.facts.get("consultation")
        if not one:
            return None
        agreed, base = one.get("agree_or_strongly_agree_pct", {}), one.get("responses")
        value = words.bound(agreed, base)
        when = one.get("closed") or strategy.get("scrutiny") or strategy.get("cabinet") or self.prepared
        reading = {"period": when[:7], "actual": value, "known_on": known_from(when), "sources": self.sources(one),
                   "certainty": one.get("responses_status", "")[:300]}  # fmt: skip
        return {
            "key": "agree-with-priorities", "name": "People who agreed or strongly agreed with the strategy’s priorities",
            "definition": f"Of {one.get('of', 'those who answered')}.", "better": "higher", "known_on": known_from(when),
            "sources": self.sources(one), "readings": [reading],
        }  # fmt: skip

    def reviews(self) -> list[dict[str, Any]]:
        """The monitoring reviews with what they said; which areas closed is in the decisions."""
        found = []
        for one in self.facts.get("monitoring_reviews", []):
            points = [
                {"kind": kind, "text": text}
                for name, kind in (("strengths", "strength"), ("facts", "finding"), ("pressures", "pressure"),
                                   ("still_early", "still early"), ("next", "ask"))
                for text in one.get(name, [])
            ]  # fmt: skip
            behind = [{"kind": "finding", "text": f"Behind: {one['behind']}"}] if one.get("behind") else []
            on_track = one.get("on_track_areas")
            behind += [{"kind": "finding", "text": f"On track in {on_track} areas"}] if on_track else []
            told = self._event_of(one["date"])
            review = {
                "key": one["date"], "held_on": one["date"], "known_on": known_from(one["date"]),
                "overall": one.get("overall", ""),
                "label": told.get("what", "").split(";")[0][:200], "sources": self.sources(one) + self.sources(told),
                "certainty": (one.get("date_status") or told.get("status", ""))[:300], "points": points + behind,
            }  # fmt: skip
            review["sources"] = list(dict.fromkeys(review["sources"]))
            found.append(review)
        return found

    def _event_of(self, day: str) -> dict[str, Any]:
        events = self.facts.get("events", [])
        return next((one for one in events if one["kind"] == "monitoring" and one["date"] == day), {})

    def decisions(self) -> list[dict[str, Any]]:
        """The decisions that closed areas: from the areas themselves, one for each month in which any closed."""
        closings: dict[str, list[dict[str, Any]]] = {}
        for area in self.facts["areas_of_significant_weakness"]:
            if area.get("closed"):
                closings.setdefault(area["closed"], []).append(area)
        reviewed = {review["date"] for review in self.facts.get("monitoring_reviews", [])}
        found = []
        for day, areas in sorted(closings.items()):
            sources = list(
                dict.fromkeys(one for area in areas for one in self.sources(area, "closed_source"))
            )
            letter = self.sources({"source": areas[0].get("closed_source", [])}) or sources
            names = " and ".join(str(area["n"]) for area in areas)
            decision = {
                "key": f"closing-{day}", "decided_on": day, "known_on": known_from(day), "body": REVIEWERS,
                "words": f"Clear and sustained progress: area {names} will no longer be monitored.",
                "letter_title": f"Outcome of the review of {PartialDate.parse(day)}",
                "letter_address": letter[0] if letter else "", "sources": sources,
                "effects": [{"effect": "closes", "area": f"{PLAN}/{area['key']}"} for area in areas],
            }  # fmt: skip
            found.append(decision | ({"review": day} if day in reviewed else {}))
        return found

    def timeline(self) -> list[dict[str, Any]]:
        """The events that are neither reviews nor steps to approval, nor deadlines: those the law works out."""
        found, taken = [], set()
        for event in self.facts.get("events", []):
            if event["kind"] in {"monitoring", "statutory"} or words.route_step(event)[0]:
                continue
            key = f"{event['date']}-{slugify(event['what'])}"[:110]
            while key in taken:
                key += "-2"
            taken.add(key)
            found.append({"key": key, "happened_on": event["date"], "known_on": known_from(event["date"]),
                          "kind": event["kind"], "what": event["what"], "sources": self.sources(event),
                          "certainty": event.get("status", "")})  # fmt: skip
        return found
