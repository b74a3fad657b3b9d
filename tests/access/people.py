"""Everybody who might open a page: by role, and by what they are to one child's case."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from goldenthread.accounts.models import User
from goldenthread.casework.actions.access import bar, grant, let_advise
from goldenthread.casework.actions.advising import follow_up
from goldenthread.casework.actions.allocating import allocate, cover
from goldenthread.casework.actions.answering import By, save_draft, send_advice
from goldenthread.casework.actions.importing import hold
from goldenthread.casework.actions.panels import arrange_sitting, make_panel, put_to_panel
from goldenthread.casework.actions.planning import add_line, begin_plan
from goldenthread.casework.actions.taking_over import hold_case_file
from goldenthread.casework.actions.talking import keep_paper, write_to_us
from goldenthread.casework.models import (
    AdviceLink,
    Case,
    CaseFileUpload,
    CaseImport,
    Consultation,
    InheritedCase,
    Picture,
    PlanComment,
    PlanOverride,
    PlanVersion,
)
from goldenthread.casework.plan.versions import seal
from goldenthread.casework.queries.plans import plan_being_written
from goldenthread.kit.received.files import accepted
from goldenthread.kit.secret_links import hashed
from goldenthread.partners.models import Body, Organisation
from goldenthread.people.models import Adult, Child, Relationship, Schooling
from goldenthread.transitions.actions.moves import plan_move
from goldenthread.transitions.actions.years import note_undated
from goldenthread.transitions.models import AdultNotice, Employer, Goal, Internship, Move
from tests.casework import letterbox, world
from tests.casework.importing.rows import as_csv, row
from tests.casework.portable.moving import small
from tests.readers import person, stranger

DAY = world.TODAY
BEFORE = DAY - timedelta(days=30)
ROLES_WITHOUT_A_PART = (
    "programme-lead", "action-owner", "board-member", "scrutiny-councillor", "national-adviser",
    "communications-officer", "administrator", "local-offer-officer", "analyst", "joint-commissioner", "service-lead",
    "provider",
    "participation-officer", "safeguarding-lead", "inclusion-officer", "adulthood-officer", "adult-services", "group-member",
    "data-protection", "duty-officer",
)  # fmt: skip
PARTS = (
    "worker", "worker-cover", "worker-before", "worker-elsewhere", "worker-barred", "manager", "manager-elsewhere",
    "panel-member", "panel-member-elsewhere", "panel-member-barred", "adviser", "adviser-answered", "adviser-elsewhere",
    "setting", "setting-left", "setting-elsewhere", "parent", "parent-shut-out", "parent-elsewhere", "young-person",
    "inspector", "inspector-granted", "inspector-over",
)  # fmt: skip
EVERYBODY = ("anonymous", "no-role", *ROLES_WITHOUT_A_PART, *PARTS)
ONE_OF_EACH_ROLE = ("anonymous", "no-role", *ROLES_WITHOUT_A_PART, "worker", "manager", "panel-member", "adviser", "setting",
                    "parent", "inspector")  # fmt: skip
"""Enough for pages on which a part in a case changes nothing."""


def people_around(case: Case, elsewhere: Case) -> dict[str, User]:
    """One person for each name but "anonymous", with a part in `case`, or in `elsewhere` only."""
    made = {"no-role": stranger()}
    made |= {role: person(role) for role in ROLES_WITHOUT_A_PART}
    for name in PARTS:
        role = name.split("-elsewhere")[0].split("-barred")[0]
        made[name] = person(_ROLE.get(role, role))
    _workers(made, case, elsewhere)
    _professionals(made, case, elsewhere)
    _families(made, case, elsewhere)
    _settings(made, case, elsewhere)
    made["service-lead"].memberships.create(organisation=_trust(), starts_on=BEFORE)
    return made


def _trust() -> Organisation:
    """The organisation for which the service lead works."""
    return Organisation.objects.get_or_create(name="Example Trust")[0]


_ROLE = {
    "worker": "caseworker", "worker-cover": "caseworker", "worker-before": "caseworker", "manager": "casework-manager",
    "adviser-answered": "adviser", "setting-left": "setting", "parent": "family", "parent-shut-out": "family",
    "young-person": "family", "inspector-granted": "inspector", "inspector-over": "inspector",
}  # fmt: skip


def _workers(made: dict[str, User], case: Case, elsewhere: Case) -> None:
    allocate(cases=[case], worker=made["worker-before"], on=BEFORE, by=None)
    allocate(cases=[case], worker=made["worker"], on=BEFORE + timedelta(days=5), by=None)
    cover(worker=made["worker"], covered_by=made["worker-cover"], starts_on=DAY, ends_on=DAY, by=None)
    cover(worker=made["worker"], covered_by=made["worker-barred"], starts_on=DAY, ends_on=DAY, by=None)
    bar(case=case, user=made["worker-barred"], reason="A neighbour", starts_on=BEFORE, by=None)
    allocate(cases=[elsewhere], worker=made["worker-elsewhere"], on=BEFORE, by=None)
    world.join(made["manager"], world.team("North"))
    world.join(made["manager-elsewhere"], world.team("South"))


def _professionals(made: dict[str, User], case: Case, elsewhere: Case) -> None:
    here, other = make_panel(name="Here", by=None), make_panel(name="Elsewhere", by=None)
    for name, body in (
        ("panel-member", here),
        ("panel-member-barred", here),
        ("panel-member-elsewhere", other),
    ):
        made[name].memberships.create(body=body, starts_on=BEFORE)
    bar(case=case, user=made["panel-member-barred"], reason="A relative", starts_on=BEFORE, by=None)
    asked = world.tell(case, "advice-requested", BEFORE, of="medical", body="Paediatrics")
    answered = world.tell(case, "advice-requested", BEFORE, of="psychology", body="EP service")
    away = world.tell(elsewhere, "advice-requested", BEFORE, of="medical", body="Paediatrics")
    let_advise(request=asked, adviser=made["adviser"], on=BEFORE, by=None)
    let_advise(request=answered, adviser=made["adviser-answered"], on=BEFORE, by=None)
    let_advise(request=away, adviser=made["adviser-elsewhere"], on=BEFORE, by=None)
    world.tell(case, "advice-received", DAY - timedelta(days=3), answers=answered)
    grant(case=case, user=made["inspector-granted"], reason="Sample", starts_on=BEFORE, ends_on=None, by=None)
    grant(
        case=case,
        user=made["inspector-over"],
        reason="Sample",
        starts_on=BEFORE,
        ends_on=DAY - timedelta(days=1),
        by=None,
    )


def _families(made: dict[str, User], case: Case, elsewhere: Case) -> None:
    world.parent_of(case.child, made["parent"])
    world.parent_of(case.child, made["parent-shut-out"], may_follow=False, name="Shut Out")
    Relationship.objects.filter(adult__user=made["parent-shut-out"]).update(has_parental_responsibility=False)
    world.parent_of(elsewhere.child, made["parent-elsewhere"], name="Other Parent")
    Child.objects.filter(pk=case.child_id).update(user=made["young-person"])


def _settings(made: dict[str, User], case: Case, elsewhere: Case) -> None:
    for name, child, ends_on in (("setting", case.child, None), ("setting-left", case.child, DAY - timedelta(days=1)),
                                 ("setting-elsewhere", elsewhere.child, None)):  # fmt: skip
        school = Organisation.objects.create(name=f"School {name}", kind="education")
        world.join(made[name], school)
        Schooling.objects.create(child=child, setting=school, starts_on=BEFORE, ends_on=ends_on)


def records_of(case: Case, made: dict[str, User]) -> dict[str, Any]:
    """What the addresses of casework are filled in with: one of everything that belongs to the case."""
    letterbox.enter_services()
    parent = case.child.relationships.get(adult__user=made["parent"]).adult
    letterbox.house(case.child, parent)
    sent, draft = (letterbox.write(case, "agreement-to-assess", DAY)[0] for _ in range(2))
    letterbox.send(sent, DAY)
    message = write_to_us(
        case=case, words="Hello", papers=[accepted("report.txt", b"A report")], on=DAY, by=made["parent"]
    )
    advice = follow_up(request=case.events.filter(kind="advice-requested").last(), by=None)
    send_advice(advice=save_draft(advice=advice, draft={"words": "Ash reads."}, edition=1, by=None),
                whose=By("A", "B", DAY), on=DAY, by=None)  # fmt: skip
    AdviceLink.objects.create(advice=follow_up(request=case.events.filter(kind="advice-requested").first(), by=None),
                              secret_hash=hashed("a-link"), made_on=DAY, good_until=DAY)  # fmt: skip
    plan = _plan_of(case, parent)
    sitting = arrange_sitting(body=Body.objects.get(name="Here"), sits_on=DAY, on=DAY, by=None)
    item = put_to_panel(case=case, sitting=sitting, question="issue", paper="Read this", by=None)
    return {
        "case": case.public_id, "event": case.events.first().pk, "letter": sent.public_id, "draft": draft.public_id,
        "message": message.public_id, "paper": message.papers.get().public_id, "sitting": sitting.public_id,
        "item": item.public_id, "access": case.advice_accesses.get(adviser=made["adviser"]).pk,
        "request": case.events.filter(kind="advice-requested").first().pk,
        "advice": advice.public_id, "link": "a-link",
        "case_file": _handed_over(case, made["worker"]).key,
        **_internship(case),
        "notice": AdultNotice.objects.create(case=case, need="care", why="Care", agreed_by="Ash", agreed_on=DAY,
                                             noted_on=DAY).public_id,
        "goal": Goal.objects.create(case=case, outcome="health", words="To swim", voice="own", helpers="Dad", set_on=DAY,
                                    look_on=DAY).public_id,
        "move": planned_move(case).public_id, "undated": note_undated(name="Una", named_by="A list", on=DAY, by=None).pk,
        **plan, "leave": case.grants.filter(ends_on=None).first().pk, "cases": _held(made["manager"]).key,
    }  # fmt: skip


def _internship(case: Case) -> dict[str, Any]:
    """An employer, and an internship there that only its keepers open."""
    employer = Employer.objects.create(name="Example Cafe", offer="Two places")
    made = Internship.objects.create(
        case=case, employer=employer, work="Cooking", coach="A coach", starts_on=BEFORE, planned_end_on=DAY
    )
    return {"employer": employer.public_id, "internship": made.public_id}


def planned_move(case: Case) -> Move:
    """A move to the school of somebody who has no other part in the case."""
    school = Organisation.objects.get(name="School setting-elsewhere")
    return plan_move(case=case, year=2027, cohort="year-7", level="enhanced", reason="New places frighten Ash.", profile="",
                     receiving=school, edition=0, on=DAY, by=None)  # fmt: skip


def _held(manager: User) -> CaseImport:
    """A file of cases that the manager has chosen; it is nobody else's."""
    return hold(name="export.csv", data=as_csv(row(1)), by=manager)


