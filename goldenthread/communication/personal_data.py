"""What communication holds about people: who wrote a card and noted a print run. Places are named, visits counted alone."""

from goldenthread.audit.personal_data import Held

STAFF = "those who plan messages"
PERSONAL = {
    "Wording.written_by": Held("work", seen_by=STAFF, kept="while the card stands"),
    "PrintRun.recorded_by": Held("work", seen_by=STAFF, kept="while the card stands"),
}
NOT_PERSONAL = {
    "Message": "public_id words audience who question starts_on ends_on",
    "Step": "what who due_on done_on",
    "ShortAddress": "code stands_in leads_to made_on",
    "Visits": "day",
    "Card": "slug made_on",
    "Wording": "title lines phone written_on",
    "Translation": "title lines checked_by checked_on",
    "PrintRun": "printed_on printed_by place left_on came_back_on",
}
