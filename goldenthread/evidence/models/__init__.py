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
from goldenthread.evidence.models.strategy import Choice, StrategyReview, Verdict

__all__ = [
    "Answer", "Choice", "Claim", "DocumentDraft", "DocumentForm", "DocumentVersion", "Frozen", "ReadingAsEvidence", "Signatory",
    "Signature", "Statement", "StatementPart", "StatementVersion", "StrategyReview", "Tie", "Verdict",
]  # fmt: skip
