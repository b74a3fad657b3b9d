"""A case as a portable file for another authority: what of it goes in, and what the old authority keeps."""

from __future__ import annotations

import json
from collections.abc import Collection, Iterator
from dataclasses import dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.casework.models import Advice, Case, Event, Letter, PlanVersion, Review
from goldenthread.casework.plan.papers import Paragraph
from goldenthread.casework.portable import shapes
from goldenthread.casework.portable.archive import Whole, document_names
from goldenthread.casework.process.course import Course
from goldenthread.casework.queries.files import course_of
from goldenthread.casework.queries.reviews import progress_of
from goldenthread.casework.queries.story import story_of
from goldenthread.people.choices import Tie
from goldenthread.people.models import Address, Child, Relationship, Withholding

STAYS = (
    "Messages between the old authority and each of the family: each thread is its owner’s.",
    "Notes of the old authority’s staff, and who had leave to see the case.",
    "Papers of panels.",
)
NOTES = ("note",)


def move_of(case: Case) -> Event | None:
    """The last word on a move to another authority; None when nobody has recorded one. Without it no case file is made."""
    told = case.events.in_force().filter(kind__in=["move-out-known", "moved-out"], is_struck=False)
    return told.order_by("-occurred_on", "-pk").first()


def case_file_of(
    case: Case, keys: Collection[str], on: date, *, made_for: str, left_out: Collection[str] = ()
) -> Whole:
    """The case as a file, with those of its papers that were chosen by their keys (see bundle_papers)."""
    course, parts = course_of(case), {}
    versions = [one for one in case.versions.order_by("number") if f"version-{one.number}" in keys]
    for one in versions:
        parts[_version_file(one)] = bytes(one.content)
    advice = [one for one in case.advice.filter(received_on__isnull=False).select_related("paper").order_by("received_on", "pk")
              if f"advice-{one.pk}" in keys]  # fmt: skip
    papers = {
        one.key: one.paper
        for one in advice
        if one.paper is not None and not one.paper.is_shut and f"advice-file-{one.pk}" in keys
    }
    names = document_names((key, paper.name) for key, paper in papers.items())
    parts |= {names[key]: bytes(paper.content) for key, paper in papers.items()}
    family = _family(case.child, on)
    file = shapes.CaseFile(
        format=shapes.FORMAT, made_on=on, authority=str(case.authority), reference=case.reference, made_for=made_for,
        child=_child(case.child), moves_on=_moves_on(case), plan_made_on=_made_on(course),
        is_restricted=case.is_restricted,
        family=tuple(family.told), homes=tuple(_homes(case.child, family, on)),
        schooling=tuple(shapes.Attended(setting=str(one.setting), starts_on=one.starts_on, ends_on=one.ends_on)
                        for one in case.child.schooling.select_related("setting").order_by("starts_on", "pk")),
        events=tuple(_events(case, on)) if "chronology" in keys else (),
        versions=tuple(_version(one) for one in versions), locks=tuple(_locks(case)),
        advice=tuple(_advice(one, names.get(one.key, "")) for one in advice),
        letters=tuple(_letters(case, keys)), reviews=tuple(_reviews(case, keys)), left_out=(*STAYS, *left_out),
    )  # fmt: skip
    return Whole(file, parts)


def _child(child: Child) -> shapes.Child:
    return shapes.Child(
        given_names=child.given_names, family_name=child.family_name, born_on=child.born_on, known_as=child.known_as,
        pronouns=child.pronouns, sex=child.sex, upn=child.upn or "", uln=child.uln or "", no_number=child.no_number,
        first_language=child.first_language, needs_interpreter=child.needs_interpreter, communication=child.communication,
        telephone=child.telephone,
    )  # fmt: skip


@dataclass(frozen=True)
class _Family:
    """Those whom the file names: around the child on its day, and with them anybody from whom an address is withheld."""

    around: list[Relationship]
    kept: list[Withholding]
    earlier: list[Relationship]
    homes: list[Address]

    @property
    def told(self) -> list[shapes.Relative]:
        """Each once, those around the child first; somebody who is gone is named so that nobody tells them an address."""
        known = {one.adult_id for one in [*self.around, *self.earlier]}
        strangers = {one.adult_id: one for one in self.kept if one.adult_id not in known}
        bare = [shapes.Relative(id=_key(pk), name=one.adult.name, tie=Tie.OTHER, starts_on=one.starts_on, ends_on=one.starts_on)
                for pk, one in strangers.items()]  # fmt: skip
        return [*map(_relative, [*self.around, *self.earlier]), *bare]


def _family(child: Child, on: date) -> _Family:
    around = list(child.relationships.held_on(on).select_related("adult").order_by("starts_on", "pk"))
    adults = {one.adult_id for one in around}
    lives = Q(household__residences__child=child) | Q(household__residences__adult__in=adults)
    held = Address.objects.held_on(on).filter(lives).select_related("household")
    homes = list(held.distinct().order_by("starts_on", "pk"))
    kept = list(Withholding.objects.held_on(on).filter(household__in=[one.household_id for one in homes])
                .select_related("adult").order_by("pk"))  # fmt: skip
    before = child.relationships.filter(adult__in=[one.adult_id for one in kept]).exclude(adult__in=adults)
    last = {one.adult_id: one for one in before.select_related("adult").order_by("starts_on", "pk")}
    return _Family(around, kept, list(last.values()), homes)


