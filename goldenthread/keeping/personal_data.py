"""What the keeping of records itself holds about people."""

from goldenthread.audit.personal_data import Held

_KEEPERS = "those who keep by rule"
_KEPT = "until 31 years after the child’s birth, or the years that the council chose"
_RECORD = "as long as the audit"

_DUTY = "the people on duty"
_ANSWERS = "those who answer requests for what is held"

PERSONAL = {
    "Disclosure.public_id": Held("child", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.right": Held("free text", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.received_on": Held("child", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.due_on": Held("child", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.decisions": Held("free text", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.content": Held(
        "child", seen_by="those who answer requests, and who asked, until it is called back", kept=_KEPT
    ),
    "Disclosure.sha256": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.prepared_on": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.prepared_by": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.released_by": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.released_on": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.secret_hash": Held("account", seen_by="nobody", kept=_KEPT),
    "Disclosure.code_hash": Held("account", seen_by="nobody", kept=_KEPT),
    "Disclosure.good_until": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Disclosure.recalled_on": Held("work", seen_by=_ANSWERS, kept=_KEPT),
    "Hold.public_id": Held("child", seen_by=_KEEPERS, kept=_KEPT),
    "Hold.asked_by": Held("work", seen_by=_KEEPERS, kept=_KEPT),
    "Hold.reason": Held("free text", seen_by=_KEEPERS, kept=_KEPT),
    "Hold.review_on": Held("work", seen_by=_KEEPERS, kept=_KEPT),
    "Hold.starts_on": Held("work", seen_by=_KEEPERS, kept=_KEPT),
    "Hold.ends_on": Held("work", seen_by=_KEEPERS, kept=_KEPT),
    "ContinuityPack.content": Held(
        "child",
        seen_by="those who may fetch it, and only with its key",
        kept="until three newer ones are made",
    ),
    "Canary.why": Held("free text", seen_by=_DUTY, kept="while it is planted"),
    "Alert.person": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Alert.says": Held("free text", seen_by=_DUTY, kept=_RECORD),
    "Alert.settled_by": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Alert.outcome": Held("free text", seen_by=_DUTY, kept=_RECORD),
    "Closing.closed_by": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Closing.asked_by": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Closing.opened_by": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Closing.reason": Held("work", seen_by=_DUTY, kept=_RECORD),
    "Removal.proposed_by": Held("work", seen_by=_KEEPERS, kept=_RECORD),
    "Removal.confirmed_by": Held("work", seen_by=_KEEPERS, kept=_RECORD),
    "Removal.why_not": Held("free text", seen_by=_KEEPERS, kept=_RECORD),
    "*.recorded_at": Held("work", seen_by=_KEEPERS, kept=_RECORD),
    "*.recorded_by": Held("work", seen_by=_KEEPERS, kept=_RECORD),
}
NOT_PERSONAL = {
    "Alert": "public_id key raised_at settled_at",
    "ContinuityPack": "public_id made_at sha256 counts",
    "Closing": "closed_at opened_at",
    "ChosenYears": "reason starts_on",
    "Removal": "public_id rule due_on proposed_on decided_on removed_at reference counts",
}
