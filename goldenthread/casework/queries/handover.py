"""What a new caseworker must know of a case in two minutes."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date

from goldenthread.casework.models import Case, Letter, LetterState
from goldenthread.casework.queries.advice import Asked, waiting_advice
from goldenthread.casework.queries.story import CaseStory, story_of
from goldenthread.casework.queries.talking import Said, thread_of
from goldenthread.people.models import Relationship
from goldenthread.people.queries.addresses import is_any_withheld
from goldenthread.people.queries.rights import Holders, holders_on

LAST = 3


@dataclass(frozen=True)
class Handover:
    """One case in brief: where it stands, what is owed to whom, whom to ring, and what to be careful about."""

    story: CaseStory
    holders: Holders
    family: list[Relationship]
    advice: list[Asked]
    unanswered: list[Said]
    lately: list[Said]
    drafts: list[Letter]
    cautions: list[str]
    notes: list[str]


def handover_of(case: Case, on: date) -> Handover:
    """A case in brief on a day. The same number of queries, however long its file."""
    story = story_of(case, on, today=on, is_for_staff=True)
    thread = thread_of(case, None, on)
    family = list(case.child.relationships.held_on(on).select_related("adult"))
    return Handover(
        story=story,
        holders=holders_on(case.child, on),
        family=family,
        advice=waiting_advice(Case.objects.filter(pk=case.pk)),
        unanswered=[one for one in thread if one.clock and not one.is_answered],
        lately=thread[:LAST],
        drafts=list(
            case.letters.exclude(state=LetterState.SENT).select_related("adult", "child", "organisation")
        ),
        cautions=_cautions(case, story, family, on),
        notes=[str(one.event.facts.get("words", "")) for one in story.told if one.kind.key == "note"][:LAST],
    )


def _cautions(case: Case, story: CaseStory, family: list[Relationship], on: date) -> list[str]:
    """What to be careful about before anything is said or sent."""
    name, found = case.child.first_name, []
    if is_any_withheld(case.child, on):
        found.append(
            f"Somebody in this family may not learn where {name} lives, or which school {name} attends."
        )
    if case.is_restricted:
        found.append("The case is restricted: speak of it only to those with leave.")
    found += [f"A court has ordered something about {one.adult}: {one.order}" for one in family if one.order]
    if case.child.needs_interpreter:
        found.append(f"{name} needs an interpreter ({case.child.first_language or 'language not entered'}).")
    found += [f"{one.adult} needs an interpreter ({one.adult.first_language or 'language not entered'})."
              for one in family if one.adult.needs_interpreter]  # fmt: skip
    if story.course.is_appealed:
        found.append("An appeal is open: letters may be read by the tribunal.")
    if case.child.residences.held_on(on).count() > 1:
        found.append(f"{name} lives in two homes. Write to each by itself.")
    return found
