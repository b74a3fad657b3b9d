"""The words of the Local Offer's states."""

from __future__ import annotations

from django.db.models import TextChoices


class VersionState(TextChoices):
    """Where a version of a service's record stands."""

    WAITING = "waiting", "Waits for the council"
    APPROVED = "approved", "Approved"
    REFUSED = "refused", "Not approved"
    REPLACED = "replaced", "Replaced before it was looked at"


class Origin(TextChoices):
    """Where a service's record comes from."""

    HERE = "here", "Written here"
    PROVIDER = "provider", "Sent by its provider"
    FEED = "feed", "Read from a file or feed"


class SuggestionState(TextChoices):
    """Where a service that somebody misses stands."""

    NEW = "new", "Waits for the council"
    TAKEN = "taken", "Has become an entry"
    DECLINED = "declined", "Does not become an entry"


class Setting(TextChoices):
    """Kinds of setting that teach or look after children, which have to answer the Local Offer's questions."""

    MAINSTREAM = "mainstream", "Mainstream school"
    SPECIAL = "special", "Special school"
    INDEPENDENT = "independent", "Independent school"
    ALTERNATIVE = "alternative", "Alternative provision"
    POST_16 = "post-16", "College or sixth form"
    SPECIALIST_COLLEGE = "specialist-college", "Specialist college"
    EARLY_YEARS = "early-years", "Nursery, pre-school or childminder"


class Topic(TextChoices):
    """What a comment is about: the three things on which regulation 56 has the council ask for comments."""

    CONTENT = "content", "What is in the Local Offer, how good it is, or what is missing"
    ACCESS = "access", "How easy it is to find, read or use"
    MAKING = "making", "How it was made or reviewed, and whether families took part"


class CommentState(TextChoices):
    """Where a comment stands."""

    NEW = "new", "New"
    ANSWERED = "answered", "Answered and published"
    KEPT_BACK = "kept-back", "Not published"


class KeptBack(TextChoices):
    """Why a comment is not published; regulation 56 names the first two."""

    VEXATIOUS = "vexatious", "It is vexatious"
    ONE_PERSON = "one-person", "It is about what one particular person gets"
    NOT_A_COMMENT = "not-a-comment", "It is not about the Local Offer, or it is advertising"


class Outcome(TextChoices):
    """What the council does about a comment."""

    DID = "did", "We did it"
    WILL = "will", "We will do it"
    COULD_NOT = "could-not", "We could not"
    THANKS = "thanks", "Thank you: nothing had to change"