def _handed_over(case: Case, worker: User) -> CaseFileUpload:
    """A case file that the worker is looking at, of another child; and one with which the case itself began."""
    data = small()
    InheritedCase.objects.create(case=case, authority="Millbourne Council", reference="EHC-1", made_on=DAY, received_on=DAY,
                                 sha256=hashed("a-file"), content=data)  # fmt: skip
    return hold_case_file(name="case.zip", data=data, on=DAY, by=worker)


def _plan_of(case: Case, parent: Adult) -> dict[str, Any]:
    """A draft that went out, with one of everything around it."""
    line = add_line(
        case=begun(case), section="A", content={"text": "I like trains.", "by": "child"}, on=DAY, by=None
    )
    kept = keep_paper(case=case, file=accepted("train.txt", b"Stands for a picture"), on=DAY, by=None)
    sealed = seal(plan_being_written(case, DAY))
    version = PlanVersion.objects.create(case=case, number=1, stage="draft", content=sealed.content, sha256=sealed.sha256,
                                         issued_on=DAY)  # fmt: skip
    picture = Picture.objects.create(
        case=case, line=line, paper=kept, description="A train", shown_from=version
    )
    comment = PlanComment.objects.create(case=case, version=version, adult=parent, words="Good", said_on=DAY)
    override = PlanOverride.objects.create(
        case=case, check_id="G1", reason="A reason that is given", given_on=DAY
    )
    school = Organisation.objects.get(name="School setting-elsewhere")
    asked = Consultation.objects.create(
        case=case, version=version, school=school, event=case.events.last(), asked_on=DAY
    )
    return {"version": 1, "line": line, "picture": picture.public_id, "comment": comment.public_id, "override": override.pk,
            "consultation": asked.public_id}  # fmt: skip


def begun(case: Case) -> Case:
    """The case, with a plan begun in it."""
    begin_plan(case=case, on=DAY, by=None)
    return case
