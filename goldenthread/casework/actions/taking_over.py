"""Taking over a child's file from another authority: looked at first, then all of it or nothing (regulation 15)."""

from __future__ import annotations

import re
from collections.abc import Mapping
from datetime import date, timedelta
from hashlib import sha256
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.casework.actions.opening import open_case
from goldenthread.casework.actions.talking import keep_paper
from goldenthread.casework.models import (
    Advice,
    AdviceState,
    Case,
    CaseFileUpload,
    InheritedCase,
    PlanLock,
    PlanText,
    PlanVersion,
)
from goldenthread.casework.portable.archive import Whole
from goldenthread.casework.portable.reading import BadCaseFile
from goldenthread.casework.portable.shapes import THE_CHILD
from goldenthread.casework.queries.case_file import sections_of_version
from goldenthread.casework.queries.inherited import ToTakeOver, to_take_over
from goldenthread.casework.queries.other_children import is_of_another
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import accepted
from goldenthread.kit.uploads import UploadState
from goldenthread.partners.models import Organisation, Team
from goldenthread.people.actions.children import enter_child, relate
from goldenthread.people.choices import Tie
from goldenthread.people.models import Address, Adult, Child, Household, Residence, Withholding

OF_ADULT = ("name", "email", "telephone", "first_language", "needs_interpreter")
KEPT = timedelta(days=1)
FURTHER = ("known_as", "pronouns", "sex", "upn", "uln", "no_number", "first_language", "needs_interpreter", "communication",
           "telephone")  # fmt: skip


@transaction.atomic
def hold_case_file(*, name: str, data: bytes, on: date, by: Any) -> CaseFileUpload:
    """Keep a file until somebody has looked at it, a day at most. Refuses one that is no whole case file."""
    CaseFileUpload.objects.filter(state=UploadState.HELD, recorded_at__lt=timezone.now() - KEPT).delete()
    _read(data, on)
    upload = CaseFileUpload.objects.create(name=name[-255:], data=data, recorded_by=by)
    log.record("casework.case_file.held", subject=log.subject_of(upload), by=by)
    return upload


def _read(data: bytes, on: date) -> ToTakeOver:
    try:
        return to_take_over(data, on)
    except BadCaseFile as bad:
        more = f" And {len(bad.troubles) - 5} more." if len(bad.troubles) > 5 else ""
        raise Refused(" ".join(str(one) for one in bad.troubles[:5]) + more, "file") from None


@transaction.atomic
def take_over(
    *, upload: CaseFileUpload, authority: Organisation, team: Team | None, transferred_on: date,
    child: Child | None = None, on: date, by: Any,
) -> Case:  # fmt: skip
    """A case of the child with the plan as it came, its advice, the family, and the old file to read.

    `child` is the one here who it is; without one the child is entered anew, with the family. Refuses a child with an open
    case, a document that is about another child, and a file that is in already: then nothing is saved.
    """
    upload = CaseFileUpload.objects.select_for_update().get(pk=upload.pk)
    if upload.data is None:
        raise Refused("This file has been taken over already. Open the case that came of it.")
    if transferred_on > on:
        raise Refused(
            "The day on which the plan was transferred is after today. Enter the day on which it came.",
            "transferred_on",
        )
    read = _read(upload.content, on)
    file = read.file
    if child is None:
        child = _enter(read, on, by)
    case = open_case(child=child, authority=authority, team=team, kind="moved-in", occurred_on=transferred_on,
                     facts={"authority": file.authority, "made_on": read.made_on.isoformat()}, on=on, by=by)  # fmt: skip
    _refuse_other_children(case, read.whole, on)
    names = _take_advice(case, read.whole, on, by)
    _take_plan(case, read, names, by)
    InheritedCase.objects.create(
        case=case, authority=file.authority[:300], reference=file.reference[:100], made_on=file.made_on, received_on=on,
        sha256=sha256(upload.content).hexdigest(), content=upload.content, recorded_by=by,
    )  # fmt: skip
    CaseFileUpload.objects.filter(pk=upload.pk).update(
        state=UploadState.DONE, data=None, outcome={"case": str(case.public_id)}
    )
    log.record("casework.case_file.taken_over", subject=log.subject_of(case), by=by,
               detail={"upload": upload.pk, "sha256": sha256(upload.content).hexdigest()})  # fmt: skip
    return case


