"""Writing letters, sealing them, and the council's own words for them."""

from __future__ import annotations

from collections.abc import Iterable
from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions import outbox
from goldenthread.casework.letters.fields import EmptyField, UnknownField, fields_in, filled
from goldenthread.casework.letters.texts import Paragraph, answered, kept
from goldenthread.casework.models import Case, Event, Letter, LetterState, LetterWords, NamedService, Service
from goldenthread.casework.queries.letters import (
    Reader,
    post_lines,
    readers_of,
    services_missing,
    values_for,
    words_of,
)
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.law.letters import LETTERS, missing, required
from goldenthread.law.words import listed
from goldenthread.people.choices import ContactBy
from goldenthread.people.models import Adult, Child
from goldenthread.people.queries.addresses import protected_words


@transaction.atomic
def write_letters(
    *, case: Case, kind: str, event: Event | None, readers: Iterable[Reader], by: Any
) -> list[Letter]:
    """A draft for each reader, in the council's words."""
    made = []
    for reader in readers:
        letter = Letter.objects.create(case=case, event=event, kind=kind, paragraphs=kept_all(words_of(kind)),
                                       recorded_by=by, **{reader.field: reader.record})  # fmt: skip
        log.record("casework.letter.written", subject=log.subject_of(letter), by=by, detail={"kind": kind})
        made.append(letter)
    if not made:
        raise Refused("Choose at least one person to write to.", "readers")
    return made


def kept_all(words: Iterable[Paragraph]) -> list[list[str]]:
    """Paragraphs as a draft keeps them, empty ones too: they wait for words."""
    return [one.as_list() for one in words]


@transaction.atomic
def change_letter(*, letter: Letter, paragraphs: list[Paragraph], edition: int, by: Any) -> Letter:
    """Other words for a draft. When somebody else changed it since `edition`, Conflict carries theirs and nothing is saved."""
    letter = _draft(letter)
    if letter.edition != edition:
        raise Conflict([letter])
    for one in paragraphs:
        _check_fields(one.words)
    letter.paragraphs, letter.edition = kept_all(paragraphs), edition + 1
    letter.save(update_fields=["paragraphs", "edition"])
    log.record("casework.letter.changed", subject=log.subject_of(letter), by=by)
    return letter


@transaction.atomic
def discard_letter(*, letter: Letter, by: Any) -> None:
    """A draft that is not wanted goes. One that was sent stays for good."""
    letter = _draft(letter)
    log.record("casework.letter.discarded", subject=log.subject_of(letter), by=by)
    letter.delete()


@transaction.atomic
def send_letter(*, letter: Letter, edition: int, on: date, by: Any) -> Letter:
    """Seal the words as of today and let the letter go the way its reader chose.

    Refuses a letter that lacks what its regulation demands, has nothing for a live field, or names an address that its reader
    may not learn; and one to an adult or child who is not of this case's family today, whenever it was written.
    """
    letter = _draft(letter)
    if letter.edition != edition:
        raise Refused("Somebody changed this letter since you opened it. Read it again, then send it.")
    _check_reader(letter, on)
    letter.words, letter.sealed_on = sealed(letter, on), on
    letter.channel = way_of(letter, on)
    letter.state = LetterState.TO_PRINT if letter.channel == ContactBy.POST else LetterState.WAITING
    letter.save(update_fields=["words", "sealed_on", "channel", "state"])
    log.record("casework.letter.sent", subject=log.subject_of(letter), by=by, detail={"kind": letter.kind})
    if letter.state == LetterState.WAITING:
        outbox.defer_notice(letter)
    return letter


def sealed(letter: Letter, on: date) -> list[str]:
    """The letter's words if it goes on a day. Raises Refused with what is wrong."""
    written = [one for one in letter.written if one.words.strip()]
    if letter.kind in LETTERS:
        lacking = missing(letter.kind, answered(written), on)
        if lacking:
            lines = [f"{item.words} ({item.citation.text})" for item in lacking]
            raise Refused(f"This letter does not say {listed(lines)}. Write it in, then send the letter.")
    values = values_for(letter, on)
    try:
        words = [filled(one.words, values) for one in written]
    except EmptyField as empty:
        raise Refused(_what_to_do(empty)) from None
    except UnknownField as unknown:
        raise Refused(str(unknown)) from None
    _check_withheld(letter, words, on)
    return words


