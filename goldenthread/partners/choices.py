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
    PANEL = "panel", "Panel about children’s cases"
    INSPECTORATE = "inspectorate", "Inspectorate"
    DEPARTMENT = "department", "Government department or NHS England"
    OTHER = "other", "Other"


class SettingKind(TextChoices):
    """What sort of setting it is. The first seven are those of SI 2014/1530 regulation 20(12)."""

    MAINTAINED = "maintained", "Maintained school"
    NURSERY = "maintained-nursery", "Maintained nursery school"
    ACADEMY = "academy", "Academy school"
    ALTERNATIVE = "alternative-provision", "Alternative provision academy"
    PUPIL_REFERRAL = "pupil-referral-unit", "Pupil referral unit"
    NON_MAINTAINED_SPECIAL = "non-maintained-special", "Non-maintained special school"
    SECTION_41 = "section-41", "Independent school approved under section 41"
    INDEPENDENT = "independent", "Other independent school"
    EARLY_YEARS = "early-years", "Early years provider"
    COLLEGE = "college", "Further education college"
    SPECIAL_POST_16 = "special-post-16", "Special post-16 institution"


class Phase(TextChoices):
    """The phase of education, in the words of inspectors' lists."""

    NURSERY = "Nursery", "Nursery"
    PRIMARY = "Primary", "Primary"
    MIDDLE_PRIMARY = "Middle (deemed primary)", "Middle (deemed primary)"
    MIDDLE_SECONDARY = "Middle (deemed secondary)", "Middle (deemed secondary)"
    SECONDARY = "Secondary", "Secondary"
    ALL_THROUGH = "All-through", "All-through"
    SPECIAL = "Special", "Special"
    REFERRAL = "PRU/AP", "Pupil referral unit or alternative provision"
    COLLEGE = "FE college", "Further education college"


PHASE_OF = {
    SettingKind.NURSERY: Phase.NURSERY, SettingKind.EARLY_YEARS: Phase.NURSERY, SettingKind.ALTERNATIVE: Phase.REFERRAL,
    SettingKind.PUPIL_REFERRAL: Phase.REFERRAL, SettingKind.NON_MAINTAINED_SPECIAL: Phase.SPECIAL,
    SettingKind.COLLEGE: Phase.COLLEGE, SettingKind.SPECIAL_POST_16: Phase.SPECIAL,
}  # fmt: skip
"""The phase that follows from the kind; of other kinds it is recorded, or not known."""
