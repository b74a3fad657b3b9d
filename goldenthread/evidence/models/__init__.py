"""What evidence keeps."""

from goldenthread.evidence.models.measure import Frozen, Tie
from goldenthread.evidence.models.publication import DocumentDraft, DocumentForm, DocumentVersion
from goldenthread.evidence.models.statement import (
    Answer,
    Claim,
    ReadingAsEvidence,
    Signatory,
    Signature,
    Statement,
    StatementPart,
    StatementVersion,
)

__all__ = [
    "Answer", "Claim", "DocumentDraft", "DocumentForm", "DocumentVersion", "Frozen", "ReadingAsEvidence", "Signatory",
    "Signature", "Statement", "StatementPart", "StatementVersion", "Tie",
]  # fmt: skip
