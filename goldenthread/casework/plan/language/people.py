"""Who gives the support: roles that can be held to it, services, and named people; and words that name nobody."""

from __future__ import annotations

import re

from goldenthread.casework.plan.language.phrases import phrases

ROLE = (
    r"teachers?|(?:class|form|personal|subject) tutors?|tutors?|teaching assistants?|learning support assistants?|support "
    r"assistants?|assistants?|"
    r"TAs?|LSAs?|HLTAs?|SENCOs?|SENDCOs?|INCOs?|ELSAs?|SALTs?|SLTs?|OTs?|EPs?|QTVIs?|QToDs?|QTMSIs?|TODs?|"
    r"(?:drama|music|art|psycho|hydro)?therapists?|physiotherapists?|physios?|psychologists?|psychiatrists?|nurses?|"
    r"doctors?|GPs?|paediatricians?|"
    r"dietitians?|dieticians?|audiologists?|"
    r"orthoptists?|counsellors?|mentors?|coaches|coach|trainers?|instructors?|technicians?|librarians?|supervisors?|"
    r"escorts?|interpreters?|intervenors?|"
    r"advisers?|advisors?|officers?|coordinators?|co ordinators?|managers?|consultants?|specialists?|support workers?|"
    r"outreach workers?|social workers?|youth workers?|"
    r"key workers?|carers?|head ?teachers?|heads? of (?:year|department|house|sixth form)|principals?|leads?|leaders?|"
    r"nursery nurses?|nursery officers?|parents?|"
    r"scribes?|readers?|practitioners?|clinicians?|midwife|personal assistants?|job coaches|buddies"
)
"""Roles: somebody could be named to each."""
CROWD = r"adults?|staff|someone|somebody|persons?|people|professionals?|member of (?:the )?team|helpers?"
"""Words that say only that there is somebody."""
BODY = (
    r"schools?|settings?|colleges?|nursery|academy|local authority|council|authority|provider|placement|"
    r"teams?|services?|trust|clinic|CAMHS|agency|charity"
)
"""A body can be held to something that it buys, arranges or makes sure of."""
SERVICE = (
    r"(?:speech and language therapy|occupational therapy|physiotherapy|educational psychology|"
    r"CAMHS|outreach|sensory support)"
)
_GIVER = phrases(ROLE, CROWD, family="provision")
_BODY = phrases(BODY, family="provision")
_SERVICE = phrases(rf"(?:by|from) (?:the |an? )?(?:[\w]+ ){{0,3}}?{SERVICE}", family="provision")
_NAMED = re.compile(r"\b(?:Mr|Mrs|Ms|Miss|Mx|Dr|Prof(?:essor)?|Sister|Nurse)\.?\s[A-Z][\w’'-]+")


def says_who(text: str) -> bool:
    """Whether the text says who gives the support, however vaguely."""
    return bool(_GIVER.found(text) or _NAMED.search(text) or _BODY.found(text) or _SERVICE.found(text))


def names_a_role(text: str) -> bool:
    """Whether it names a role, or a person."""
    return bool(_ROLE.found(text) or _NAMED.search(text))


_ROLE = phrases(ROLE, family="provision")
