"""Mistakes of the kinds that returns have, planted on purpose."""

from __future__ import annotations

from collections.abc import Callable
from random import Random

from goldenthread.sen2.generating.stories import Days
from goldenthread.sen2.record import Record


def plant(person: Record, random: Random, days: Days) -> None:
    """Put one mistake into a person."""
    random.choice(KINDS)(person, random, days)


def _february(person: Record, random: Random, days: Days) -> None:
    person["PersonBirthDate"] = f"{days.text(days.first)[:4]}-02-30"


def _letter(person: Record, random: Random, days: Days) -> None:
    if upn := person["UPN"]:
        person["UPN"] = ("A" if upn[0] != "A" else "B") + upn[1:]


def _no_number(person: Record, random: Random, days: Days) -> None:
    person["UPN"] = person["UPNunknown"] = ""


def _ethnicity(person: Record, random: Random, days: Days) -> None:
    person["Ethnicity"] = "ZZZZ"


def _blank_outcome(person: Record, random: Random, days: Days) -> None:
    person.of("Requests")[0]["RequestOutcome"] = ""


def _backwards(person: Record, random: Random, days: Days) -> None:
    request = person.of("Requests")[0]
    if request["RequestOutcomeDate"]:
        request["ReceivedDate"] = days.text(days.last)


def _flag(person: Record, random: Random, days: Days) -> None:
    person.of("Requests")[0]["RYA"] = "N"


def _reason(person: Record, random: Random, days: Days) -> None:
    for one in person.everything():
        if one.table == "NamedPlan":
            one["CeaseReason"] = "9"


def _need(person: Record, random: Random, days: Days) -> None:
    for one in person.everything():
        if one.table == "SENneed":
            one["SENtypeRank"] = "2"


def _nowhere(person: Record, random: Random, days: Days) -> None:
    for one in person.everything():
        if one.table in ("PlanDetail", "PlacementDetail"):
            one.update(URN="", UKPRN="", SENSetting="")


KINDS: tuple[Callable[[Record, Random, Days], None], ...] = (
    _february, _letter, _no_number, _ethnicity, _blank_outcome, _backwards, _flag, _reason, _need, _nowhere,
)  # fmt: skip
