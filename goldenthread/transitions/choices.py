"""The words of a move."""

from __future__ import annotations

from django.db.models import TextChoices

from goldenthread.transitions.cohorts import COHORTS


def cohorts() -> list[tuple[str, str]]:
    """The cohorts as choices, read anew so that one more asks for no migration."""
    return [(one.key, one.words) for one in COHORTS]


class Level(TextChoices):
    """How much a move asks for."""

    UNIVERSAL = "universal", "Universal: what every child gets"
    TARGETED = "targeted", "Targeted: some things more"
    ENHANCED = "enhanced", "Enhanced: a move planned for this one child"

    @property
    def short(self) -> str:
        """One word."""
        return str(self.label).split(":")[0]


class Whose(TextChoices):
    """Who does a task."""

    COUNCIL = "council", "The council"
    CURRENT = "current", "The setting now"
    RECEIVING = "receiving", "The next setting"


class Term(TextChoices):
    """When in the school year before the move, and the half term after it."""

    AUTUMN = "1-autumn", "Autumn term before"
    SPRING = "2-spring", "Spring term before"
    SUMMER = "3-summer", "Summer term before"
    AFTER = "4-after", "First half term in the new setting"


class Adulthood(TextChoices):
    """The four outcomes of preparing for adulthood, by the keys that plans use (SEND Code of Practice 2015, chapter 8)."""

    EMPLOYMENT = "employment", "Employment"
    LIVING = "independent-living", "Independent living"
    COMMUNITY = "community", "Friends, relationships and community"
    HEALTH = "health", "Good health"

    @property
    def question(self) -> str:
        """What to ask a young person."""
        return {
            "employment": "What work or learning do you want to do?",
            "independent-living": "Where and how do you want to live?",
            "community": "Who do you want in your life, and what do you want to join in with?",
            "health": "What do you want to do to stay well?",
        }[self.value]


class Voice(TextChoices):
    """How a young person's words were given."""

    OWN = "own", "They said, signed or wrote it themselves"
    HELPED = "helped", "They were helped to say it, with pictures, objects or a communication aid"
    FOR_THEM = "for-them", "People who know them well say it for them, from what they show"


class HowFar(TextChoices):
    """How far a goal came."""

    ON_THE_WAY = "on-the-way", "On the way"
    NOT_BEGUN = "not-begun", "Not begun yet"
    REACHED = "reached", "Reached"
    NOT_WANTED = "not-wanted", "Not wanted any more"

    @property
    def ends(self) -> bool:
        """Whether the goal ends with it."""
        return self in (HowFar.REACHED, HowFar.NOT_WANTED)


class Where(TextChoices):
    """Where a young person is after year 11."""

    SCHOOL = "school", "School or sixth form"
    COLLEGE = "college", "College"
    INTERNSHIP = "internship", "Supported internship"
    TRAINING = "training", "Apprenticeship or training"
    WORK = "work", "Work"
    NEET = "neet", "Not in education, employment or training"
    NOT_KNOWN = "not-known", "Not known"


class Evidence(TextChoices):
    """How we know where somebody is."""

    SELF = "self", "The young person told us"
    FAMILY = "family", "The family told us"
    SETTING = "setting", "The school or college, from its roll"
    EMPLOYER = "employer", "The employer or training provider"
    SERVICE = "service", "Another council or service"
    TRIED = "tried", "We asked and could not find out"


class InWork(TextChoices):
    """Whether somebody is in paid work so many weeks on."""

    YES = "yes", "In paid work, without a gap of more than two weeks"
    NO = "no", "Not in paid work"
    NOT_KNOWN = "not-known", "Could not find out"


class AdultNeed(TextChoices):
    """What somebody may need from adult services after 18."""

    CARE = "care", "Care and support"
    HEALTH = "health", "Health care that goes on"
    MIND = "mind", "Mental health care"
    HOME = "home", "A home with support"


class NextStep(TextChoices):
    """What adult services say comes next."""

    ASSESS = "assess", "We will assess before the 18th birthday"
    LATER = "later", "We will look again in a year"
    NOT_US = "not-us", "We do not think that they will need us, and say why"
