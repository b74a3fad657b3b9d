"""The ledger as it is read: by year, by group with its line, and the answers that are owed."""

from __future__ import annotations

from collections import Counter
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any

from django.db.models import Q, QuerySet

from goldenthread.kit.thread import Knot
from goldenthread.participation.choices import Level, Outcome, Worked
from goldenthread.participation.models import Activity, Said
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Organisation, Succession

ASK_AGAIN_AFTER = timedelta(days=182)
"""Half a year after something was done, people can tell whether it worked."""


def activities() -> QuerySet[Activity]:
    """Everything in which people took part, the latest first."""
    return Activity.objects.prefetch_related("groups")


def levels() -> list[tuple[str, int]]:
    """How many activities were at each level."""
    counts = Counter(Activity.objects.values_list("level", flat=True))
    return [(level.label, counts[level]) for level in Level]


def said(outcome: str = "") -> QuerySet[Said]:
    """What people said; with `outcome`, only what came to that."""
    rows = Said.objects.select_related("activity")
    return rows.filter(outcome=outcome) if outcome in Outcome.values else rows


def owed(day: date) -> dict[str, list[Said]]:
    """What waits for an answer, and what was done long enough ago to ask whether it worked."""
    return {
        "to_answer": list(Said.objects.filter(outcome="").order_by("heard_on", "pk")),
        "to_ask": list(
            Said.objects.filter(outcome=Outcome.DID, worked="", answered_on__lte=day - ASK_AGAIN_AFTER)
        ),
    }


@dataclass(frozen=True)
class Group:
    """A group of parents, carers or young people, whom it followed and who followed it."""

    organisation: Organisation
    before: list[Succession]
    after: list[Succession]
    activities: list[Any]


def groups() -> list[Group]:
    """Groups of people with their own experience: forums, and whoever else took part in an activity."""
    rows = Organisation.objects.filter(
        Q(kind=OrganisationKind.FORUM) | Q(activities__isnull=False), ~Q(kind=OrganisationKind.COUNCIL)
    ).distinct().prefetch_related("activities", "took_over_from__predecessor", "handed_over_to__successor")  # fmt: skip
    return [
        Group(one, list(one.took_over_from.all()), list(one.handed_over_to.all()), list(one.activities.all())) for one in rows
    ]  # fmt: skip


def thread_of(said: Said) -> list[Knot]:
    """One thing that was said, from the day on which it was heard to what people said of the result."""
    knots = [Knot(f"Heard from {said.heard_from}", "done", said.heard_on, state_words="Heard")]
    if not said.outcome:
        return [*knots, Knot("Our answer", "not_yet", text="It waits for an answer.")]
    state = {Outcome.DID: "done", Outcome.WILL: "due", Outcome.COULD_NOT: "closed"}[Outcome(said.outcome)]
    why = f" Why: {said.because}" if said.because else ""
    knots.append(
        Knot(said.answer, state, said.answered_on, text=why.strip(), state_words=Outcome(said.outcome).label)
    )
    if said.worked:
        words = Worked(said.worked)
        done = "done" if words == Worked.YES else "due"
        return [
            *knots,
            Knot(said.worked_words or words.label, done, said.asked_again_on, state_words=words.label),
        ]
    if said.outcome == Outcome.DID:
        knots.append(
            Knot("Did it work?", "not_yet", text="People will be asked half a year after it was done.")
        )
    return knots
