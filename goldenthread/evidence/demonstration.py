"""Area 2 of the worked example from finding to signed statement: its real reviews' asks, and measures that count invented cases.

All that is invented says so in its words. The asks, closures and actions are the public record's.
"""

from __future__ import annotations

from datetime import date, timedelta

from django.db import transaction

from goldenthread.accounts.actions.demonstration import email_of
from goldenthread.accounts.models import User
from goldenthread.evidence.actions import answers, measures, publications, statements
from goldenthread.evidence.models import DocumentForm, DocumentVersion, StatementVersion
from goldenthread.evidence.queries.closing import asks_of
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.errors import Refused
from goldenthread.participation.actions import ledger
from goldenthread.participation.choices import Level, Outcome, Worked
from goldenthread.partners.models import Membership, Organisation
from goldenthread.programme.actions.evidence import add_evidence, confirm_evidence
from goldenthread.programme.models import Action, Area, Evidence, Measure

INVENTED = "invented cases"
MEASURES = (
    ("in-time", "Plans issued within 20 weeks", "casework.in-time", "higher", "50%"),
    ("decided-in-time", "Decisions whether to assess within six weeks", "casework.decided-in-time", "higher", "90%"),
    ("reviews-in-time", "Decisions after a review within four weeks", "casework.reviews-in-time", "higher", "75%"),
)  # fmt: skip
"""Key, name, figure, better direction, target. The targets are invented too."""
VOICE = (
    "Families asked after a review whether the plan describes their child (invented)",
    "41 of 60 families said yes, 12 in part and 7 no",
    "Families whose child had an annual review",
)
HEARD = "The plan says what my child cannot do, and it came months late."
DONE = "Somebody who did not write it reads every plan before it is sent, and we count how many are sent in time."
AGAIN = "Better in part. It is right about my child now, and it still came late."
ANSWERING = "2.3"
"""The action of the public record that the invented comment is answered by: quality assurance of plans."""
FIRST = {
    "conclusion": "Most decisions whether to assess are made in six weeks, and most families know their child in the plan.",
    "how": "We counted every request of twelve months, and asked families after their child's review.",
    "next": "We go through every late plan each week with the services whose advice is late.",
    "lasting": "The count is made by the system each night, and the board sees it at every meeting.",
}
VERSIONS = (date(2024, 5, 1), date(2024, 12, 2), date(2025, 4, 1))
"""Days after reviews that closed areas: each progress report differs from the one before by what the review decided."""
PARTNERS = (
    ("board-member", "council"),
    ("board-member.health", "icb"),
    ("board-member.parents", "parent-carer-forum"),
)
"""The demonstration's people who sign, and the kind of partner that each belongs to."""


