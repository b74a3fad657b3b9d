"""What communication holds about people: nothing. Roles and places are named, and visits are counted without the visitor."""

from goldenthread.audit.personal_data import Held

PERSONAL: dict[str, Held] = {}
NOT_PERSONAL = {
    "Message": "public_id words audience who question starts_on ends_on",
    "Step": "what who due_on done_on",
    "ShortAddress": "code stands_in leads_to made_on",
    "Visits": "day",
}
