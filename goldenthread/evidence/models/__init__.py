"""What evidence keeps."""

from goldenthread.evidence.models.counting import Change, KeptCount
from goldenthread.evidence.models.follower import Followed, Follower
from goldenthread.evidence.models.measure import Frozen, Tie
from goldenthread.evidence.models.pack import Pack, PackKind, PackState
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
    "Answer", "Change", "Choice", "Claim", "DocumentDraft", "DocumentForm", "DocumentVersion", "Followed", "Follower", "Frozen",
    "KeptCount", "Pack", "PackKind", "PackState", "ReadingAsEvidence", "Signatory", "Signature", "Statement", "StatementPart",
    "StatementVersion", "StrategyReview", "Tie", "Verdict",
]  # fmt: skip
