"""The columns of the two lists, exactly as inspectors head them, and what each may hold."""

from __future__ import annotations

UNIQUE_ID, UPN, ULN, BORN = "Unique ID", "UPN", "ULN", "Date of birth"
GENDER, ETHNICITY, NEED = "Gender", "Ethnicity", "SEN primary need"
INITIAL, UPDATED, REVIEWED = (
    "Date initial EHC plan issued",
    "Date updated EHC plan issued",
    "Date EHC plan last reviewed",
)
URN, PHASE = "Main education establishment – URN", "Main education establishment – phase"
SUBSIDIARY = "Subsidiary education establishment – phase (dual registration)"
HOME, SUSPENSIONS, EXCLUSIONS, ABSENCE = (
    "Elective home education",
    "Suspensions",
    "Permanent exclusions",
    "Absence",
)
PREMIUM, KNOWN = "Pupil Premium", "Known to children's social care?"
TEAM, DISABILITY = "Which children's social care team?", "Does the child or young person have a disability?"

LIST_1 = (
    UNIQUE_ID, UPN, ULN, BORN, GENDER, ETHNICITY, INITIAL, UPDATED, REVIEWED, NEED, URN, PHASE, SUBSIDIARY, HOME, SUSPENSIONS,
    EXCLUSIONS, ABSENCE, PREMIUM, KNOWN, TEAM, DISABILITY,
)  # fmt: skip
_ONLY_PLANS = {INITIAL, UPDATED, REVIEWED, HOME}
LISTS: dict[str, tuple[str, ...]] = {
    "List_1": LIST_1,
    "List_2": tuple(one for one in LIST_1 if one not in _ONLY_PLANS),
}
"""By the name of the sheet: children with a plan, and with SEN support."""
DATES = (BORN, INITIAL, UPDATED, REVIEWED)
NEEDS = frozenset(["SPLD", "MLD", "SLD", "PMLD", "SEMH", "SLCN", "HI", "VI", "MSI", "PD", "ASD", "OTH"])
"""As in the SEN2 return, without DS."""
PHASES = frozenset(
    {
        "Nursery", "Primary", "Middle (deemed primary)", "Middle (deemed secondary)", "Secondary", "All-through", "Special",
        "PRU/AP", "FE college",
    }
)  # fmt: skip


def plain(heading: str) -> str:
    """A heading without case and kinds of dash, quotation mark or space, to know a column that is nearly right."""
    return " ".join(heading.replace("–", "-").replace("—", "-").replace("’", "'").lower().split())
