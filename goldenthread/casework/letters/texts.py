"""The words with which each letter begins. A council changes them in the system; what the law asks for stays asked for.

A paragraph carries the item of the law that it answers (goldenthread/law/letters.py), or none.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from goldenthread.law.letters import LETTERS, Item


@dataclass(frozen=True)
class Paragraph:
    """Some words of a letter, and the item of the law that they answer; no item for the rest."""

    item: str
    words: str

    def as_list(self) -> list[str]:
        """As it is kept."""
        return [self.item, self.words]


Words = tuple[Paragraph, ...]
PLAIN = "plain"
OTHERS = {PLAIN: "Letter", "agreement-to-issue": "Agreement to make a plan", "reply": "Reply"}
"""Letters of which the law asks nothing."""


def title_of(kind: str) -> str:
    """What a letter is called."""
    return LETTERS[kind].title if kind in LETTERS else OTHERS[kind]


def _say(words: str, item: str = "") -> Paragraph:
    return Paragraph(item, words)


_HELLO = _say("Dear {reader}")
_BYE = _say(
    "If anything in this letter is not clear, please ask. You can reach us here: {council}\n\n{worker}\nfor {authority}"
)
_REASONS = _say("Our reasons are these.\n\n{reasons}", "reasons")
_LOOK_AGAIN = _say("If you do not agree, ask us to look at the decision again. Tell us why, in writing or by talking to us.",
                   "look-again")  # fmt: skip
_NO_CERTIFICATE = (
    " You need no certificate if your appeal is only about the school or college named in the plan."
)
_RIGHTS = (
    _say("If you do not agree, you have the right to appeal to the First-tier Tribunal for special educational needs and "
         "disability. It is independent of the council.", "appeal"),
    _say("The tribunal must have your appeal by {appeal_by}. If your mediation certificate is dated later, you have one month "
         "from its date, when that gives you longer.", "time-limit"),
    _say("Before you appeal you must speak to a mediation adviser, and get a certificate from them. You choose whether to go "
         "to mediation. Contact the adviser by {mediation_by}: {mediation}", "mediation"),
    _say("A disagreement resolution service can help you and us to agree. Using it does not take away your right to appeal: "
         "{disagreement}", "disagreement"),
    _say("For information, advice and support that is free and takes no side: {advice}", "advice"),
)  # fmt: skip
_RECOMMENDATIONS = _say(
    "If you appeal about education, you can ask the tribunal to recommend changes to health care and social care as well.",
    "recommendations",
)
_ALL_RIGHTS = (*_RIGHTS, _RECOMMENDATIONS)
_PLAN_RIGHTS = tuple(
    _say(one.words.replace(": {mediation}", f": {{mediation}}.{_NO_CERTIFICATE}"), one.item) if one.item == "mediation" else one
    for one in _ALL_RIGHTS
)  # fmt: skip
_VIEWS = (
    _say("Please tell us what you think of it by {views_by}. You can write to us, or say it to us.", "views"),
    _say("You can ask us to name a particular school or college. Tell us which one, and why, by the same day.", "school"),
    _say("You can find information about schools and colleges here: {schools}", "find-schools"),
)  # fmt: skip

TEXTS: dict[str, Words] = {
    "refusal-to-assess": (
        _HELLO, _say("You asked us to assess {child}’s needs for education, health and care. We have decided not to assess."),
        _REASONS, _say("{child}’s school or college must still give the support that {child} needs."), *_RIGHTS, _BYE),
    "agreement-to-assess": (
        _HELLO, _say("We will assess {child}’s needs for education, health and care. We are now asking professionals for "
                     "advice."),
        _say("You can give us your views, in writing or by talking to us, and send us anything that shows what {child} needs. "
             "{child} can do so too.", "views"), _BYE),
    "agreement-to-issue": (
        _HELLO, _say("We have looked at the advice about {child}, and will make an education, health and care plan. We will send "
                     "you a draft. You can ask us for changes before the plan is final."), _BYE),
    "refusal-to-issue": (
        _HELLO, _say("We have assessed {child}’s needs. We have decided not to make an education, health and care plan."),
        _REASONS, *_ALL_RIGHTS, _BYE),
    "draft-plan": (
        _HELLO, _say("Here is the draft of {child}’s plan. It does not name a school or college yet: that comes when the plan is "
                     "final."),
        *_VIEWS, _say("You can ask for a meeting with an officer of the council to talk about the draft.", "meeting"), _BYE),
    "final-plan": (
        _HELLO, _say("Here is {child}’s final plan. It names: {placement}. The support in it must be given from today."),
        *_PLAN_RIGHTS, _BYE),
    "review-maintain": (
        _HELLO, _say("After the review of {child}’s plan we have decided to keep the plan as it is."),
        _say("Our reasons are these.\n\n{reasons}"), *_PLAN_RIGHTS, _BYE),
    "amendment-notice": (
        _HELLO, _say("After the review we propose to change {child}’s plan. The changes are marked in the copy that comes with "
                     "this letter, together with the papers on which they rest.", "changes"), *_VIEWS, _BYE),
    "amended-plan": (
        _HELLO, _say("Here is {child}’s changed plan. It names: {placement}. The support in it must be given from today."),
        *_PLAN_RIGHTS, _BYE),
    "refusal-to-amend": (
        _HELLO, _say("We have decided not to change {child}’s plan."), _REASONS, *_PLAN_RIGHTS, _BYE),
    "refusal-to-reassess": (
        _HELLO, _say("You asked us to assess {child}’s needs again. We have decided not to."),
        _say("Our reasons are these.\n\n{reasons}"), *_ALL_RIGHTS, _BYE),
    "cease": (
        _HELLO, _say("We have decided to end {child}’s plan. It does not end before the time for an appeal is over or, if you "
                     "appeal, before the appeal is decided. Until then everything in it must still be given."),
        _say("Our reasons are these.\n\n{reasons}"), *_PLAN_RIGHTS, _BYE),
    "direct-payments-refused": (
        _HELLO, _say("You asked us for direct payments for {child}’s plan. We have decided not to make them."), _REASONS,
        _LOOK_AGAIN, _BYE),
    "direct-payments-reduced": (
        _HELLO, _say("We have decided to reduce the direct payments for {child}’s plan."),
        _say("This counts from {from_on}.", "notice"), _REASONS, _LOOK_AGAIN, _BYE),
    "direct-payments-ended": (
        _HELLO, _say("We have decided to end the direct payments for {child}’s plan. The support in the plan must still "
                     "be given."),
        _say("This counts from {from_on}.", "notice"), _REASONS, _LOOK_AGAIN, _BYE),
    PLAIN: (_HELLO, _say(""), _BYE),
    "reply": (_HELLO, _say("Thank you for writing to us on {decided}."), _say(""), _BYE),
}  # fmt: skip
KINDS = [(kind, title_of(kind)) for kind in TEXTS]


def kinds() -> list[tuple[str, str]]:
    """The kinds of letters as choices, read anew so that one more asks for no migration."""
    return KINDS


def kept(paragraphs: Iterable[Paragraph]) -> list[list[str]]:
    """Paragraphs as they are kept: those with words."""
    return [one.as_list() for one in paragraphs if one.words.strip()]


def read(rows: Iterable[list[str]]) -> Words:
    """Paragraphs as they were kept."""
    return tuple(Paragraph(item, words) for item, words in rows)


def answered(paragraphs: Iterable[Paragraph]) -> set[str]:
    """The items of the law that some paragraphs answer: an empty one answers nothing."""
    return {one.item for one in paragraphs if one.item and one.words.strip()}


def item_words(kind: str) -> dict[str, Item]:
    """The items of a letter by their keys."""
    return {item.key: item for item in LETTERS[kind].items} if kind in LETTERS else {}
