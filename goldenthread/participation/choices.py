"""The words of participation: kinds of question and answer, levels of taking part, and what came of it."""

from __future__ import annotations

from django.db.models import TextChoices


class SurveyKind(TextChoices):
    """What is asked for."""

    CONSULTATION = "consultation", "Consultation"
    SURVEY = "survey", "Survey"
    FRIENDS = "friends-and-family", "Friends and Family Test"


class QuestionKind(TextChoices):
    """How a question is answered."""

    AGREE = "agree", "How far somebody agrees"
    EXPERIENCE = "experience", "How good an experience was"
    KNOWS = "knows", "Whether somebody knows of something"
    ONE = "one", "One of a list"
    WORDS = "words", "In their own words"


class About(TextChoices):
    """What a question asks about whoever answers, so that it can be seen whom we hear from."""

    PLACE = "place", "Where people live"
    NEED = "need", "What the child needs help with"
    LANGUAGE = "language", "Which language is spoken at home"
    AGE = "age", "How old the child is"


class Way(TextChoices):
    """How an answer came in."""

    ONLINE = "online", "Online"
    EASY = "easy", "Online, easy read"
    PAPER = "paper", "On paper"


class TextState(TextChoices):
    """How far a text message to one number is."""

    WAITING = "waiting", "Waits to be sent"
    HANDED = "handed", "Being handed to Notify"
    TAKEN = "taken", "Taken by Notify"
    REFUSED = "refused", "Refused by Notify"
    DROPPED = "dropped", "Not sent: the number or the survey was gone by then"


class WordsState(TextChoices):
    """Who may read what somebody wrote."""

    OPEN = "open", "Can be read and sorted"
    HELD = "held", "Held for the safeguarding lead"
    RELEASED = "released", "Looked at by the safeguarding lead, who let it through"
    KEPT = "kept", "Kept by the safeguarding lead"


OPEN_TO_READERS = (WordsState.OPEN, WordsState.RELEASED)
SORTERS = 2
"""People who sort each answer, apart from each other."""


class Level(TextChoices):
    """How far people took part, from being told to deciding together."""

    INFORM = "inform", "We told people"
    CONSULT = "consult", "We asked for views, and decided ourselves"
    ENGAGE = "engage", "We worked it through together, and decided ourselves"
    COPRODUCE = "co-produce", "We planned and decided together, as equals"


class Outcome(TextChoices):
    """What came of something that people said."""

    DID = "did", "We did it"
    WILL = "will", "We will do it"
    COULD_NOT = "could-not", "We could not"


class Worked(TextChoices):
    """What people said when they were asked again."""

    YES = "yes", "Yes, it worked"
    PARTLY = "partly", "It worked in part"
    NO = "no", "No, it did not work"
