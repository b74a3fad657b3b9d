"""A Local Offer that is being kept, for the demonstration: who keeps entries, what was checked, where cards lie, and one
newsletter. All of it is invented; a second time adds nothing."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.accounts.models import User
from goldenthread.localoffer.actions.covering import change_answers, note_check, place_cards
from goldenthread.localoffer.actions.keepers import let_keep
from goldenthread.localoffer.actions.newsletters import send_newsletter, write_newsletter
from goldenthread.localoffer.duties import DUTIES
from goldenthread.localoffer.models import (
    Coverage,
    DutyCheck,
    Keeper,
    Newsletter,
    PlacedCard,
    Provider,
    Service,
)

TEAM = "Local Offer team (invented)"
KEPT_BY_ACCOUNT = "Fieldway Children's Therapy"
CARDS = (
    ("Talking Together: early speech and language drop-in", "Central Library, front desk", 30, 40),
    ("Talking Together: early speech and language drop-in", "Family hub East, waiting room", 20, 12),
    ("Toy and equipment library", "Health visiting clinic, Low Hill", 15, 75),
)
NEWS = (
    "Invented: what is new in the Local Offer",
    "This newsletter was made up for the demonstration.\n\n## New pages\n\n"
    "- [My child is not talking yet](/local-offer/guide/not-talking-yet/)"
    "\n- [What is on](/local-offer/events/) in the weeks to come\n\n## Tell us what is missing\n\n"
    "You can [tell us](/local-offer/comment/) what is wrong or missing. We answer, and publish what we did.",
)


def keep(*, on: date, by: Any = None) -> None:
    """Everything, as it would stand on a day."""
    account = User.objects.filter(is_demonstration=True, holdings__role="provider").first()
    provider = Provider.objects.filter(name=KEPT_BY_ACCOUNT).first()
    if account and provider and not Keeper.objects.exists():
        let_keep(provider=provider, email=account.email, on=on, by=by)
    if not DutyCheck.objects.exists():
        _check_duties(on, by)
    if not PlacedCard.objects.exists():
        for name, place, count, days in CARDS:
            service = Service.objects.get(name=name)
            place_cards(
                service=service, place=place, count=count, on=on - timedelta(days=days), today=on, by=by
            )
    if not Newsletter.objects.exists():
        title, body = NEWS
        draft = write_newsletter(title=title, body=body, by=by)
        send_newsletter(newsletter=draft, based_on=draft.version, on=on - timedelta(days=9), by=by)


def _check_duties(on: date, by: Any) -> None:
    """Two items in three have an owner and were read in the last months; one was read too long ago."""
    answered = set(Coverage.objects.values_list("reference", flat=True))
    for number, duty in enumerate(one for one in DUTIES if one.reference in answered):
        if number % 3 != 2:
            change_answers(duty=duty, owner=TEAM, by=by)
            note_check(
                duty=duty, on=on - timedelta(days=400 if number == 1 else 10 + number * 9 % 200), by=by
            )
