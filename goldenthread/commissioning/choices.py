"""The words that joint commissioning sorts by."""

from django.db.models import TextChoices

from goldenthread.partners.choices import OrganisationKind


class Side(TextChoices):
    """The two partners."""

    COUNCIL = "council", "The council"
    HEALTH = "health", "The NHS"

    @property
    def inside(self) -> str:
        """The name inside a sentence."""
        return f"the {self.label.removeprefix('The ')}"


class Payer(TextChoices):
    """The three who pay for a child together."""

    EDUCATION = "education", "Education"
    HEALTH = "health", "Health"
    CARE = "care", "Social care"


SIDE_OF = {
    OrganisationKind.COUNCIL: Side.COUNCIL, OrganisationKind.ICB: Side.HEALTH, OrganisationKind.CCG: Side.HEALTH,
}  # fmt: skip
"""For which partner somebody of an organisation can sign."""


class Need(TextChoices):
    """What a service is for: the needs by which families search the Local Offer."""

    AUTISM = "autism", "Autism"
    ADHD = "adhd", "ADHD and attention"
    SPEECH = "speech", "Speech, language and communication"
    SPLD = "spld", "Dyslexia and other specific learning difficulties"
    LEARNING = "learning", "Learning difficulties"
    SEMH = "semh", "Feelings, behaviour and mental health"
    HEARING = "hearing", "Hearing"
    VISION = "vision", "Vision"
    SENSORY = "sensory", "Sensory processing"
    PHYSICAL = "physical", "Physical disability and movement"
    MEDICAL = "medical", "Medical and health conditions"
    EARLY = "early", "Early help before school"