def _enter(read: ToTakeOver, on: date, by: Any) -> Child:
    """The child and the family, as the old authority knew them; each home of its own."""
    told = read.file.child
    details = _fitting(
        Child, {name: getattr(told, name) for name in FURTHER if getattr(told, name) not in ("", None)}
    )
    names = _fitting(Child, {"given_names": told.given_names, "family_name": told.family_name})
    child = enter_child(on=on, is_another=True, by=by, born_on=told.born_on, is_invented=settings.DEMONSTRATION, **names,
                        **details)  # fmt: skip
    people: dict[str, Adult] = {}
    for one in read.file.family:
        adult = Adult.objects.create(is_invented=child.is_invented, recorded_by=by,
                                     **_fitting(Adult, {name: getattr(one, name) for name in OF_ADULT}))  # fmt: skip
        relate(child=child, adult=adult, tie=one.tie if one.tie in Tie.values else Tie.OTHER, starts_on=one.starts_on, by=by,
               has_parental_responsibility=one.has_parental_responsibility, may_follow=one.may_follow,
               ends_on=one.ends_on, order=one.order)  # fmt: skip
        people[one.id] = adult
    for home in read.file.homes:
        house = Household.objects.create(label=f"Home, as {read.file.authority} knew it"[:100])
        Address.objects.create(
            household=house, lines=home.lines, postcode=home.postcode[:8], starts_on=home.starts_on
        )
        for name in home.lives:
            lives = {"child": child} if name == THE_CHILD else {"adult": people[name]}
            Residence.objects.create(household=house, starts_on=home.starts_on, **lives)
        for kept in home.withheld_from:
            Withholding.objects.create(
                household=house, adult=people[kept.id], reason=kept.reason, starts_on=on
            )
    return child


def _fitting(kind: type[Child | Adult], values: Mapping[str, Any]) -> dict[str, Any]:
    """Values cut to what their columns hold: another system may keep longer ones."""
    longest = {name: getattr(kind._meta.get_field(name), "max_length", None) for name in values}
    return {
        name: value[: longest[name]] if isinstance(value, str) else value for name, value in values.items()
    }


def _refuse_other_children(case: Case, whole: Whole, on: date) -> None:
    """Nothing that names another child of ours and nowhere this one comes into the case."""
    file = whole.file
    texts = [
        (f"the advice of {one.body}", "\n".join(each.text for each in one.paragraphs)) for one in file.advice
    ]
    texts += [(f"the letter of {one.dated_on:%-d %B %Y}", "\n".join(one.words)) for one in file.letters]
    texts += [(f"the review of {one.sent_on:%-d %B %Y}", "\n".join((one.views, one.family_views, *one.progress, one.recommended)))
              for one in file.reviews]  # fmt: skip
    for what, text in texts:
        if is_of_another(case, text, on):
            raise Refused(
                f"In this file, {what} names another child and not {case.child.first_name}. Nothing was taken over. "
                "Ask the old authority for a file without it.",
                "file",
            )


def _take_advice(case: Case, whole: Whole, on: date, by: Any) -> dict[str, str]:
    """The advice, each with its document. Gives the ids by which the plan cites it, the old to the new."""
    names = {}
    for one in whole.file.advice:
        paper = None
        if one.document:
            called = re.sub(r"^documents/\d{3}-", "", one.document)
            file = accepted(called, whole.parts[one.document], "file")
            paper = keep_paper(case=case, file=file, on=on, by=by)
        made = Advice.objects.create(
            case=case, letter=one.kind, body=one.body[:300], state=AdviceState.IN,
            author=one.author[:200], role=one.role[:200], dated_on=one.dated_on, received_on=one.received_on, paper=paper,
            paragraphs=[[each.number, each.text, list(each.tags)] for each in one.paragraphs], recorded_by=by,
        )  # fmt: skip
        names[one.id] = made.key
    return names


def _take_plan(case: Case, read: ToTakeOver, names: Mapping[str, str], by: Any) -> None:
    """The plan in force as it was sealed, so that the family can read it; and its words, to be amended without retyping."""
    version, sealed = read.version, read.whole.parts[read.version.file]
    PlanVersion.objects.create(case=case, number=version.number, stage=version.stage, content=sealed, sha256=version.sha256,
                               issued_on=version.issued_on, recorded_by=by)  # fmt: skip
    sections = {key: _renamed(section, names) for key, section in sections_of_version(sealed).items()}
    ids = [str(line.get("id", "")) for section in sections.values() for line in section.get("lines", ())]
    numbers = [int(found.group()) for one in ids if (found := re.search(r"\d{1,6}$", one))]
    PlanText.objects.create(case=case, type=read.plan.type, cohort=read.plan.cohort, sections=sections,
                            next_line=max(numbers, default=0) + 1, recorded_by=by)  # fmt: skip
    for one in read.file.locks:
        if one.line in ids:
            given = [one.order, one.ordered_on.isoformat() if one.ordered_on else None]
            PlanLock.objects.create(
                case=case, line=one.line, words=one.words, inherited_order=given, recorded_by=by
            )


def _renamed(content: Any, names: Mapping[str, str]) -> Any:
    """A part of a plan with the ids that its advice has here; what cites advice that did not come cites nothing."""
    if isinstance(content, list):
        return [_renamed(one, names) for one in content if not _is_loose(one, names)]
    if isinstance(content, dict):
        return {
            key: names[one] if key == "advice" else _renamed(one, names)
            for key, one in content.items()
            if key != "advice" or one in names
        }
    return content


def _is_loose(one: Any, names: Mapping[str, str]) -> bool:
    """Whether it is a source, which is no line of its own, in advice that did not come."""
    return isinstance(one, dict) and "id" not in one and "advice" in one and one["advice"] not in names
