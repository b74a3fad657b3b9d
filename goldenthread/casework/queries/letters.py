"""What a letter needs: to whom it may go, what fills its live fields, and which letters are owed."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.conf import settings

from goldenthread.casework.letters.texts import TEXTS, Words, read
from goldenthread.casework.models import Case, Event, Letter, LetterWords, NamedService, Service
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.queries.files import file_of
from goldenthread.kit.dates import in_words
from goldenthread.law import appeal, assessment, mediation
from goldenthread.partners.choices import OrganisationKind
from goldenthread.partners.models import Organisation
from goldenthread.people.models import Adult, Child
from goldenthread.people.queries.addresses import addresses_for_staff, post_to
from goldenthread.people.queries.rights import holders_on


@dataclass(frozen=True)
class Reader:
    """Somebody to whom a letter may go; `must` when the law wants them told."""

    key: str
    record: Any
    part: str
    must: bool = False

    @property
    def field(self) -> str:
        """The letter's field for them."""
        return self.key.split("-")[0]


def words_of(kind: str) -> Words:
    """The words with which a letter begins: the council's own if it has some."""
    own = LetterWords.objects.filter(kind=kind).first()
    return read(own.paragraphs) if own else TEXTS[kind]


def readers_of(case: Case, on: date) -> list[Reader]:
    """To whom a letter may go, those who hold the rights first. Nobody who may not follow the case is among them."""
    holders = holders_on(case.child, on)
    found = [Reader(f"adult-{one.pk}", one, "Holds the rights", must=True) for one in holders.adults]
    if holders.is_young_person and not holders.adults:
        found.append(
            Reader(f"child-{case.child.pk}", case.child, "The young person holds the rights", must=True)
        )
    held = {one.key for one in found}
    others = case.child.relationships.held_on(on).filter(may_follow=True).select_related("adult")
    found += [Reader(f"adult-{one.adult_id}", one.adult, one.get_tie_display()) for one in others
              if f"adult-{one.adult_id}" not in held]  # fmt: skip
    for one in case.child.schooling.held_on(on).select_related("setting"):
        found.append(Reader(f"organisation-{one.setting_id}", one.setting, "School or setting"))
    boards = Organisation.objects.filter(kind=OrganisationKind.ICB)
    return found + [Reader(f"organisation-{one.pk}", one, "Integrated care board") for one in boards]


def letters_of(case: Case) -> list[Letter]:
    """The letters of a case, the latest first."""
    return list(case.letters.select_related("adult", "child", "organisation"))


@dataclass(frozen=True)
class Owed:
    """A letter that a decision calls for and that has not gone to somebody who must have it."""

    event: Event
    kind: str
    title: str
    readers: tuple[Reader, ...]


def letters_owed(case: Case, on: date) -> list[Owed]:
    """The letters that the decisions of a case still call for.

    A decision that came in with a file of old cases has no author here: its letter went before, from elsewhere.
    """
    calling = [one for one in file_of(case) if KINDS[one.kind].letter and one.recorded_by_id is not None]
    if not calling:
        return []
    must = [one for one in readers_of(case, on) if one.must]
    gone = {(one.event.number, _key(one)) for one in case.letters.filter(sealed_on__isnull=False).select_related("event")
            if one.event}  # fmt: skip
    owed = []
    for event in calling:
        left = tuple(one for one in must if (event.number, one.key) not in gone)
        kind = KINDS[event.kind].letter
        if left:
            owed.append(Owed(event, kind, KINDS[event.kind].title, left))
    return owed


def _key(letter: Letter) -> str:
    field = next(name for name in ("adult", "child", "organisation") if getattr(letter, f"{name}_id"))
    return f"{field}-{getattr(letter, f'{field}_id')}"


def values_for(letter: Letter, on: date) -> dict[str, str]:
    """What fills the live fields of a letter that goes on a day. A field without anything is left out."""
    case, facts = letter.case, letter.event.facts if letter.event else {}
    services = {one.part: str(one) for one in NamedService.objects.all()}
    worker = case.allocations.held_on(on).filter(is_cover=False).select_related("worker").first()
    given = {
        "reader": str(letter.reader), "child": case.child.first_name, "reference": case.reference,
        "authority": str(case.authority), "worker": str(worker.worker) if worker else "", "today": in_words(on),
        "decided": in_words(letter.event.occurred_on) if letter.event else "",
        "reasons": str(facts.get("reasons", "")), "placement": str(facts.get("placement", "")),
        "from_on": in_words(date.fromisoformat(facts["from_on"])) if facts.get("from_on") else "",
        "appeal_by": in_words(appeal.due(on).due_on), "mediation_by": in_words(mediation.contact_by(on).due_on),
        "views_by": in_words(assessment.REPRESENTATIONS.deadline(on).due_on),
        "account": settings.SITE_ADDRESS, **{part.value: services.get(part.value, "") for part in Service},
    }  # fmt: skip
    return {name: value for name, value in given.items() if value}


def post_lines(letter: Letter, on: date) -> list[str]:
    """Where to post a letter, as lines; none when we do not know. Asked anew each time: a letter keeps no address."""
    reader = letter.reader
    if isinstance(reader, Adult):
        found = post_to(reader, on)
    elif isinstance(reader, Child):
        found = next(iter(addresses_for_staff(reader, on)), None)
    else:
        return [str(reader)]
    return [str(reader), *found.lines.splitlines(), found.postcode] if found else []


def services_missing(words: Iterable[str]) -> list[str]:
    """The services that some words name and nobody has entered."""
    held = set(NamedService.objects.values_list("part", flat=True))
    named = {name for text in words for name in (part.value for part in Service) if f"{{{name}}}" in text}
    return [Service(name).label for name in sorted(named - held)]
