"""What the Local Offer holds about people: those who answer for a service, and whatever somebody writes in a comment."""

from goldenthread.audit.personal_data import Held

STAFF = "Local Offer officers"
PERSONAL = {
    "Provider.record": Held("contact", seen_by="everybody", kept="while it gives services here"),
    "ServiceVersion.record": Held("contact", seen_by="everybody, but for contacts marked for staff alone",
                                  kept="6 years after the service has ended"),
    "ServiceVersion.note": Held("free text", seen_by=STAFF, kept="6 years after the service has ended"),
    "ServiceVersion.reason": Held("free text", seen_by=f"{STAFF} and the provider", kept="6 years after the service has ended"),
    "ServiceVersion.submitted_by": Held("work", seen_by=STAFF, kept="6 years after the service has ended"),
    "ServiceVersion.decided_by": Held("work", seen_by=STAFF, kept="6 years after the service has ended"),
    "Service.assured_by": Held("work", seen_by="everybody", kept="until it is assured again"),
    "UpdateLink.sent_to": Held("contact", seen_by=STAFF, kept="1 year after the link has ended"),
    "UpdateLink.made_by": Held("work", seen_by=STAFF, kept="1 year after the link has ended"),
    "GuidePage.owner": Held("work", seen_by=STAFF, kept="while they own the page"),
    "GuideRevision.written_by": Held("work", seen_by=STAFF, kept="6 years"),
    "Comment.words": Held("free text", seen_by=STAFF, kept="3 years after it was answered"),
    "Comment.published_words": Held("free text", seen_by="everybody", kept="as long as the yearly statement"),
    "Comment.answer": Held("free text", seen_by="everybody", kept="as long as the yearly statement"),
    "ServiceImport.data": Held("contact", seen_by=STAFF, kept="until the list is in, 7 days at most"),
    "ServiceImport.alike": Held("contact", seen_by=STAFF, kept="1 year"),
    "ServiceImport.troubles": Held("contact", seen_by=STAFF, kept="1 year"),
    "*.recorded_by": Held("work", seen_by=STAFF, kept="1 year"),
    "Comment.answered_by": Held("work", seen_by=STAFF, kept="3 years after it was answered"),
}  # fmt: skip
NOT_PERSONAL = {
    "Provider": "public_id name",
    "Service": "public_id name visible_from visible_to assured_on lapses_on modified_at",
    "ServiceVersion": "submitted_at decided_at",
    "UpdateLink": "secret_hash made_on ends_on used_at",
    "Taxonomy": "public_id name description uri version",
    "Term": "public_id name description code uri",
    "SearchWithoutResult": "month words filters",
    "GuidePage": "slug route review_on",
    "GuideRevision": "title summary body keywords publish_on written_at",
    "FormerAddress": "slug",
    "BrokenLink": "address says since tried_on",
    "Event": "public_id title summary starts_at ends_at place postcode who_for cost booking",
    "Coverage": "reference",
    "ServiceImport": "key name kind postcode decided outcome doing recorded_at",
    "KnownAs": "record_id",
    "Comment": "public_id sent_on answered_on",
}
