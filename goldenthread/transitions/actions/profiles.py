"""Writing a child's one-page profile."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.models import Profile

PARTS = ("liked", "matters", "support")
MOST = 600
"""Letters in each part: together they fill one page."""


@transaction.atomic
def write_profile(
    *, case: Case, liked: str, matters: str, support: str, voice: str, edition: int, on: date, by: Any
) -> Profile:
    """The next edition of the profile. Refuses an empty one, more than a page, and one that was written while somebody else
    wrote (`edition` is the one that was opened, 0 for none); the same words again are no new edition."""
    said = {"liked": liked.strip(), "matters": matters.strip(), "support": support.strip()}
    if not any(said.values()):
        raise Refused("Write at least one of the three, in the child’s own words.", "matters")
    for name, words in said.items():
        if len(words) > MOST:
            raise Refused(f"Keep it to one page: this part has more than {MOST} letters.", name)
    Case.objects.select_for_update().get(pk=case.pk)
    last = Profile.objects.filter(case=case).last()
    if (last.edition if last else 0) != edition:
        raise Refused(
            "Somebody wrote a newer profile meanwhile. Open it in another window, and put your words to theirs."
        )
    if last and last.voice == voice and all(getattr(last, name) == words for name, words in said.items()):
        return last
    made = Profile.objects.create(
        case=case, edition=edition + 1, voice=voice, written_on=on, recorded_by=by, **said
    )
    log.record(
        "transitions.profile.written", subject=log.subject_of(made), by=by, detail={"edition": made.edition}
    )
    return made
