"""The rows of communication."""

from goldenthread.communication.models.addresses import ShortAddress, Visits
from goldenthread.communication.models.cards import Card, PrintRun, Translation, Wording
from goldenthread.communication.models.messages import Message, Step

__all__ = ["Card", "Message", "PrintRun", "ShortAddress", "Step", "Translation", "Visits", "Wording"]
