"""What a school's register holds about children. The school sees its own roll; the council sees counts."""

from goldenthread.audit.personal_data import Held

_SCHOOL = "those who keep the register of the child’s own school"
_WORKFORCE = "those who keep the record of SENCOs and training"
_KEPT = "until 25 years after the child’s birth, or the years that the council chose"
PERSONAL = {
    "Pupil.public_id": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Pupil.need_in_words": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Pupil.strengths": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Asked.asked_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Asked.reason": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.public_id": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.assess": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.outcome": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.plan": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.strategies": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.tried": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.child_says": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.parent_says": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.started_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.review_due_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.reviewed_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.what_changed": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.child_says_now": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.parent_says_now": Held("free text", seen_by=_SCHOOL, kept=_KEPT),
    "Cycle.reviewed_by": Held("work", seen_by=_SCHOOL, kept=_KEPT),
    "SencoPost.name": Held("work", seen_by=_WORKFORCE, kept="6 years after the post has ended"),
    "SencoPost.email": Held("contact", seen_by=_WORKFORCE, kept="6 years after the post has ended"),
    "SencoPost.enrolled_on": Held("work", seen_by=_WORKFORCE, kept="6 years after the post has ended"),
    "SencoPost.qualified_on": Held("work", seen_by=_WORKFORCE, kept="6 years after the post has ended"),
    "Champion.name": Held("work", seen_by=_WORKFORCE, kept="6 years after it has ended"),
    "Attendance.name": Held("work", seen_by=_WORKFORCE, kept="6 years"),
    "Attendance.practice": Held("free text", seen_by=_WORKFORCE, kept="6 years"),
    "Certificate.public_id": Held("work", seen_by="whoever was given the certificate", kept="6 years"),
    "Certificate.issued_on": Held("work", seen_by="whoever was given the certificate", kept="6 years"),
    "Certificate.withdrawn_on": Held("work", seen_by="whoever was given the certificate", kept="6 years"),
    "*.starts_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "*.ends_on": Held("child", seen_by=_SCHOOL, kept=_KEPT),
    "*.recorded_at": Held("work", seen_by=_SCHOOL, kept=_KEPT),
    "*.recorded_by": Held("work", seen_by=_SCHOOL, kept=_KEPT),
}
NOT_PERSONAL = {
    "Training": "public_id title held_on why strategies",
    "RollList": "until counts",
    "FactsTable": "as_at source facts",
    "Cycle": "list_version",
}
