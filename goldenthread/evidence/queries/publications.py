"""Drafts and what the gate finds in them; published versions, what differs between them, and how due dates moved."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.evidence.models import DocumentDraft, DocumentVersion
from goldenthread.evidence.publishing import gate
from goldenthread.evidence.publishing.changes import changes
from goldenthread.evidence.publishing.parts import from_data
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.partners.models import Body, Organisation
from goldenthread.people.models import Adult, Child
from goldenthread.programme.models import Programme


@dataclass(frozen=True)
class Suspect:
    """A finding of the gate, and the reason for which it was let through, if it was."""

    finding: gate.Finding
    reason: str

    @property
    def stops(self) -> bool:
        return not (self.reason and self.finding.can_be_let_through)


@reading_for(Purpose.GUARD)
def people_told() -> set[str]:
    """The full names of all children and adults that the system knows."""
    children = Child.objects.values_list("given_names", "family_name", "known_as")
    names = {
        f"{first} {family}" for given, family, known_as in children for first in (given, known_as) if first
    }
    return names | set(Adult.objects.values_list("name", flat=True))


def bodies_known(programme: Programme) -> set[str]:
    """What surely names no person: organisations, bodies, the area itself."""
    return {
        *Organisation.objects.values_list("name", flat=True), *Body.objects.values_list("name", flat=True),
        programme.local_area, programme.authority,
    } - {""}  # fmt: skip


def suspects(draft: DocumentDraft) -> list[Suspect]:
    """What the gate finds in a draft, each once, with the reasons given."""
    found = gate.findings(from_data(draft.content), told=people_told(), known=bodies_known(draft.programme))
    return [Suspect(one, draft.let_through.get(one.key, "")) for one in dict.fromkeys(found)]


def series_of(record: DocumentDraft | DocumentVersion) -> Any:
    """The versions of the same document, the first first."""
    return DocumentVersion.objects.filter(
        programme=record.programme_id, form=record.form, area=record.area_id
    ).order_by("number")


def changes_from(earlier: DocumentVersion | None, content: dict[str, Any]) -> list[str]:
    """What a content says differently from an earlier version, in words; nothing where there is none."""
    return changes(from_data(earlier.content), from_data(content)) if earlier else []


def versions_known(programme: Programme, day: date) -> Any:
    """All versions published by a day, newest first, without their content."""
    held = DocumentVersion.objects.filter(programme=programme, published_on__lte=day).defer("content")
    return held.select_related("area", "programme").order_by("-published_on", "-pk")