def _key(adult: int | None) -> str:
    return f"adult-{adult}"


def _relative(tie: Relationship) -> shapes.Relative:
    adult = tie.adult
    return shapes.Relative(
        id=_key(adult.pk), name=adult.name, tie=tie.tie, starts_on=tie.starts_on, ends_on=tie.ends_on,
        has_parental_responsibility=tie.has_parental_responsibility, may_follow=tie.may_follow, order=tie.order,
        email=adult.email, telephone=adult.telephone, first_language=adult.first_language,
        needs_interpreter=adult.needs_interpreter,
    )  # fmt: skip


def _homes(child: Child, family: _Family, on: date) -> Iterator[shapes.Home]:
    """The homes of the child and of those around them, each with whom it is kept from."""
    around = {one.adult_id for one in family.around}
    for address in family.homes:
        there = address.household.residences.held_on(on).order_by("pk")
        who = [shapes.THE_CHILD if one.child_id == child.pk else _key(one.adult_id)
               for one in there if one.child_id == child.pk or one.adult_id in around]  # fmt: skip
        kept = [one for one in family.kept if one.household_id == address.household_id]
        if who:
            yield shapes.Home(
                lines=address.lines, postcode=address.postcode, starts_on=address.starts_on, lives=tuple(who),
                withheld_from=tuple(shapes.Withheld(id=_key(one.adult_id), reason=one.reason) for one in kept),
            )  # fmt: skip


def _moves_on(case: Case) -> date | None:
    known = (
        case.events.in_force()
        .filter(kind="move-out-known", is_struck=False)
        .order_by("-occurred_on", "-pk")
        .first()
    )
    return date.fromisoformat(known.facts["moves_on"]) if known else None


def _made_on(course: Course) -> date | None:
    """The day from which the next review is reckoned: of the last review, or of the plan."""
    return course.reviewed_on or course.final_on or course.plan_made_on


def _events(case: Case, on: date) -> Iterator[shapes.Happened]:
    for one in reversed(story_of(case, on, today=on).told):
        if one.kind.key not in NOTES:
            facts = tuple(shapes.Told(label=label, words=words) for label, words in one.facts)
            yield shapes.Happened(on=one.event.occurred_on, known_on=one.event.known_on, kind=one.kind.key, title=one.kind.title,
                                  facts=facts)  # fmt: skip


def _version_file(one: PlanVersion) -> str:
    return f"plan/version-{one.number}.json"


def _version(one: PlanVersion) -> shapes.Version:
    return shapes.Version(
        number=one.number,
        stage=one.stage,
        issued_on=one.issued_on,
        file=_version_file(one),
        sha256=one.sha256,
    )


def _locks(case: Case) -> Iterator[shapes.Lock]:
    for one in case.plan_locks.filter(ended_on=None).select_related("order"):
        yield shapes.Lock(line=one.line, words=one.words, order=one.order_words, ordered_on=one.order_day)


def _advice(one: Advice, document: str) -> shapes.Advice:
    assert one.received_on is not None
    return shapes.Advice(
        id=one.key, kind=one.letter, body=one.body, received_on=one.received_on, dated_on=one.dated_on, author=one.author,
        role=one.role, document=document,
        paragraphs=tuple(Paragraph(number=number, text=words, tags=tuple(tags)) for number, words, tags in one.paragraphs),
    )  # fmt: skip


def _letters(case: Case, keys: Collection[str]) -> Iterator[shapes.Letter]:
    sent = Letter.objects.filter(case=case, sealed_on__isnull=False).select_related(
        "adult", "child", "organisation"
    )
    for one in sent.order_by("sealed_on", "pk"):
        if f"letter-{one.pk}" in keys and one.sealed_on is not None:
            yield shapes.Letter(
                title=one.get_kind_display(),
                dated_on=one.sealed_on,
                to=str(one.reader),
                words=tuple(one.words),
            )


def _reviews(case: Case, keys: Collection[str]) -> Iterator[shapes.Review]:
    for one in Review.objects.filter(case=case, sent_on__isnull=False).order_by("sent_on", "pk"):
        if f"review-{one.pk}" in keys and one.sent_on is not None:
            came = tuple(
                f"{each.outcome.text}: {each.state.replace('-', ' ')}. {each.words}"
                for each in progress_of(one)
                if each.state
            )
            yield shapes.Review(sent_on=one.sent_on, views=one.views, family_views=one.family_views, progress=came,
                                recommended=f"{one.get_recommendation_display()}. {one.reasons}")  # fmt: skip


def sections_of_version(content: bytes) -> dict[str, Any]:
    """The sections of a sealed version, as a text holds them."""
    held: dict[str, Any] = json.loads(content)["sections"]
    return held
