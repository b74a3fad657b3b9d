"""Case files from the command line: made and taken over by the same actions as on the pages."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.casework.actions.bundling import make_bundle
from goldenthread.casework.actions.taking_over import hold_case_file, take_over
from goldenthread.casework.models import BundleKind, Case
from goldenthread.casework.queries.bundles import candidates, readers_for
from goldenthread.casework.queries.inherited import to_take_over
from goldenthread.casework.queries.places import our_authority
from goldenthread.kit.errors import Refused
from goldenthread.partners.models import Team


class CannotMove(Exception):
    """Why a case file could not be made or taken over, in words for the terminal."""


def export(reference: str, on: date) -> tuple[bytes, list[str]]:
    """The file of a case, and what stayed out of it for want of a person who looked. Raises CannotMove."""
    case = Case.objects.filter(reference=reference).first()
    if case is None:
        raise CannotMove(f"No case has the reference “{reference}”.")
    kind = str(BundleKind.CASE_FILE)
    readers = readers_for(case, kind, on)
    if not readers:
        raise CannotMove(
            "No move is recorded in this case. Record first that the family moves, and to which authority."
        )
    found = list(candidates(case, kind, readers[0], on))
    chosen = {one.document.key: "" for one in found if one.is_clean}
    try:
        _, content = make_bundle(case=case, kind=kind, reader=readers[0], chosen=chosen, on=on, by=None)
    except Refused as refused:
        raise CannotMove(refused.sentence) from None
    return content, [f"{one.document.title}. {one.barred or one.doubt}" for one in found if not one.is_clean]


def load(
    name: str, data: bytes, *, transferred_on: date, team: str | None, check: bool, is_another: bool, on: date
) -> dict[str, Any]:
    """What came of a file, as data: with `check` nothing is saved, and its reference is empty. Raises CannotMove."""
    try:
        with transaction.atomic():
            upload = hold_case_file(name=name, data=data, on=on, by=None)
            found = to_take_over(data, on)
            child = found.file.child
            told = {
                "child": f"{child.given_names} {child.family_name}", "born_on": child.born_on.isoformat(),
                "version": found.version.number, "advice": len(found.file.advice), "by_hand": found.by_hand, "reference": "",
            }  # fmt: skip
            if check:
                transaction.set_rollback(True)
                return told
            if found.alike and not (found.is_here or is_another):
                one = found.alike[0]
                raise CannotMove(f"{one.child}, born {one.child.born_on:%-d %B %Y}, {one.why}. If that is another child, say "
                                 "--is-another; if it is this one, take the file over on the page.")  # fmt: skip
            case = take_over(upload=upload, authority=our_authority(), team=_team(team), transferred_on=transferred_on,
                             on=on, by=None, child=found.alike[0].child if found.is_here else None)  # fmt: skip
            return {**told, "reference": case.reference}
    except Refused as refused:
        raise CannotMove(refused.sentence) from None


def _team(name: str | None) -> Team | None:
    if name is None:
        return None
    found = Team.objects.filter(organisation=our_authority(), name=name).first()
    if found is None:
        raise CannotMove(f"No team of this authority is called “{name}”.")
    return found
