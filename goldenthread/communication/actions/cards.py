"""Cards: worded, translated, printed, left somewhere, and brought back."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction
from django.urls import reverse

from goldenthread.audit import log
from goldenthread.communication.actions.addresses import make_address
from goldenthread.communication.choices import Channel
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.languages import Language
from goldenthread.communication.models import Card, PrintRun, ShortAddress, Translation, Wording
from goldenthread.localoffer.guide_text import hard_words, reading_age

MOST_LINES, LONGEST_LINE, OLDEST_AGE = 8, 60, 9
TAKEN = {"add", "runs"}
"""Words that stand in addresses of our own pages."""


@transaction.atomic
def add_card(*, slug: str, fields: dict[str, Any], on: date, by: Any) -> Card:
    """A card with its first wording. Refuses an address that another card has."""
    if slug in TAKEN or Card.objects.filter(slug=slug).exists():
        raise Refused("This address is taken. Choose other words.", "slug")
    card = Card.objects.create(slug=slug, made_on=on)
    log.record("communication.card.added", subject=log.subject_of(card), by=by)
    word_card(card=card, based_on=0, fields=fields, on=on, by=by)
    return card


@transaction.atomic
def word_card(*, card: Card, based_on: int, fields: dict[str, Any], on: date, by: Any) -> Wording:
    """The next English wording. Its translations begin anew; those of the wording before stay with that one.

    Refuses more than 8 lines, words that are too hard for a nine-year-old, and to pass over what another wrote meanwhile.
    """
    held = Card.objects.select_for_update().get(pk=card.pk)
    newest = held.wordings.first()
    if (newest.number if newest else 0) != based_on:
        raise Conflict(newest)
    lines = _tidied(fields["lines"])
    _check_reading(fields["title"], lines)
    made = Wording.objects.create(
        card=held, number=based_on + 1, title=fields["title"].strip(), lines=lines, phone=fields["phone"].strip(),
        written_on=on, written_by=log.person(by),
    )  # fmt: skip
    log.record(
        "communication.card.worded", subject=log.subject_of(held), by=by, detail={"number": made.number}
    )
    return made


def _tidied(text: str) -> str:
    """The lines without empty ones. Refuses too many, and one that is too long for the card."""
    lines = [" ".join(line.split()) for line in text.splitlines() if line.strip()]
    if not 1 <= len(lines) <= MOST_LINES:
        raise Refused(f"A card has 1 to {MOST_LINES} lines; these are {len(lines)}.", "lines")
    for line in lines:
        if len(line) > LONGEST_LINE:
            raise Refused(
                f"“{line}” has {len(line)} letters. A line of the card has room for {LONGEST_LINE}.", "lines"
            )
    return "\n".join(lines)


def _check_reading(title: str, lines: str) -> None:
    age = reading_age(f"{title}\n{lines}")
    if age > OLDEST_AGE:
        hard = ", ".join(f"“{word}”" for word in hard_words(f"{title}\n{lines}")[:8])
        raise Refused(
            f"The words need a reading age of {age}; a card may ask for {OLDEST_AGE}. "
            + (f"Find shorter words for {hard}." if hard else "Make the sentences shorter."),
            "lines",
        )


@transaction.atomic
def translate(
    *, wording: Wording, language: str, based_on: int, fields: dict[str, Any], by: Any
) -> Translation:
    """A wording in another language. Refuses one that is not the card’s newest, and to pass over what another wrote."""
    held = Wording.objects.select_for_update().get(pk=wording.pk)
    if held.card.wordings.filter(number__gt=held.number).exists():
        raise Refused("The English has changed meanwhile. Translate its newest wording.")
    if (fields["checked_on"] is None) != (not fields["checked_by"].strip()):
        raise Refused("Say both who checked it and on which day, or neither.", "checked_on")
    theirs = held.translations.filter(language=Language(language)).first()
    if (theirs.version if theirs else 0) != based_on:
        raise Conflict(theirs)
    made = theirs or Translation(wording=held, language=language, version=0)
    made.title, made.lines, made.version = fields["title"].strip(), _tidied(fields["lines"]), made.version + 1
    made.checked_by, made.checked_on = fields["checked_by"].strip(), fields["checked_on"]
    made.save()
    log.record(
        "communication.card.translated", subject=log.subject_of(held.card), by=by,
        detail={"number": held.number, "language": language},
    )  # fmt: skip
    return made


@transaction.atomic
def make_address_of_card(*, card: Card, stands_in: str, on: date, by: Any) -> ShortAddress:
    """A code for one place, so that its cards can be told from those of another."""
    leads_to = reverse("communication_card", args=[card.slug])
    return make_address(channel=Channel.CARD, stands_in=stands_in, leads_to=leads_to, on=on, by=by)


@transaction.atomic
def record_run(*, card: Card, fields: dict[str, Any], by: Any) -> PrintRun:
    """Cards of the newest wording were printed, and perhaps left somewhere. Refuses a language it has not got."""
    newest = Card.objects.select_for_update().get(pk=card.pk).wordings.get(number=fields["number"])
    language = fields["language"]
    if language != Language.ENGLISH and not newest.translations.filter(language=language).exists():
        raise Refused(
            "This wording has no translation into that language, so none can be printed.", "language"
        )
    given = {name: value for name, value in fields.items() if name != "number"}
    _check_left(given)
    run = PrintRun.objects.create(wording=newest, recorded_by=log.person(by), **given)
    log.record("communication.card.printed", subject=log.subject_of(card), by=by, detail={"run": run.pk})
    return run


def _check_left(given: dict[str, Any]) -> None:
    if given["left"] > given["copies"]:
        raise Refused("No more can be left than were printed.", "left")
    if bool(given["left"]) != (given["left_on"] is not None):
        raise Refused("Say both how many were left and on which day, or neither.", "left_on")
    if given["left"] and not (given["organisation"] or given["place"]):
        raise Refused("Say where they were left: a partner, or a place in words.", "place")
    if given["left_on"] and given["left_on"] < given["printed_on"]:
        raise Refused("They cannot be left before they were printed.", "left_on")


@transaction.atomic
def bring_back(*, run: PrintRun, count: int, on: date, by: Any) -> PrintRun:
    """So many of a run came back in all, as counted on a day. Refuses more than were left."""
    held = PrintRun.objects.select_for_update().select_related("wording__card").get(pk=run.pk)
    if count > held.left:
        raise Refused(f"{held.left} were left there, so no more can come back.", "count")
    held.came_back, held.came_back_on = count, on
    held.save(update_fields=["came_back", "came_back_on"])
    log.record(
        "communication.card.came_back", subject=log.subject_of(held.wording.card), by=by,
        detail={"run": held.pk, "count": count},
    )  # fmt: skip
    return held
