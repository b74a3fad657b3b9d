"""What evidence holds about people: who tied, froze, prepared or published. No child is in it."""

from goldenthread.audit.personal_data import Held

_STAFF = "staff with a role in the programme"
_LONG = "as long as the programme's record"
PERSONAL = {
    "DocumentDraft.prepared_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.written_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.summary": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.content": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.let_through": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentVersion.prepared_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentVersion.published_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "StatementVersion.prepared_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "StatementVersion.written_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "Claim.text": Held("free text", seen_by="anybody, once it is signed", kept=_LONG),
    "Signature.signed_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "Signature.words": Held("free text", seen_by="anybody, once it is signed", kept=_LONG),
    "Verdict.given_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "Verdict.reason": Held("free text", seen_by="anybody, once it is agreed", kept=_LONG),
    "Pack.content": Held(
        "child",
        seen_by="those who build returns; without a list, those who read papers",
        kept="until five newer packs of its kind are made",
    ),
    "Follower.email": Held(
        "contact",
        seen_by="nobody: no page shows it",
        kept="until they leave; 7 days where nobody confirms it",
    ),
    "*.recorded_by": Held("work", seen_by=_STAFF, kept=_LONG),
}
NOT_PERSONAL = {
    "Follower": "key asked_on confirmed_on",
    "Tie": "recorded_at sources certainty known_on taken_back_on taken_back_why figure",
    "Frozen": "recorded_at figure counts since until rows_hash frozen_on",
    "Change": "source",
    "KeptCount": "source figure since until day rule",
    "Statement": "criterion",
    "StatementVersion": "key begun_on offered_on look_again_on sha256 stands_from superseded_on given_up_on recorded_at",
    "Signature": "sha256 signed_on recorded_at",
    "StrategyReview": "recorded_at begun_on asked_words agreed_on agreed_by",
    "Verdict": "new_words given_on",
    "Pack": "recorded_at key as_at doing trouble sha256 manifest",
    "Answer": "recorded_at answered_on",
    "DocumentDraft": "key as_at published_on given_up_on recorded_at",
    "DocumentVersion": "key note content sha256 published_on recorded_at",
}
