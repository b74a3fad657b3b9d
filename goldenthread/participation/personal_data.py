"""What participation holds about people: nobody's name with their answers, but whatever somebody writes in their own words."""

from goldenthread.audit.personal_data import Held

GROUP = "members of the group alone"
RUNS, SORTS, SAFE = "participation officers", "those who sort answers", "the safeguarding lead"
PERSONAL = {
    "Response.choices": Held("free text", seen_by="nobody by itself: only in counts", kept="6 years after the survey closed"),
    "Response.entered_by": Held("work", seen_by=RUNS, kept="6 years after the survey closed"),
    "Words.text": Held("free text", seen_by=f"{SORTS}; {SAFE} where rules stopped it", kept="2 years after the survey closed"),
    "Words.in_english": Held("free text", seen_by=f"{SORTS}; {SAFE}", kept="2 years after the survey closed"),
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
    "GroupMember.user": Held("account", seen_by=GROUP, kept="6 years after it ended"),
    "GroupMember.added_by": Held("account", seen_by=GROUP, kept="6 years after it ended"),
    "GroupPaper.title": Held("free text", seen_by=GROUP, kept="until the group deletes it"),
    "GroupPaper.words": Held("free text", seen_by=GROUP, kept="until the group deletes it"),
    "GroupPaper.written_by": Held("account", seen_by=GROUP, kept="until the group deletes it"),
    "SharedPaper.title": Held("free text", seen_by=f"{RUNS}, until it is taken back", kept="6 years"),
    "SharedPaper.words": Held("free text", seen_by=f"{RUNS}, until it is taken back", kept="6 years"),
    "SharedPaper.shared_by": Held("account", seen_by="nobody", kept="6 years"),
    "TextReader.number": Held("contact", seen_by="nobody: only the worker that sends", kept="until its owner stops"),
    "TextReader.key": Held("contact", seen_by="nobody: only the worker that sends", kept="as long as the number"),
    "Translation.entered_by": Held("work", seen_by=RUNS, kept="as long as the translation is used"),
    "People.entered_by": Held("work", seen_by=RUNS, kept="6 years"),
    "Activity.recorded_by": Held("work", seen_by=RUNS, kept="as long as the ledger"),
}  # fmt: skip
NOT_PERSONAL = {
    "Survey": "public_id slug title summary easy_summary run_by asked opens_on closes_on responses_unknown_because came_of_it "
              "languages text_code sources certainty",
    "Question": "words easy_words symbol own_options film transcript",
    "People": "who groups as_at source",
    "Outreach": "public_id group will_do who due_on done_on came_of_it",
    "RecordedResult": "words value base_missing sources certainty",
    "PublishedResults": "content content_hash published_on",
    "TextReader": "asked_on agreed_on",
    "TextInvitation": "reference asked_on",
    "Translation": "language english said translated_by translated_on checked_by checked_on",
    "Response": "sent_on paper_number language",
    "Words": "public_id text_hash stopped_by looked_at_on",
    "Draft": "code_hash ends_on language",
    "Theme": "name",
    "GroupMember": "added_on ended_on",
    "GroupPaper": "public_id written_on",
    "SharedPaper": "public_id shared_on taken_back_on",
    "Coding": "coded_on",
    "Activity": "public_id title held_on space voice audience heard_on influence sources certainty",
    "Said": "public_id heard_from heard_on answered_on asked_again_on sources certainty",
}  # fmt: skip
