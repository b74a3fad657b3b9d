"""What evidence holds about people: who tied a measure to a figure, and who froze a reading. No child is in it."""

from goldenthread.audit.personal_data import Held

PERSONAL = {
    "*.recorded_by": Held(
        "work", seen_by="staff with a role in the programme", kept="as long as the programme's record"
    )
}
NOT_PERSONAL = {
    "Tie": "recorded_at sources certainty known_on taken_back_on taken_back_why figure",
    "Frozen": "recorded_at figure counts since until rows_hash frozen_on",
}
