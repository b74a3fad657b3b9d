"""The words of a school's SEN register, with the codes of the school census."""

from __future__ import annotations

from django.db.models import TextChoices


class Code(TextChoices):
    """What a pupil gets, as every school census asks for it."""

    SUPPORT = "K", "SEN support"
    PLAN = "E", "Education, health and care plan"
    NONE = "N", "No special educational need"


class Need(TextChoices):
    """Types of need: the census asks for them, with their rank, in spring."""

    SPLD = "SPLD", "Specific learning difficulty"
    MLD = "MLD", "Moderate learning difficulty"
    SLD = "SLD", "Severe learning difficulty"
    PMLD = "PMLD", "Profound and multiple learning difficulty"
    SEMH = "SEMH", "Social, emotional and mental health"
    SLCN = "SLCN", "Speech, language and communication"
    HI = "HI", "Hearing impairment"
    VI = "VI", "Vision impairment"
    MSI = "MSI", "Multi-sensory impairment"
    PD = "PD", "Physical disability"
    ASD = "ASD", "Autistic spectrum disorder"
    DS = "DS", "Down syndrome"
    OTH = "OTH", "Other difficulty"
    NSA = "NSA", "SEN support, no specialist assessment of the type yet"


class Progress(TextChoices):
    """What a cycle came to."""

    MORE = "more", "More than we hoped"
    AS_HOPED = "as-hoped", "What we hoped"
    SOME = "some", "Some of it"
    NONE = "none", "None, or it got harder"


class Next(TextChoices):
    """What follows a review."""

    AGAIN = "again", "Another cycle"
    LESS = "less", "Less support is enough now"
    OUT = "out", "SEN support is no longer needed"
    ADVICE = "advice", "Ask a specialist for advice"
    ASSESSMENT = "assessment", "Ask for an EHC needs assessment"


class Area(TextChoices):
    """The broad areas of need of the SEND Code of Practice (6.28 to 6.35, from memory), and what every class does."""

    EVERYBODY = "everybody", "For every child"
    COMMUNICATION = "communication", "Talking, listening and being with others"
    LEARNING = "learning", "Thinking and learning"
    FEELINGS = "feelings", "Feelings, behaviour and mental health"
    SENSES = "senses", "Senses, movement and health"


class Layer(TextChoices):
    """How much is done: what every teacher does, and what is added for some and for few."""

    ALL = "all", "In every lesson"
    SOME = "some", "For some children, for a time"
    FEW = "few", "For a few children, planned with others"


class Age(TextChoices):
    """When in life a strategy is for."""

    EARLY = "early", "Before school"
    PRIMARY = "primary", "Primary school"
    SECONDARY = "secondary", "Secondary school"
    AFTER = "post-16", "After 16"
