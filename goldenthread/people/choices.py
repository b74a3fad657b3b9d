"""The words that people and what ties them together are sorted by."""

from django.db.models import TextChoices


class Sex(TextChoices):
    """As the SEN2 return asks for it. How a person wishes to be spoken of is `pronouns`, and is never worked out."""

    FEMALE = "F", "Female"
    MALE = "M", "Male"
    UNKNOWN = "U", "Not known"


class Ethnicity(TextChoices):
    """The Department's main codes, as the child or the family gave them. A school's finer code of four letters is kept too."""

    WBRI = "WBRI", "White: British"
    WIRI = "WIRI", "White: Irish"
    WIRT = "WIRT", "Traveller of Irish heritage"
    WROM = "WROM", "Gypsy or Roma"
    WOTH = "WOTH", "White: another background"
    MWBC = "MWBC", "White and Black Caribbean"
    MWBA = "MWBA", "White and Black African"
    MWAS = "MWAS", "White and Asian"
    MOTH = "MOTH", "Another mixed background"
    AIND = "AIND", "Indian"
    APKN = "APKN", "Pakistani"
    ABAN = "ABAN", "Bangladeshi"
    AOTH = "AOTH", "Another Asian background"
    BCRB = "BCRB", "Black Caribbean"
    BAFR = "BAFR", "Black African"
    BOTH = "BOTH", "Another Black background"
    CHNE = "CHNE", "Chinese"
    OOTH = "OOTH", "Another ethnic group"
    REFU = "REFU", "They prefer not to say"
    NOBT = "NOBT", "Not asked yet"


class NoNumber(TextChoices):
    """Why a child has neither a UPN nor a ULN: the codes of the SEN2 return."""

    UNDER_SIX = "UN1", "Under 6 and has no UPN yet"
    NEVER_IN_STATE_SCHOOL = "UN2", "Never in a state-funded school in England"
    OUTSIDE_ENGLAND = "UN3", "Educated outside England"
    CANNOT_BE_MATCHED = "UN5", "Name or date of birth does not match reliably"
    NEW_HERE = "UN8", "New to the authority, not yet known"
    NEVER_IN_COLLEGE = "UN9", "Young person never in a state school or college in England"
    CLOSED_EARLY = "UN10", "Request closed before the number was known"


class Tie(TextChoices):
    """What an adult is to a child."""

    MOTHER = "mother", "Mother"
    FATHER = "father", "Father"
    PARENT = "parent", "Parent"
    STEP_PARENT = "step-parent", "Step-parent"
    GRANDPARENT = "grandparent", "Grandparent"
    FOSTER_CARER = "foster-carer", "Foster carer"
    GUARDIAN = "guardian", "Special guardian"
    REPRESENTATIVE = "representative", "Representative (Court of Protection or attorney)"
    OTHER = "other", "Somebody else who cares for them"


class ContactBy(TextChoices):
    """How somebody wishes to hear from us."""

    POST = "post", "Letter by post"
    TEXT = "text", "Text message"
    EMAIL = "email", "E-mail"


class Share(TextChoices):
    """How much of the time a child lives in a household."""

    MAIN = "main", "Main home"
    PART = "part", "Part of the time"


class Attends(TextChoices):
    """How a child attends a setting."""

    FULL = "full", "Full time"
    PART = "part", "Part of the week"
    DUAL = "dual", "Dual registered"
