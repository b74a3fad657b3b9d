"""`goldenthread demonstration …`: the worked example and its people."""

from __future__ import annotations

import click

CASES, SEED = 5_000, 20260907
"""About 3,000 plans in force, as a large council has."""


@click.group()
def demonstration() -> None:
    """The demonstration area: Wolverhampton's public record, and invented people."""


@demonstration.command()
def load() -> None:
    """Load the demonstration's people and programme; a second time adds nothing."""
    from django.utils import timezone

    from goldenthread.accounts.actions.demonstration import make_people
    from goldenthread.accounts.models import User
    from goldenthread.casework.demonstration import invent_area
    from goldenthread.commissioning.demonstration.joint import load_joint
    from goldenthread.commissioning.demonstration.money import load_money
    from goldenthread.commissioning.demonstration.waits import load_waits
    from goldenthread.evidence.demonstration import load as load_evidence
    from goldenthread.localoffer.demonstration.load import load as load_offer
    from goldenthread.localoffer.demonstration.running import keep as keep_offer
    from goldenthread.participation.demonstration.load import load as load_voice
    from goldenthread.programme.demonstration.load import hand_over
    from goldenthread.programme.demonstration.load import load as load_programme
    from goldenthread.returns.demonstration import load_published
    from goldenthread.sensupport.demonstration import invent_registers
    from goldenthread.transitions.demonstration import invent_transitions

    on, people = timezone.localdate(), make_people()
    result = load_programme(on=on)
    owner = next(person for person in people if person.role == "Action owner")
    hand_over(User.objects.get(email=owner.email))
    cases = invent_area(cases=CASES, seed=SEED, on=on)
    invent_transitions(seed=SEED, on=on)
    invent_registers(seed=SEED, on=on)
    load_published(on=on)
    offer = load_offer(on=on)
    keep_offer(on=on)
    waits, bought = load_waits(on=on), load_joint(on=on)
    load_money(on=on)
    sorters = [one.email for one in people if "analyst" in one.email or "participation" in one.email]
    load_voice(on=on, sorters=tuple(User.objects.filter(email__in=sorters)))
    evidence = load_evidence(on=on)
    click.echo(
        f"Demonstration: added {result.added}, unchanged {result.unchanged}; invented {cases} cases; "
        f"Local Offer: {offer.added} services added, {offer.changed} changed; "
        f"{waits} months of invented waits, {bought} services bought together; {evidence}."
    )


@demonstration.command()
def people() -> None:
    """Print one sign-in for each role."""
    from goldenthread.accounts.actions.demonstration import make_people

    for person in make_people():
        click.echo(f"  {person.role:<26} {person.email:<40} {person.password}")