def load(*, on: date) -> str:
    """Everything; a second time adds nothing. Says in words what came, or why nothing did."""
    area = Area.objects.filter(plan__key="wsoa", key="ehc-plans").select_related("plan__programme").first()
    if area is None or StatementVersion.objects.filter(statement__area=area).exists():
        return "statements unchanged"
    lead, second = _person("programme-lead"), _person("board-member")
    if lead is None or second is None:
        return "no statements, for want of people"
    _join_partners(on)
    published = _publish(area, lead)
    _heard(area, lead, on)
    with transaction.atomic():
        cited = [*_readings(area, lead, on), _voice(area, lead, on)]
        for one in cited:
            confirm_evidence(evidence=one, on=on - timedelta(days=190), by=second)
        asks = asks_of(area, on)
        for ask in asks[: len(asks) // 2]:
            answers.answer(point=ask.point, evidence=cited, on=on - timedelta(days=180), by=lead)
        _state(area, lead, cited, on)
    return (
        f"area 2 with {len(cited)} pieces of evidence, 2 position statements, {published} published versions"
    )


def _person(key: str) -> User | None:
    return User.objects.filter(email=email_of(key), is_demonstration=True).first()


def _join_partners(on: date) -> None:
    """The signing people of the demonstration belong to the partners of the public record."""
    for key, kind in PARTNERS:
        person = _person(key)
        partner = Organisation.objects.filter(kind=kind, ended_on=None).order_by("-began_on", "pk").first()
        if person and partner and not Membership.objects.filter(user=person, organisation=partner).exists():
            Membership.objects.create(
                user=person, organisation=partner, title="Member of the partnership board", starts_on=on - timedelta(days=900)
            )  # fmt: skip


def _readings(area: Area, lead: User, on: date) -> list[Evidence]:
    """The measures of the area tied to what invented cases count, each with a frozen reading that is used as evidence."""
    found = []
    began = on - timedelta(days=400)
    for key, name, figure, better, target in MEASURES:
        measure, _ = Measure.objects.get_or_create(
            plan=area.plan, key=key,
            defaults={"area": area, "name": f"{name} ({INVENTED})", "better": better, "known_on": began,
                      "target": {"as_written": target}},
        )  # fmt: skip
        measures.tie(measure=measure, figure=figure, months=12, on=began, by=lead)
        try:
            frozen = measures.freeze(
                measure=measure, until=on - timedelta(days=201), on=on - timedelta(days=200), by=lead
            )
        except Refused:
            continue  # a demonstration without cases: there was nothing to count
        found.append(answers.use_as_evidence(frozen=frozen, area=area, on=on - timedelta(days=200), by=lead))
    return found


def _heard(area: Area, lead: User, on: date) -> None:
    """What a parent said, invented: the action that answers it, and what they said when they were asked again."""
    activity = ledger.record_activity(
        fields={
            "title": "Coffee morning of parents about plans (invented)", "held_on": PartialDate.of(on - timedelta(days=420)),
            "level": Level.ENGAGE, "space": "At a family hub, with a crèche.", "voice": "In small groups, with a note taker.",
            "audience": "Partnership Board", "heard_on": PartialDate.of(on - timedelta(days=400)),
            "influence": "Every plan is read by a second person before it is sent.", "is_invented": True,
        },
        by=lead,
    )  # fmt: skip
    said = ledger.record_said(
        fields={"said": HEARD, "heard_from": "a parent at a coffee morning", "activity": activity, "is_invented": True,
                "heard_on": PartialDate.of(on - timedelta(days=420))},
        by=lead,
    )  # fmt: skip
    action = _answering(area)
    said = ledger.answer(said=said, outcome=Outcome.DID, answer=DONE, action_number=action.pk if action else None,
                         on=on - timedelta(days=380), by=lead)  # fmt: skip
    ledger.ask_again(
        said=said, worked=Worked.PARTLY, words=AGAIN, asked_again_on=PartialDate.of(on - timedelta(days=190)), by=lead
    )  # fmt: skip


def _answering(area: Area) -> Action | None:
    return Action.objects.filter(area=area, number=ANSWERING).first()


def _voice(area: Area, lead: User, on: date) -> Evidence:
    title, says, whose = VOICE
    day = on - timedelta(days=200)
    return add_evidence(
        area=area, action=_answering(area), title=title, kind="voice", dated_on=PartialDate.of(day),
        address="Shared folder, families asked after reviews",
        shows="experience", says=says, owner="Quality lead of the SEND team", whose=whose, is_publishable=True, on=day, by=lead,
    )  # fmt: skip


def _state(area: Area, lead: User, cited: list[Evidence], on: date) -> None:
    """The first statement is signed by all; the next waits for the parent carer forum."""
    signers = [person for key, _ in PARTNERS if (person := _person(key))]
    first = _offered(area, lead, cited, FIRST, on - timedelta(days=180), on + timedelta(days=5))
    for one in signers:
        statements.sign(version=first, agrees=True, on=on - timedelta(days=175), by=one)
    new = FIRST | {
        "next": "We go through every late plan each week, and report the reasons to the board by service."
    }
    second = _offered(area, lead, cited, new, on - timedelta(days=6), on + timedelta(days=180))
    for one in signers[:2]:
        statements.sign(version=second, agrees=True, on=on - timedelta(days=3), by=one)


def _offered(
    area: Area, lead: User, cited: list[Evidence], said: dict[str, str], on: date, again: date
) -> StatementVersion:
    made = statements.begin(programme=area.plan.programme, area=area, on=on, by=lead)
    held = {one.part: one for one in made.claims.all()}
    for part, text in said.items():
        impact = part == "conclusion"
        if part not in held:
            statements.add_claim(
                version=made, part=part, text=text, claims_impact=impact, evidence=cited, by=lead
            )
        elif held[part].text != text:
            statements.change_claim(
                claim=held[part], based_on=held[part].edition, text=text, claims_impact=impact, evidence=cited, by=lead
            )  # fmt: skip
    made.refresh_from_db()
    return statements.offer(version=made, based_on=made.edition, look_again_on=again, on=on, by=lead)


def _publish(area: Area, lead: User) -> int:
    """The progress report as at three days of the public record, prepared by one person and published by another."""
    programme, officer = area.plan.programme, _person("communications-officer")
    if officer is None or DocumentVersion.objects.filter(programme=programme).exists():
        return 0
    for on in VERSIONS:
        draft = publications.prepare(programme=programme, form=DocumentForm.PROGRESS, on=on, by=lead)
        publications.publish(draft=draft, based_on=draft.edition, note="A demonstration", on=on, by=officer)
    return len(VERSIONS)
