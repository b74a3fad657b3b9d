"""What evidence keeps."""

from goldenthread.evidence.models.measure import Frozen, Tie

__all__ = ["Frozen", "Tie"]
