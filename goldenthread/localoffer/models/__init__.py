"""What the Local Offer keeps."""

from goldenthread.localoffer.models.comment import Comment
from goldenthread.localoffer.models.directory import (
    IndexChange,
    IndexState,
    Provider,
    SearchWithoutResult,
    Service,
    ServiceVersion,
    Taxonomy,
    Term,
    UpdateLink,
    record_of,
)
from goldenthread.localoffer.models.guide import Coverage, Event, FormerAddress, GuidePage, GuideRevision
from goldenthread.localoffer.models.importing import Different, KnownAs, ServiceImport
from goldenthread.localoffer.models.links import BrokenLink
from goldenthread.localoffer.models.suggestion import Suggestion

__all__ = [
    "BrokenLink", "Comment", "Coverage", "Different", "Event", "FormerAddress", "GuidePage", "GuideRevision", "IndexChange",
    "IndexState", "KnownAs", "Provider", "SearchWithoutResult", "Service", "ServiceImport", "ServiceVersion",
    "Suggestion", "Taxonomy", "Term", "UpdateLink", "record_of",
]  # fmt: skip
