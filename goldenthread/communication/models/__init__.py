"""The rows of communication."""

from goldenthread.communication.models.addresses import ShortAddress, Visits
from goldenthread.communication.models.messages import Message, Step

__all__ = ["Message", "ShortAddress", "Step", "Visits"]
