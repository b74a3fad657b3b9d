"""A case file from another authority, for the one who takes it over: who it is about, what it holds, what is left to do."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from goldenthread.casework.models import InheritedCase
from goldenthread.casework.plan.errors import BadPlan, Trouble
from goldenthread.casework.plan.reading import plan_from
from goldenthread.casework.plan.shapes import Child as PlanChild
from goldenthread.casework.plan.shapes import Plan
from goldenthread.casework.portable.archive import Whole, unpack
from goldenthread.casework.portable.reading import BadCaseFile
from goldenthread.casework.portable.shapes import CaseFile, Child, Version
from goldenthread.law.move import INFORM
from goldenthread.people.queries.duplicates import Likeness, possible_duplicates

RUNNING = {
    "payments-began": (("payments-ended",), "Direct payments ran. Agree with the family how they go on, and record them."),
    "appeal-lodged": (("appeal-ended", "appeal-conceded"), "An appeal was open. Ask the tribunal how it goes on against this "
                      "authority, and record it."),
    "mediation-wanted": (("mediation-held", "mediation-not-arranged"), "The family had asked for mediation. Find out where it "
                         "stands, and record it."),
    "tribunal-order": (("order-carried-out",), "An order of the tribunal was not carried out yet. Record it: its days run."),
}  # fmt: skip
"""Kinds of events to what ends them, and what to do when nothing has."""


@dataclass(frozen=True)
class ToTakeOver:
    """A case file before it comes in."""

    whole: Whole
    plan: Plan
    version: Version
    alike: list[Likeness]
    by_hand: list[str]

    @property
    def file(self) -> CaseFile:
        """What it says."""
        return self.whole.file

    @property
    def is_here(self) -> bool:
        """Whether the child is certainly here: the number is the same."""
        return bool(self.alike) and self.alike[0].is_certain

    @property
    def made_on(self) -> date:
        """The day on which the plan was made or last reviewed."""
        return self.file.plan_made_on or self.version.issued_on


def to_take_over(data: bytes, on: date) -> ToTakeOver:
    """What a file holds, all of it proved. Raises BadCaseFile; one without a plan in force is none to take over."""
    whole = unpack(data)
    file = whole.file
    plans = {one.number: _plan(whole, one) for one in file.versions}
    version = file.in_force
    if version is None:
        words = "it holds no plan in force, so there is none to take over. Enter a request if the family asks for a plan."
        raise BadCaseFile(Trouble("the file", words))
    child = file.child
    alike = possible_duplicates(given_names=child.given_names, family_name=child.family_name, born_on=child.born_on,
                                upn=child.upn, uln=child.uln)  # fmt: skip
    return ToTakeOver(whole, plans[version.number], version, alike, list(by_hand(file, on)))


def _plan(whole: Whole, version: Version) -> Plan:
    """A version, read whole, so that nothing unsound is kept."""
    try:
        plan = plan_from(json.loads(whole.parts[version.file]), on=version.issued_on)
    except BadPlan as bad:
        raise BadCaseFile(
            *[Trouble(f"{version.file}, {one.where}", one.sentence) for one in bad.troubles[:5]]
        ) from None
    except ValueError:
        raise BadCaseFile(Trouble(version.file, "it is no JSON.")) from None
    if not _is_same(plan.child, whole.file.child):
        who = f"{plan.child.given_names} {plan.child.family_name}"
        words = f"it is about another child than case.json: {who}. Ask the old authority."
        raise BadCaseFile(Trouble(version.file, words))
    return plan


def _is_same(one: PlanChild, other: Child) -> bool:
    """Whether two records are of one child. A name, a number or a birthday may have been corrected between two versions;
    twins share a family name and a birthday, and no more."""
    if one.upn and one.upn == other.upn:
        return True
    given = one.given_names.lower() == other.given_names.lower()
    return given and (one.born_on == other.born_on or one.family_name.lower() == other.family_name.lower())


def by_hand(file: CaseFile, on: date) -> Iterator[str]:
    """What a file cannot bring: to be done by the worker who takes the case over."""
    yield f"{INFORM.title} ({INFORM.value_on(on).citation.text}). The case shows by when."
    if file.is_restricted:
        yield "The old authority let only named people see this case. Decide at once whether to restrict it here too."
    if not file.events:
        yield "The old authority did not send what happened. Ask whether an appeal, a mediation or direct payments run."
    for kind, (ends, words) in RUNNING.items():
        begun = [one.on for one in file.events if one.kind == kind]
        over = [one.on for one in file.events if one.kind in ends]
        if begun and max(begun) > max(over, default=date.min):
            yield words
    attends = next(
        (one for one in reversed(file.schooling) if one.ends_on is None or one.ends_on >= on), None
    )
    if attends is not None:
        yield f"The child attended {attends.setting}. Enter where they go to school now."
    if any(home.withheld_from for home in file.homes):
        yield "An address is withheld from somebody in the family. Read from whom before you write to anybody."
    if any(one.order for one in file.family):
        yield "A court has ordered something about somebody in the family. Read it before you write to them."


@dataclass(frozen=True)
class History:
    """An inherited file as its page shows it."""

    inherited: InheritedCase
    file: CaseFile
    names: dict[str, str]

    @property
    def homes(self) -> list[dict[str, Any]]:
        """Each home with the names of those who live there, and of those who may not learn it."""
        return [
            {"address": ", ".join([*one.lines.splitlines(), one.postcode]), "lives": [self.names[key] for key in one.lives],
             "withheld": [(self.names[kept.id], kept.reason) for kept in one.withheld_from]}
            for one in self.file.homes
        ]  # fmt: skip


def history_of(inherited: InheritedCase) -> History:
    """The file as it came, read again from its bytes."""
    file = unpack(bytes(inherited.content)).file
    return History(inherited, file, {"child": str(file.child.known_as or file.child.given_names),
                                     **{one.id: one.name for one in file.family}})  # fmt: skip
