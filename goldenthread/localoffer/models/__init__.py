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
from goldenthread.localoffer.models.guide import Coverage, Event, GuidePage, GuideRevision

__all__ = [
    "Comment", "Coverage", "Event", "GuidePage", "GuideRevision", "IndexChange", "IndexState", "Provider",
    "SearchWithoutResult", "Service", "ServiceVersion", "Taxonomy", "Term", "UpdateLink", "record_of",
]  # fmt: skip
