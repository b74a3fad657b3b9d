"""Invented messages with their steps, addresses and visits, marked as such."""

from __future__ import annotations

import random
from datetime import date, timedelta
from typing import Any

from django.db import transaction

from goldenthread.communication import demonstration_cards
from goldenthread.communication.actions import addresses, messages
from goldenthread.communication.choices import Channel
from goldenthread.communication.forms.messages import public_actions
from goldenthread.communication.models import Message, ShortAddress, Visits
from goldenthread.participation.wording import AWARENESS

SEED = 20261127
WHO = "Local Offer and communications"
PLACES = (
    (Channel.POSTER, "Poster, central library (invented)", "/local-offer/", 6),
    (Channel.CARD, "Card in letters about assessments (invented)", "/local-offer/guide/", 3),
    (Channel.NEWSLETTER, "Autumn newsletter on paper (invented)", "/have-your-say/", 1),
)


@transaction.atomic
def load(*, on: date, by: Any = None) -> int:
    """Two messages three addresses and a card; a second time adds nothing. Gives the number of messages added."""
    if Message.objects.exists():
        return 0
    chance = random.Random(SEED)  # noqa: S311 (the same visits everywhere)
    first = _message("You can look up help for your child in one place, the Local Offer.", AWARENESS, on, by)
    _message("You can see how long the wait for each service is.", "", on, by)
    steps = [
        (Channel.NEWSLETTER, "Half a page in the autumn newsletter", -40, True),
        (Channel.POSTER, "Posters in libraries and surgeries", -20, True),
        (Channel.SCHOOLS, "Three sentences for each school’s bulletin", -3, False),
        (Channel.EVENT, "A table at the winter fair", 20, False),
    ]
    for channel, what, days, is_done in steps:
        day = on + timedelta(days=days)
        step = messages.add_step(message=first, channel=channel, what=what, who=WHO, due_on=day, by=by)
        if is_done:
            messages.finish_step(step=step, on=day, by=by)
    for channel, stands_in, leads_to, most in PLACES:
        _visited(channel, stands_in, leads_to, most, first, on, chance, by)
    demonstration_cards.load(on, by)
    Message.objects.update(is_invented=True)
    ShortAddress.objects.update(is_invented=True)
    return 2


def _message(words: str, question: str, on: date, by: Any) -> Message:
    return messages.write_message(fields={
        "words": words, "audience": "Families of children with SEND", "action": public_actions().first(), "who": WHO,
        "question": question, "starts_on": on - timedelta(days=60), "ends_on": on + timedelta(days=60),
    }, by=by)  # fmt: skip


def _visited(
    channel: str,
    stands_in: str,
    leads_to: str,
    most: int,
    message: Message,
    on: date,
    chance: random.Random,
    by: Any,
) -> None:
    address = addresses.make_address(channel=channel, stands_in=stands_in, leads_to=leads_to, message=message,
                                     on=on - timedelta(days=50), by=by)  # fmt: skip
    days = [(on - timedelta(days=number), chance.randint(0, most)) for number in range(50)]
    Visits.objects.bulk_create(Visits(address=address, day=day, times=times) for day, times in days if times)
