"""Whether a case from a file is new here: its child by number or by name and birthday, and the cases that the child has."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from datetime import date
from itertools import chain
from typing import Any, NamedTuple

from django.db.models import Q
from django.db.models.functions import Lower

from goldenthread.accounts.models import RoleHolding
from goldenthread.casework.importing.drafts import NUMBERED, Draft, whole_name
from goldenthread.casework.models import Case, CaseImport
from goldenthread.law.words import in_words
from goldenthread.partners.models import Team
from goldenthread.people.models import Child
from goldenthread.people.queries.duplicates import possible_duplicates

NEW, HERE, WRONG = "new", "here", "wrong"
A_BITE = 5_000


class Span(NamedTuple):
    """A case of a child, here or in the file: from its first day to its end, and how to name it."""

    opened_on: date
    ended_on: date | None
    named: str

    def overlaps(self, opened_on: date, ended_on: date | None) -> bool:
        """Whether both were open at one time: a child has one open case."""
        is_before = self.ended_on is not None and self.ended_on <= opened_on
        return not (is_before or (ended_on is not None and ended_on <= self.opened_on))


class Arrivals:
    """Judges the rows of one file, in their order."""

    def __init__(self, upload: CaseImport, drafts: Sequence[Draft], on: date) -> None:
        self.on = on
        self.rows: dict[int, int] = dict(upload.rows.values_list("row", "case__child"))
        self.own = set(self.rows.values())
        self.teams = {name.lower(): pk for name, pk in Team.objects.values_list("name", "pk")}
        self.workers = _workers(on)
        self.children: dict[str, tuple[int, date]] = {}
        self.named: dict[tuple[str, date], list[int]] = defaultdict(list)
        self.cases: dict[int, list[Span]] = defaultdict(list)
        self.in_file: dict[str, list[Span]] = defaultdict(list)
        self.references: dict[str, int] = {}
        for first in range(0, len(drafts), A_BITE):
            self._look_up(drafts[first : first + A_BITE])

    def _look_up(self, drafts: Iterable[Draft]) -> None:
        """What is here of these children, in four queries."""
        drafts = [draft for draft in drafts if not draft.troubles]
        numbers = {name: [draft.child[name] for draft in drafts if draft.child[name]] for name in NUMBERED}
        days = set(chain.from_iterable(_birthdays(draft.child["born_on"]) for draft in drafts))
        of_numbers = Child.objects.filter(Q(upn__in=numbers["upn"]) | Q(uln__in=numbers["uln"]))
        for pk, upn, uln, born_on in of_numbers.values_list("pk", "upn", "uln", "born_on"):
            self.children |= {f"upn:{upn}": (pk, born_on), f"uln:{uln}": (pk, born_on)}
        of_days = Child.objects.filter(born_on__in=days).values_list(
            "pk", "given_names", "family_name", "born_on"
        )
        for pk, given, family, born_on in of_days:
            self.named[(whole_name({"given_names": given, "family_name": family}), born_on)].append(pk)
        known = {pk for pk, _ in self.children.values()} | set(chain.from_iterable(self.named.values()))
        held = Case.objects.filter(child__in=known).values_list(
            "child", "opened_on", "standing__ended_on", "reference"
        )
        for child, opened_on, ended_on, reference in held:
            self.cases[child].append(Span(opened_on, ended_on, reference))
        numbered = [draft.others["reference"].lower() for draft in drafts if draft.others.get("reference")]
        taken = (
            Case.objects.annotate(plain=Lower("reference"))
            .filter(plain__in=numbered)
            .values_list("plain", "pk")
        )
        self.references.update(taken)

    def judge(self, draft: Draft) -> str:
        """ "new", "here" (it is in already), or "wrong", with what is wrong added to the draft."""
        if draft.troubles:
            return WRONG
        ended_on = draft.course.ended_on
        if draft.row in self.rows:
            self.learn(draft, self.rows[draft.row])
            self._remember(draft, ended_on)
            return HERE
        child = self._child(draft)
        if self._is_here(draft, child):
            self._remember(draft, ended_on)
            return HERE
        if not draft.troubles:
            self._one_open(draft, self.cases.get(child or 0, []), ended_on)
            self._in_this_file(draft, ended_on)
            self._whose(draft)
        draft.others["child"] = child
        self._remember(draft, ended_on)
        return WRONG if draft.troubles else NEW

    def learn(self, draft: Draft, child: int) -> None:
        """That a row of this file came in, so that a later row of the same child is put to it."""
        self.own.add(child)
        self.children |= dict.fromkeys(draft.keys, (child, draft.child["born_on"]))

    def _remember(self, draft: Draft, ended_on: date | None) -> None:
        """So that a later row of the same child is compared with this one."""
        for key in () if draft.troubles else draft.keys:
            self.in_file[key].append(Span(draft.opened_on, ended_on, f"row {draft.row}"))

    def _child(self, draft: Draft) -> int | None:
        """The child here that the numbers name; asked about a likeness where there is none."""
        found = {self.children[key] for key in draft.keys if key in self.children}
        if len(found) > 1:
            draft.trouble(
                "upn", "The UPN and the ULN belong to two different children here. One of them is wrong."
            )
        for pk, born_on in found:
            if born_on != draft.child["born_on"]:
                draft.trouble(
                    "born_on",
                    f"The child here with this number was born on {in_words(born_on)}. Correct one of the two.",
                )
            return pk
        return None

    def _is_here(self, draft: Draft, child: int | None) -> bool:
        """Whether this very case is here; a child who may be here and is not certain is a trouble."""
        born_on = draft.child["born_on"]
        same = [child] if child else self.named.get((whole_name(draft.child), born_on), [])
        if any(span.opened_on == draft.opened_on for pk in same for span in self.cases.get(pk, [])):
            return True
        if (
            child
            or draft.child.get("is_another")
            or not any(day in self._days for day in _birthdays(born_on))
        ):
            return False
        likes = possible_duplicates(
            given_names=draft.child["given_names"], family_name=draft.child["family_name"], born_on=born_on
        )
        like = next((one for one in likes if not self._is_other(one.child, draft)), None)
        if like is not None:
            draft.trouble(
                "family_name",
                f"This child may be here already: somebody here {like.why}. Look, and then give both the same UPN, "
                "or write yes in a column that says that somebody has looked and this is another child.",
            )
        return False

    def _is_other(self, child: Child, draft: Draft) -> bool:
        """Whether a child here is surely not this one: they came with this file, or both have a number and they differ."""
        numbers = [(getattr(child, name), draft.child[name]) for name in NUMBERED]
        return child.pk in self.own or any(here and there and here != there for here, there in numbers)

    @property
    def _days(self) -> set[date]:
        """The birthdays in question on which somebody here was born."""
        days: set[date] | None = self.__dict__.get("_kept_days")
        if days is None:
            days = self.__dict__["_kept_days"] = {born_on for _, born_on in self.named}
        return days

    def _one_open(self, draft: Draft, held: Iterable[Span], ended_on: date | None) -> None:
        for span in held:
            if span.overlaps(draft.opened_on, ended_on):
                draft.trouble("requested_on" if "requested_on" in draft.columns else "final_on",
                              f"This child has a case already that was open then: {span.named}. A child has one open case. "
                              "Correct the days, or say when the earlier one ended.")  # fmt: skip
                return

    def _in_this_file(self, draft: Draft, ended_on: date | None) -> None:
        self._one_open(draft, chain.from_iterable(self.in_file.get(key, []) for key in draft.keys), ended_on)

    def _whose(self, draft: Draft) -> None:
        """The reference, the team and the worker that the row names."""
        others = draft.others
        if reference := others.get("reference"):
            if reference.lower() in self.references:
                draft.trouble(
                    "reference", f"There is a case {reference} already. Numbers of cases are given once."
                )
            self.references[reference.lower()] = draft.row
        if name := others.get("team"):
            others["team_id"] = self.teams.get(name.lower())
            if others["team_id"] is None:
                draft.trouble("team", f"There is no team “{name}” here. Enter it first, or correct the name.")
        if name := others.get("worker"):
            found = self.workers.get(name.lower(), [])
            if len(found) == 1:
                others["worker_id"] = found[0]
            else:
                draft.trouble("worker", f"“{name}” is {'more than one person' if found else 'no caseworker'} here. "
                                        "Write the e-mail address with which they sign in.")  # fmt: skip


def _birthdays(born_on: date) -> list[date]:
    """The day, and the day with its month turned round, as people mistype it."""
    return [born_on, date(born_on.year, born_on.day, born_on.month)] if born_on.day <= 12 else [born_on]


def _workers(on: date) -> dict[str, list[Any]]:
    """Those who can work a case on a day, by e-mail and by name."""
    held = RoleHolding.objects.filter(
        role__in=("caseworker", "casework-manager"), starts_on__lte=on, user__is_active=True
    )
    found: dict[str, list[Any]] = defaultdict(list)
    running = (
        held.filter(Q(ends_on=None) | Q(ends_on__gte=on))
        .values_list("user", "user__email", "user__name")
        .distinct()
    )
    for pk, email, name in running:
        for key in {email.lower(), name.lower()}:
            if pk not in found[key]:
                found[key].append(pk)
    return found
