"""What evidence holds about people: who tied a measure to a figure, and who froze a reading. No child is in it."""

from goldenthread.audit.personal_data import Held

_STAFF = "those who see the programme"
_LONG = "as long as the programme"
PERSONAL: dict[str, Held] = {
    "DocumentDraft.prepared_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.written_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.summary": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.content": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentDraft.let_through": Held("free text", seen_by=_STAFF, kept=_LONG),
    "DocumentVersion.prepared_by": Held("work", seen_by=_STAFF, kept=_LONG),
    "DocumentVersion.published_by": Held("work", seen_by=_STAFF, kept=_LONG),
}
NOT_PERSONAL: dict[str, str] = {
    "DocumentDraft": "key as_at published_on given_up_on recorded_at",
    "DocumentVersion": "key note content sha256 published_on recorded_at",
}
