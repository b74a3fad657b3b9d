"""Letters in tests: services entered, a family with and without accounts, letters written and sent."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.casework.actions.letters import name_services, send_letter, write_letters
from goldenthread.casework.models import Case, Event, Letter, Service
from goldenthread.casework.process.kinds import KINDS
from goldenthread.casework.queries.letters import readers_of
from goldenthread.people.models import Address, Adult, Child, Household, Residence

SINCE = date(2018, 1, 1)


def enter_services() -> None:
    """Every service that letters name."""
    name_services(
        given={part.value: (part.label, f"01632 960 0{number:02}") for number, part in enumerate(Service)},
        by=None,
    )


def house(
    *people: Adult | Child, lines: str = "1 Test Street\nTestham", postcode: str = "ZZ99 1AA"
) -> Household:
    """A home in which these people live."""
    home = Household.objects.create(label=lines.splitlines()[0])
    Address.objects.create(household=home, lines=lines, postcode=postcode, starts_on=SINCE)
    for one in people:
        whom = {"child": one} if isinstance(one, Child) else {"adult": one}
        Residence.objects.create(household=home, starts_on=SINCE, **whom)
    return home


def decision(case: Case) -> Event:
    """The latest event of a case that calls for a letter."""
    return [event for event in case.events.in_force() if KINDS[event.kind].letter][-1]


def write(case: Case, kind: str, on: date, *, by: Any = None) -> list[Letter]:
    """A draft for each of those who hold the rights."""
    event = next((one for one in reversed(case.events.in_force()) if KINDS[one.kind].letter == kind), None)
    return write_letters(
        case=case, kind=kind, event=event, readers=[one for one in readers_of(case, on) if one.must], by=by
    )


def send(letter: Letter, on: date, *, by: Any = None) -> Letter:
    """Send a draft as it stands."""
    return send_letter(letter=letter, edition=letter.edition, on=on, by=by)