def _what_to_do(empty: EmptyField) -> str:
    if empty.name in Service.values:
        return f"{empty} A manager enters it under Letters, “Services that letters name”."
    if empty.name == "worker":
        return f"{empty} Give the case to a worker first."
    return f"{empty} Record it in the case, or write the words yourself."


def _check_reader(letter: Letter, on: date) -> None:
    """Nobody is written to about a child who is not theirs: never, or not any more."""
    if letter.organisation_id is None and f"{_field(letter)}-{letter.reader.pk}" not in {
        one.key for one in readers_of(letter.case, on)
    }:
        raise Refused(
            f"{letter.reader} may not follow this case today, so this letter may not go to them. Discard it, and write to those "
            "who may."
        )


def _field(letter: Letter) -> str:
    return "adult" if letter.adult_id else "child"


def _check_withheld(letter: Letter, words: list[str], on: date) -> None:
    """Nothing of an address leaves for somebody who may not learn it."""
    if not isinstance(letter.reader, Adult):
        return
    text = "\n".join(words).lower()
    if any(one.lower() in text for one in protected_words(letter.case.child, letter.reader, on)):
        raise Refused(
            f"These words hold a part of an address that {letter.reader} may not learn from us. "
            "Take it out, then send the letter."
        )


def way_of(letter: Letter, on: date) -> str:
    """How a letter goes: as its reader chose, if they can open it; otherwise by post."""
    reader = letter.reader
    if isinstance(reader, Adult | Child) and reader.user_id and reader.user and reader.user.is_active:
        if reader.contact_by == ContactBy.TEXT and not reader.telephone:
            return str(ContactBy.EMAIL)
        return str(reader.contact_by)
    if isinstance(reader, Adult | Child) and not post_lines(letter, on):
        raise Refused(
            f"We do not know where to write to {reader}, and they have no account. Enter their address, or invite them."
        )
    return str(ContactBy.POST)


def _draft(letter: Letter) -> Letter:
    locked = Letter.objects.select_for_update().get(pk=letter.pk)
    if not locked.is_draft:
        raise Refused("This letter was sent already. Write another one if something in it must be put right.")
    return locked


def _check_fields(words: str) -> None:
    try:
        fields_in(words)
    except UnknownField as unknown:
        raise Refused(str(unknown)) from None


@transaction.atomic
def keep_words(*, kind: str, paragraphs: list[Paragraph], on: date, by: Any) -> LetterWords:
    """The council's own words for a letter from now on. Refuses words that leave out what the law asks for."""
    for one in paragraphs:
        _check_fields(one.words)
    if kind in LETTERS:
        said = answered(paragraphs)
        lacking = [item.words for item in required(kind, on) if item.key not in said]
        if lacking:
            raise Refused(f"The law asks this letter to say {listed(lacking)}. Write it in.")
    made = LetterWords.objects.create(kind=kind, paragraphs=kept(paragraphs), recorded_by=by)
    log.record("casework.words.kept", subject=log.subject_of(made), by=by, detail={"kind": kind})
    return made


@transaction.atomic
def name_services(*, given: dict[str, tuple[str, str]], by: Any) -> None:
    """How to reach the services that letters name: part to (name, how to reach it)."""
    for part, (name, reach) in given.items():
        if not name.strip():
            continue
        service, _ = NamedService.objects.update_or_create(
            part=part, defaults={"name": name.strip(), "reach": reach.strip(), "recorded_by": by}
        )
        log.record("casework.service.named", subject=log.subject_of(service), by=by)


def services_wanted(letter: Letter) -> list[str]:
    """The services that a draft names and nobody has entered."""
    return services_missing(one.words for one in letter.written)
