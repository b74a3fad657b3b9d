"""What participation holds about people: nobody's name with their answers, but whatever somebody writes in their own words."""

from goldenthread.audit.personal_data import Held

RUNS, SORTS, SAFE = "participation officers", "those who sort answers", "the safeguarding lead"
PERSONAL = {
    "Response.choices": Held("free text", seen_by="nobody by itself: only in counts", kept="6 years after the survey closed"),
    "Response.entered_by": Held("work", seen_by=RUNS, kept="6 years after the survey closed"),
    "Words.text": Held("free text", seen_by=f"{SORTS}; {SAFE} where rules stopped it", kept="2 years after the survey closed"),
    "Words.what_was_done": Held("free text", seen_by=SAFE, kept="2 years after the survey closed"),
    "Words.looked_at_by": Held("work", seen_by=SAFE, kept="2 years after the survey closed"),
    "Draft.answers": Held("free text", seen_by="whoever has its code", kept="30 days after it was put aside"),
    "Coding.coded_by": Held("work", seen_by=RUNS, kept="2 years after the survey closed"),
    "PublishedResults.published_by": Held("work", seen_by=RUNS, kept="6 years"),
    "Said.said": Held("free text", seen_by="everybody", kept="as long as the ledger"),
    "Said.answer": Held("free text", seen_by="everybody", kept="as long as the ledger"),
    "Said.because": Held("free text", seen_by="everybody", kept="as long as the ledger"),
    "Said.worked_words": Held("free text", seen_by="everybody", kept="as long as the ledger"),
    "Said.answered_by": Held("work", seen_by=RUNS, kept="as long as the ledger"),
    "Activity.recorded_by": Held("work", seen_by=RUNS, kept="as long as the ledger"),
}  # fmt: skip
NOT_PERSONAL = {
    "Survey": "public_id slug title summary easy_summary run_by asked opens_on closes_on responses_unknown_because came_of_it "
              "sources certainty",
    "Question": "words easy_words symbol own_options",
    "RecordedResult": "words value base_missing sources certainty",
    "PublishedResults": "content content_hash published_on",
    "Response": "sent_on paper_number",
    "Words": "public_id text_hash stopped_by looked_at_on",
    "Draft": "code_hash ends_on",
    "Theme": "name",
    "Coding": "coded_on",
    "Activity": "public_id title held_on space voice audience heard_on influence sources certainty",
    "Said": "public_id heard_from heard_on answered_on asked_again_on sources certainty",
}  # fmt: skip
