"""What a programme file holds: for each kind of record its fields, its natural key and its place in the tree.

Reading, writing and the JSON Schema all follow this one table. A record is named across the file by its
keys from the plan down, with slashes: "wsoa/ehc-plans/2.1".
"""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldenthread.partners.models import Body, Organisation
from goldenthread.programme import models as held

FORMAT = "goldenthread-programme/1"
SOURCED = ("sources", "certainty")
RETRACTED = ("taken_back_on", "taken_back_why")


@dataclass(frozen=True)
class Kind:
    """One kind of record: a list called `name` in its parent's object.

    `refs` are single links and `many` are several, each to the kind that it names. `known_by` is the dated field from
    which the day of knowledge follows when the file does not give it. `scope` leads from the record to its programme.
    """

    name: str
    model: Any
    parent: str
    scope: str
    key: tuple[str, ...]
    fields: tuple[str, ...]
    refs: tuple[tuple[str, str], ...] = ()
    many: tuple[tuple[str, str], ...] = ()
    known_by: str = ""
    versions: Any = None
    children: tuple[str, ...] = ()


_AREA, _PLAN, _ACTION = "plan__programme", "programme", "area__plan__programme"
KINDS: dict[str, Kind] = {
    kind.name: kind
    for kind in (
        Kind("remarks", held.Remark, "programme", "programme", ("topic", "words"), ("topic", "words", "detail", *SOURCED)),
        Kind("inspections", held.Inspection, "programme", "programme", ("key",),
             ("key", "framework", "inspectorates", "began_on", "ended_on", "received_on", "received_certainty",
              "published_on", "headlines", *SOURCED), children=("findings",)),
        Kind("findings", held.Finding, "inspection", "inspection__programme", ("number",),
             ("number", "kind", "words", "reviewers_words", *SOURCED)),
        Kind("plans", held.Plan, "programme", _PLAN, ("key",),
             ("key", "regime", "title", "delivery_months", "known_on", "replaces", "is_public", *SOURCED),
             refs=(("inspection", "inspections"),), children=("areas", "route", "measures", "priorities", "publications")),
        Kind("areas", held.Area, "plan", _AREA, ("key",), ("number", "key", "opened_on", "known_on", *SOURCED),
             many=(("answers", "findings"),), known_by="opened_on", versions=held.AreaVersion,
             children=("actions", "evidence", "sustained_checks")),
        Kind("actions", held.Action, "area", _ACTION, ("key",), ("key", "number", "known_on", *SOURCED),
             versions=held.ActionVersion, children=("dependencies", "milestones", "notes")),
        Kind("dependencies", held.Dependency, "action", f"action__{_ACTION}", ("needs", "known_on"),
             ("known_on", *SOURCED, *RETRACTED), refs=(("needs", "actions"),)),
        Kind("milestones", held.Milestone, "action", f"action__{_ACTION}", ("title", "known_on"),
             ("title", "due", "known_on", "reached_on", "reached_known_on", *SOURCED, *RETRACTED)),
        Kind("notes", held.ProgressNote, "action", f"action__{_ACTION}", ("label", "text", "noted_on"),
             ("known_on", "noted_on", "label", "text", *SOURCED), known_by="noted_on"),
        Kind("evidence", held.Evidence, "area", _ACTION, ("title", "address"),
             ("title", "kind", "address", "dated_on", "shows", "says", "owner", "whose", "confidence", "is_publishable",
              "confirmed_on", "known_on", "gone_on", "gone_why", *SOURCED),
             refs=(("action", "actions"), ("supersedes", "evidence")), known_by="dated_on"),
        Kind("sustained_checks", held.SustainedCheck, "area", _ACTION, ("checked_on", "answer"),
             ("checked_on", "answer", "words", "next_on", "known_on", *SOURCED), known_by="checked_on"),
        Kind("route", held.RouteStep, "plan", _AREA, ("step", "happened_on"),
             ("step", "happened_on", "words", "amendments", "known_on", *SOURCED, *RETRACTED), refs=(("body", "bodies"),),
             known_by="happened_on"),
        Kind("measures", held.Measure, "plan", _AREA, ("key",),
             ("key", "name", "definition", "better", "baseline", "target", "known_on", *SOURCED),
             refs=(("area", "areas"),), children=("readings",)),
        Kind("readings", held.Reading, "measure", f"measure__{_AREA}", ("period", "milestone", "actual"),
             ("period", "milestone", "actual", "known_on", *SOURCED, *RETRACTED), known_by="period"),
        Kind("priorities", held.Priority, "plan", _AREA, ("number",), ("number", "title", *SOURCED),
             many=(("areas", "areas"), ("actions", "actions"))),
        Kind("publications", held.Publication, "plan", _AREA, ("number",),
             ("number", "published_on", "note", "content", "sha256")),
        Kind("reviews", held.Review, "programme", "programme", ("key",),
             ("key", "kind", "label", "held_on", "overall", "attendees", "next_on", "known_on", *SOURCED),
             known_by="held_on", children=("points",)),
        Kind("points", held.ReviewPoint, "review", "review__programme", ("kind", "text", "area"), ("kind", "text"),
             refs=(("area", "areas"),)),
        Kind("decisions", held.Decision, "programme", "programme", ("key",),
             ("key", "decided_on", "words", "letter_title", "letter_address", "known_on", *SOURCED),
             refs=(("body", "bodies"), ("review", "reviews")), known_by="decided_on", children=("effects",)),
        Kind("effects", held.Effect, "decision", "decision__programme", ("effect", "area", "action"), ("effect",),
             refs=(("area", "areas"), ("action", "actions"))),
        Kind("risks", held.Risk, "programme", "programme", ("key",), ("key", "known_on"), refs=(("area", "areas"),),
             versions=held.RiskVersion),
        Kind("timeline", held.TimelineEvent, "programme", "programme", ("key",),
             ("key", "happened_on", "kind", "what", "known_on", *SOURCED), known_by="happened_on"),
    )
}  # fmt: skip
TOP = ("remarks", "inspections", "plans", "reviews", "decisions", "risks", "timeline")
ORDER = ("remarks", "inspections", "findings", "plans", "areas", "actions", "dependencies", "milestones", "notes", "evidence",
         "sustained_checks", "route", "measures", "readings", "priorities", "publications", "reviews", "points", "decisions",
         "effects", "risks", "timeline")  # fmt: skip
"""The order of loading: what is linked to comes before what links."""

PARTS = ("points", "effects")
"""Parts of a fact: they come with it, and are never added to one that is already recorded."""

PROGRAMME = ("slug", "local_area", "authority", "region", "partners", "library", *SOURCED)
ORGANISATION = ("name", "short_name", "kind", "began_on", "ended_on", *SOURCED)
BODY = ("name", "kind", "role", "frequency", "began_on", "ended_on", *SOURCED)
PARTNERS: tuple[tuple[str, Any, tuple[str, ...]], ...] = (
    ("organisations", Organisation, ORGANISATION),
    ("bodies", Body, BODY),
)
EXTRA = {"bodies": ("reports_to", "earlier_names", "meetings")}


def version_fields(model: Any) -> tuple[str, ...]:
    """What a version holds in the file: from when, why, and the state."""
    return ("known_from", "reason", *model.state_fields())


def field_of(model: Any, name: str) -> Any:
    """The database column behind a field of the file."""
    return model._meta.get_field(name)
