"""Who may do what: one table. docs/permissions.md is written from it."""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.accounts.permissions import Permission as P


@dataclass(frozen=True)
class Role:
    """A part that a person plays. Every staff role needs a second step at sign-in."""

    key: str
    title: str
    purpose: str
    permissions: frozenset[P]
    is_staff: bool = True
    sees_content: bool = True

    def __str__(self) -> str:
        return self.title


_READING = {P.VIEW_PROGRAMME, P.VIEW_PAPERS}
_WORKING = {
    P.VIEW_CASE, P.WORK_CASE, P.START_CASE, P.READ_PANEL_PAPERS, P.PLAN_MOVES, P.SET_GOALS, P.KEEP_DESTINATIONS,
    P.TELL_ADULT_SERVICES,
}  # fmt: skip
_LEADING = {
    P.UPDATE_ACTION, P.UPDATE_OWN_ACTION, P.CONFIRM_EVIDENCE, P.EDIT_PLAN, P.MANAGE_RISKS, P.RECORD_REVIEW,
    P.IMPORT_PLAN, P.PUBLISH, P.ASK_FOR_UPDATES,
}  # fmt: skip

ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        Role("programme-lead", "Programme lead",
             "Runs the programme: keeps the plan, records reviews, prepares papers and publishes.",
             frozenset(_READING | _LEADING | {P.VIEW_FIGURES, P.READ_WAITS, P.VIEW_COMMISSIONING})),
        Role("action-owner", "Action owner",
             "Leads one or more actions, reports on them and attaches evidence.",
             frozenset({P.VIEW_PROGRAMME, P.UPDATE_OWN_ACTION})),
        Role("board-member", "Board member",
             "Sits on the partnership board: reads, challenges, confirms evidence as second person, signs statements.",
             frozenset(_READING | {P.CONFIRM_EVIDENCE, P.SIGN_STATEMENT, P.VIEW_FIGURES, P.READ_WAITS, P.VIEW_COMMISSIONING})),
        Role("scrutiny-councillor", "Scrutiny councillor",
             "Reads the programme and its papers on behalf of the public.",
             frozenset(_READING | {P.VIEW_FIGURES, P.READ_WAITS, P.VIEW_COMMISSIONING})),
        Role("national-adviser", "DfE/NHS adviser",
             "Reads the programme for the Department for Education or NHS England between and at reviews.",
             frozenset(_READING | {P.VIEW_FIGURES, P.READ_WAITS, P.VIEW_COMMISSIONING})),
        Role("communications-officer", "Communications officer",
             "Writes and publishes what the public reads.",
             frozenset({P.VIEW_PROGRAMME, P.PUBLISH, P.PLAN_MESSAGES})),
        Role("inspector", "Inspector (read only)",
             "Reads the programme and its papers during an inspection, and the cases of a named sample.",
             frozenset(_READING | {P.FOLLOW_CASE})),
        Role("administrator", "Administrator",
             "Looks after accounts and the audit. Sees no plans and no children's records.",
             frozenset({P.VIEW_AUDIT, P.MANAGE_USERS}), sees_content=False),
        Role("caseworker", "EHC caseworker",
             "Works children’s cases: those that are theirs, and those that they cover.",
             frozenset(_WORKING)),
        Role("casework-manager", "SEND casework manager",
             "Manages a team of caseworkers: gives out cases, watches the clocks.",
             frozenset(_WORKING | {P.MANAGE_CASES, P.TAKE_CONTINUITY,
                       P.IMPORT_CASES, P.COUNTERSIGN, P.VIEW_FIGURES, P.SIGN_RETURNS})),
        Role("panel-member", "Panel member",
             "Sits on a panel about children’s cases and reads the papers of its agenda.",
             frozenset({P.READ_PANEL_PAPERS, P.COUNTERSIGN})),
        Role("adviser", "Professional giving advice",
             "Psychologist, therapist, doctor or social worker: reads the requests for advice made to them.",
             frozenset({P.GIVE_ADVICE})),
        Role("setting", "SENCO or setting",
             "Follows the cases of the children on roll at their school, college or early years setting, and reports on reviews.",
             frozenset({P.FOLLOW_CASE, P.REPORT_REVIEW, P.ANSWER_CONSULTATION, P.ACKNOWLEDGE_MOVE,
                        P.KEEP_SEN_REGISTER, P.SET_GOALS})),
        Role("local-offer-officer", "Local Offer officer",
             "Keeps the Local Offer: approves what providers send, writes the guide, answers comments.",
             frozenset({P.KEEP_OFFER, P.APPROVE_OFFER, P.PLAN_MESSAGES})),
        Role("provider", "Provider of services",
             "Keeps their own organisation’s entries in the Local Offer. What they change waits for the council.",
             frozenset({P.KEEP_OWN_ENTRY}), is_staff=False, sees_content=False),
        Role("joint-commissioner", "Joint commissioner",
             "Buys services with the other partner, for the council or the NHS: keeps the register, contracts, need and money.",
             frozenset({P.READ_WAITS, P.VIEW_COMMISSIONING, P.KEEP_COMMISSIONING, P.SEND_WAITS})),
        Role("service-lead", "Service lead in a trust or provider",
             "Sends the waiting times and contract returns of their own organisation’s services, and keeps what families read.",
             frozenset({P.READ_WAITS, P.SEND_WAITS, P.SEND_RETURNS})),
        Role("family", "Parent, carer or young person",
             "Asks for an assessment of their own child, and follows their child’s case or their own.",
             frozenset({P.FOLLOW_CASE, P.ASK_ASSESSMENT, P.WRITE_ABOUT_CASE, P.SET_GOALS}), is_staff=False),
        Role("analyst", "Data and performance analyst",
             "Builds returns and figures, and loads the published statistics beside them.",
             frozenset({P.VIEW_PROGRAMME, P.VIEW_PAPERS, P.VIEW_FIGURES, P.LOAD_STATISTICS, P.BUILD_RETURNS, P.SIGN_RETURNS,
                        P.READ_WAITS, P.VIEW_COMMISSIONING, P.SORT_WORDS})),
        Role("participation-officer", "Participation officer",
             "Runs consultations and surveys, sorts what people wrote, and keeps the ledger of what came of it.",
             frozenset({P.VIEW_PROGRAMME, P.RUN_SURVEYS, P.SORT_WORDS})),
        Role("inclusion-officer", "Inclusion officer",
             "Supports schools: keeps the directory of SENCOs, champions, training and meetings of the network.",
             frozenset({P.KEEP_WORKFORCE})),
        Role("adulthood-officer", "Preparing for adulthood officer",
             "Works with young people from year 9: their goals, where they are after year 11, supported internships.",
             frozenset({P.SET_GOALS, P.KEEP_DESTINATIONS, P.KEEP_INTERNSHIPS, P.TELL_ADULT_SERVICES})),
        Role("adult-services", "Adult services worker",
             "Reads on screen which young people may need adult care or health services, and says what comes next.",
             frozenset({P.READ_EARLY_LIST})),
        Role("safeguarding-lead", "Safeguarding lead",
             "Reads, before anybody else, what people wrote in surveys that may tell of harm.",
             frozenset({P.SCREEN_WORDS})),
        Role("data-protection", "Data protection officer",
             "Sees that nothing is kept longer than its rule, and that whoever asks gets what is held about them.",
             frozenset({P.REMOVE_BY_RULE, P.ANSWER_ACCESS, P.STAND_DUTY}), sees_content=False),
        Role("duty-officer", "Duty officer",
             "Is called when something may be seen by the wrong person, looks into it, and can shut the pages behind sign-in.",
             frozenset({P.STAND_DUTY, P.CLOSE_AREA, P.TAKE_CONTINUITY}), sees_content=False),
        Role("group-member", "Member of a forum or group",
             "Writes with their parent carer forum or youth group, in a room that the council cannot read.",
             frozenset({P.KEEP_GROUP_PAPERS}), is_staff=False, sees_content=False),
    )
}  # fmt: skip

CHOICES = [(role.key, role.title) for role in ROLES.values()]


def choices() -> list[tuple[str, str]]:
    """The roles as choices, read anew so that one more asks for no migration."""
    return CHOICES


def roles_that_hold(permission: P) -> list[Role]:
    """The roles that carry a permission."""
    return [role for role in ROLES.values() if permission in role.permissions]
