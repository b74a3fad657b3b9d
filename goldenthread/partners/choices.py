"""The words that partners are sorted by."""

from django.db.models import TextChoices


class OrganisationKind(TextChoices):
    """What sort of organisation it is."""

    COUNCIL = "council", "Council"
    CCG = "ccg", "Clinical commissioning group"
    ICB = "icb", "Integrated care board"
    NHS_PROVIDER = "nhs-provider", "NHS provider"
    EDUCATION = "education", "School, college or early years setting"
    FORUM = "parent-carer-forum", "Parent carer forum"
    VOLUNTARY = "voluntary", "Voluntary or community organisation"
    INSPECTORATE = "inspectorate", "Inspectorate"
    DEPARTMENT = "department", "Government department or national body"
    OTHER = "other", "Other"


class BodyKind(TextChoices):
    """What sort of meeting of people decides or watches."""

    BOARD = "board", "Board"
    SCRUTINY = "scrutiny", "Scrutiny"
    CABINET = "cabinet", "Cabinet"
    COUNCIL = "council", "Full council"
    HEALTH = "health", "Health commissioner"
    COMMISSIONING = "commissioning", "Joint commissioning"
    INSPECTORATE = "inspectorate", "Inspectorate"
    DEPARTMENT = "department", "Government department or NHS England"
    OTHER = "other", "Other"
