"""What is held about the children who move."""

from goldenthread.audit.personal_data import Held

_CASE = "those with a part in the case, and the next setting"
_FOUR = "the young person, the family, the school, the case’s workers and who prepares for adulthood"
_WHERE = "those with a part in the case who read its goals, and who prepares for adulthood"
_KEEPERS = "those who keep employers and internships"
_EARLY = "the case’s workers, the young person, the family and the school; adult services on screen, until it is taken back"
_OWN_PAGE = "those with a part in the case who read its goals, and the next setting"
_PLAN = "those who plan moves"
_KEPT = "until 31 years after the child’s birth, or the years that the council chose"
PERSONAL = {
    "Move.public_id": Held("child", seen_by=_CASE, kept=_KEPT),
    "Move.reason": Held("free text", seen_by=_CASE, kept=_KEPT),
    "Move.profile": Held("free text", seen_by=_CASE, kept=_KEPT),
    "Move.fallback": Held("free text", seen_by=_CASE, kept=_KEPT),
    "Move.planned_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Move.acknowledged_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Move.acknowledged_by": Held("work", seen_by=_CASE, kept=_KEPT),
    "MoveTask.done_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Goal.public_id": Held("child", seen_by=_FOUR, kept=_KEPT),
    "Goal.words": Held("free text", seen_by=_FOUR, kept=_KEPT),
    "Goal.helpers": Held("free text", seen_by=_FOUR, kept=_KEPT),
    "Goal.set_on": Held("child", seen_by=_FOUR, kept=_KEPT),
    "Goal.look_on": Held("child", seen_by=_FOUR, kept=_KEPT),
    "Goal.ended_on": Held("child", seen_by=_FOUR, kept=_KEPT),
    "GoalLook.looked_on": Held("child", seen_by=_FOUR, kept=_KEPT),
    "GoalLook.words": Held("free text", seen_by=_FOUR, kept=_KEPT),
    "GoalLook.helpers": Held("free text", seen_by=_FOUR, kept=_KEPT),
    "Destination.place": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Destination.known_on": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Destination.told": Held("free text", seen_by=_WHERE, kept=_KEPT),
    "Employer.contact": Held("contact", seen_by=_KEEPERS, kept="until the consent is taken back"),
    "Employer.consented_on": Held("contact", seen_by=_KEEPERS, kept="until the consent is taken back"),
    "Employer.consent": Held("free text", seen_by=_KEEPERS, kept="until the consent is taken back"),
    "Internship.public_id": Held("child", seen_by=_KEEPERS, kept=_KEPT),
    "Internship.work": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Internship.coach": Held("work", seen_by=_WHERE, kept=_KEPT),
    "Internship.planned_end_on": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Internship.ended_on": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Internship.ending": Held("free text", seen_by=_KEEPERS, kept=_KEPT),
    "Internship.paid_from": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Internship.paid_by": Held("child", seen_by=_WHERE, kept=_KEPT),
    "Internship.starts_on": Held("child", seen_by=_WHERE, kept=_KEPT),
    "CoachHours.worked_on": Held("work", seen_by=_KEEPERS, kept=_KEPT),
    "CoachHours.what": Held("free text", seen_by=_KEEPERS, kept=_KEPT),
    "WorkCheck.checked_on": Held("child", seen_by=_KEEPERS, kept=_KEPT),
    "AdultNotice.public_id": Held("child", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.why": Held("free text", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.agreed_by": Held("free text", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.agreed_on": Held("child", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.noted_on": Held("child", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.withdrawn_on": Held("child", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.answer_words": Held("free text", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.answered_on": Held("child", seen_by=_EARLY, kept=_KEPT),
    "AdultNotice.answered_by": Held("work", seen_by=_EARLY, kept=_KEPT),
    "Profile.liked": Held("free text", seen_by=_OWN_PAGE, kept=_KEPT),
    "Profile.matters": Held("free text", seen_by=_OWN_PAGE, kept=_KEPT),
    "Profile.support": Held("free text", seen_by=_OWN_PAGE, kept=_KEPT),
    "Profile.written_on": Held("child", seen_by=_OWN_PAGE, kept=_KEPT),
    "OutOfYear.reason": Held("free text", seen_by="the case’s workers", kept=_KEPT),
    "Undated.name": Held("child", seen_by=_PLAN, kept="a year after it is settled"),
    "Undated.outcome": Held("free text", seen_by=_PLAN, kept="a year after it is settled"),
    "*.starts_on": Held("child", seen_by="the case’s workers", kept=_KEPT),
    "*.ends_on": Held("child", seen_by="the case’s workers", kept=_KEPT),
    "*.recorded_at": Held("work", seen_by=_PLAN, kept=_KEPT),
    "*.recorded_by": Held("work", seen_by=_PLAN, kept=_KEPT),
}
NOT_PERSONAL = {
    "MoveTask": "what",
    "Undated": "named_by noted_on settled_on",
    "Employer": "public_id name offer adjustments",
}
