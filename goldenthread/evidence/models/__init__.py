"""What evidence keeps."""

from goldenthread.evidence.models.measure import Frozen, Tie
from goldenthread.evidence.models.publication import DocumentDraft, DocumentForm, DocumentVersion

__all__ = ["DocumentDraft", "DocumentForm", "DocumentVersion", "Frozen", "Tie"]
