"""What cases hold about people."""

from goldenthread.audit.personal_data import Held

_CASE = "those with a part in the case"
_WORKERS = "the case’s workers"
_THREAD = "the case’s workers, and the person whose thread it is"
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
    "Letter.public_id": Held("child", seen_by=_CASE, kept=_KEPT),
    "Letter.paragraphs": Held("free text", seen_by=_WORKERS, kept=_KEPT),
    "Letter.words": Held("free text", seen_by=f"{_WORKERS}, and the reader of the letter", kept=_KEPT),
    "Letter.sealed_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Letter.left_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Letter.opened_on": Held("child", seen_by=_WORKERS, kept=_KEPT),
    "Letter.trouble": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "Message.public_id": Held("child", seen_by=_WORKERS, kept=_KEPT),
    "Message.other": Held("identity", seen_by=_WORKERS, kept=_KEPT),
    "Message.on": Held("child", seen_by=_THREAD, kept=_KEPT),
    "Message.words": Held("free text", seen_by=_THREAD, kept=_KEPT),
    "Message.should_say": Held("free text", seen_by=_THREAD, kept=_KEPT),
    "Message.reply_due_on": Held("child", seen_by=_THREAD, kept=_KEPT),
    "Paper.public_id": Held("child", seen_by=_THREAD, kept=_KEPT),
    "Paper.name": Held("free text", seen_by=_THREAD, kept=_KEPT),
    "Paper.content": Held("free text", seen_by=_THREAD, kept=_KEPT),
    "Invitation.code_hash": Held("account", seen_by="nobody", kept="until the child’s 35th birthday"),
    "Invitation.made_on": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "Invitation.good_until": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "Invitation.used_on": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "Invitation.void_on": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "*.starts_on": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.ends_on": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_at": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_by": Held("work", seen_by=_WORKERS, kept=_KEPT),
}
NOT_PERSONAL = {
    "Event": "kind",
    "LetterWords": "paragraphs",
    "NamedService": "name reach",
    "Paper": "mime",
}
