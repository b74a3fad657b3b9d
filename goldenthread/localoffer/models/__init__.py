"""What the Local Offer keeps."""

from goldenthread.localoffer.models.attachment import Attachment
from goldenthread.localoffer.models.comment import Comment
from goldenthread.localoffer.models.coverage import DutyCheck, PlacedCard
from goldenthread.localoffer.models.directory import (
    IndexChange,
    IndexState,
    Provider,
    SearchFor,
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
from goldenthread.localoffer.models.keeper import Keeper, KeptService
from goldenthread.localoffer.models.links import BrokenLink
from goldenthread.localoffer.models.newsletter import Newsletter, Subscriber
from goldenthread.localoffer.models.suggestion import Suggestion

__all__ = [
    "Attachment", "BrokenLink", "Comment", "Coverage", "Different", "DutyCheck", "Event", "FormerAddress", "GuidePage",
    "GuideRevision", "IndexChange", "IndexState", "Keeper", "KeptService", "KnownAs", "Newsletter", "PlacedCard",
    "Provider", "SearchFor", "SearchWithoutResult", "Service", "ServiceImport", "ServiceVersion", "Subscriber",
    "Suggestion", "Taxonomy", "Term", "UpdateLink", "record_of",
]  # fmt: skip
