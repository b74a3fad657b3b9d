"""Who may be shown where somebody lives. The rule is short on purpose: your own home, and nobody else's."""

from __future__ import annotations

from datetime import date

from goldenthread.people.models import Address, Adult, Child, Withholding


def addresses_for_staff(child: Child, on: date) -> list[Address]:
    """Every address at which the child lives on a day, the main home first; for the case's workers only."""
    homes = child.residences.held_on(on).values("household")
    return list(Address.objects.held_on(on).filter(household__in=homes).select_related("household"))


def addresses_shown_to(adult: Adult, on: date) -> list[Address]:
    """The addresses that may be rendered for an adult: those of the households in which that adult lives.

    Another household's address is never shown, asked for or not, withheld or not: who must know it is told by a person.
    """
    homes = adult.residences.held_on(on).values("household")
    return list(Address.objects.held_on(on).filter(household__in=homes))


def post_to(adult: Adult, on: date) -> Address | None:
    """Where to write to an adult; None when we do not know, or when the last known home is withheld from them."""
    kept_from = adult.withheld_addresses.held_on(on).values("household")
    homes = adult.residences.held_on(on).exclude(household__in=kept_from).values("household")
    return Address.objects.held_on(on).filter(household__in=homes).order_by("-starts_on").first()


def protected_words(child: Child, adult: Adult, on: date) -> set[str]:
    """What no page, letter or file for this adult may contain: every line and postcode, past ones too, of the homes
    that the child shares without them."""
    own = adult.residences.held_on(on).values("household")
    others = Address.objects.filter(household__residences__child=child).exclude(household__in=own)
    words: set[str] = set()
    for address in others:
        words |= {line.strip() for line in address.lines.splitlines() if line.strip()}
        words |= {address.postcode, address.postcode.replace(" ", "")}
    return words


def is_any_withheld(child: Child, on: date) -> bool:
    """Whether somebody may not learn where the child lives: staff are warned before anything leaves."""
    homes = child.residences.held_on(on).values("household")
    return Withholding.objects.held_on(on).filter(household__in=homes).exists()
