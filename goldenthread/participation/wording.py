"""Answers word for word, in the usual words and in easy words with a picture, and how a share of them is counted."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.participation.choices import QuestionKind


@dataclass(frozen=True)
class Option:
    """One answer that can be chosen. Its place in the list, from 1, is what is kept."""

    words: str
    easy: str = ""
    symbol: str = ""


AGREE = (
    Option("Strongly agree", "Yes, very much", "big-smile"),
    Option("Agree", "Yes", "smile"),
    Option("Neither agree nor disagree", "In the middle", "flat"),
    Option("Disagree", "No", "sad"),
    Option("Strongly disagree", "No, not at all", "very-sad"),
    Option("Don’t know", "I don’t know", "question"),
)
EXPERIENCE = (
    Option("Very good", "Very good", "big-smile"),
    Option("Good", "Good", "smile"),
    Option("Neither good nor poor", "In the middle", "flat"),
    Option("Poor", "Bad", "sad"),
    Option("Very poor", "Very bad", "very-sad"),
    Option("Don’t know", "I don’t know", "question"),
)
KNOWS = (
    Option("Yes", "Yes", "yes"),
    Option("No", "No", "no"),
    Option("Not sure", "I don’t know", "question"),
)
SCALES = {QuestionKind.AGREE: AGREE, QuestionKind.EXPERIENCE: EXPERIENCE, QuestionKind.KNOWS: KNOWS}
POSITIVE = {QuestionKind.AGREE: 2, QuestionKind.EXPERIENCE: 2, QuestionKind.KNOWS: 1}
"""How many answers, from the first, are a scale’s positive ones."""
AWARENESS = "Have you heard of the Local Offer?"
"""Asked in every wave in these very words, so that what is counted stays the same."""
FRIENDS_AND_FAMILY = "Overall, how was your experience of our service?"
"""The question of the NHS Friends and Family Test since April 2020. Results of the older wording are another series."""
FRIENDS_AND_FAMILY_WHY = "Please can you tell us why you gave your answer?"
RULES = {
    QuestionKind.AGREE: "Agree means strongly agree and agree together, out of everybody who answered the question, those who "
    "said “don’t know” among them.",
    QuestionKind.EXPERIENCE: "Positive means very good and good together, out of everybody who answered the question, those who "
    "said “don’t know” among them.",
    QuestionKind.KNOWS: "Yes, out of everybody who answered the question, those who were not sure among them.",
}
SHARE_OF = {
    QuestionKind.AGREE: "agree or strongly agree",
    QuestionKind.EXPERIENCE: "said very good or good",
    QuestionKind.KNOWS: "said yes",
}
NO_ANSWER, NOT_ASKED = 0, -1
