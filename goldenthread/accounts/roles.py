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
_LEADING = {
    P.UPDATE_ACTION, P.UPDATE_OWN_ACTION, P.CONFIRM_EVIDENCE, P.EDIT_PLAN, P.MANAGE_RISKS, P.RECORD_REVIEW,
    P.IMPORT_PLAN, P.PUBLISH, P.ASK_FOR_UPDATES,
}  # fmt: skip

ROLES: dict[str, Role] = {
    role.key: role
    for role in (
        Role("programme-lead", "Programme lead",
             "Runs the programme: keeps the plan, records reviews, prepares papers and publishes.",
             frozenset(_READING | _LEADING)),
        Role("action-owner", "Action owner",
             "Leads one or more actions, reports on them and attaches evidence.",
             frozenset({P.VIEW_PROGRAMME, P.UPDATE_OWN_ACTION})),
        Role("board-member", "Board member",
             "Sits on the partnership board: reads, challenges, and confirms evidence as second person.",
             frozenset(_READING | {P.CONFIRM_EVIDENCE})),
        Role("scrutiny-councillor", "Scrutiny councillor",
             "Reads the programme and its papers on behalf of the public.",
             frozenset(_READING)),
        Role("national-adviser", "DfE/NHS adviser",
             "Reads the programme for the Department for Education or NHS England between and at reviews.",
             frozenset(_READING)),
        Role("communications-officer", "Communications officer",
             "Writes and publishes what the public reads.",
             frozenset({P.VIEW_PROGRAMME, P.PUBLISH})),
        Role("inspector", "Inspector (read only)",
             "Reads the programme and its papers during an inspection.",
             frozenset(_READING)),
        Role("administrator", "Administrator",
             "Looks after accounts and the audit. Sees no plans and no children's records.",
             frozenset({P.VIEW_AUDIT, P.MANAGE_USERS}), sees_content=False),
    )
}  # fmt: skip

CHOICES = [(role.key, role.title) for role in ROLES.values()]


def roles_that_hold(permission: P) -> list[Role]:
    """The roles that carry a permission."""
    return [role for role in ROLES.values() if permission in role.permissions]
