"""What cases hold about people."""

from goldenthread.audit.personal_data import Held

_CASE = "those with a part in the case"
_WORKERS = "the case’s workers"
_KEPT = "until the child’s 35th birthday"

PERSONAL = {
    "Case.public_id": Held("child", seen_by=_CASE, kept=_KEPT),
    "Case.reference": Held("child", seen_by=_CASE, kept=_KEPT),
    "Case.opened_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Event.occurred_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Event.known_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Event.facts": Held("free text", seen_by=_CASE, kept=_KEPT),
    "Event.why": Held("free text", seen_by=_CASE, kept=_KEPT),
    "Standing.since": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.requested_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.decided_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.decision_due_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.final_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.final_due_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.plan_made_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.reviewed_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.ended_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Standing.next_due_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "OpenDuty.started_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "OpenDuty.due_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Allocation.worker": Held("work", seen_by=_CASE, kept=_KEPT),
    "AdviceAccess.adviser": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "Grant.user": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "Grant.reason": Held("free text", seen_by=_WORKERS, kept=_KEPT),
    "Bar.user": Held("work", seen_by="managers", kept=_KEPT),
    "Bar.reason": Held("free text", seen_by="managers", kept=_KEPT),
    "*.starts_on": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.ends_on": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_at": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_by": Held("work", seen_by=_WORKERS, kept=_KEPT),
}
NOT_PERSONAL = {"Event": "kind"}
