"""What the programme holds about people: who leads and answers for what, and texts that people fill freely.

No child is named here. Names of posts, not of persons, belong in `leads`, `accountable` and `owner`; what people type there is
treated as personal all the same.
"""

from goldenthread.audit.personal_data import Held

_STAFF = "staff with a role in the programme"
_KEPT = "as long as the programme's record"

PERSONAL = {
    "*.recorded_by": Held("work", seen_by=_STAFF, kept=_KEPT),
    "Action.led_by": Held("work", seen_by=_STAFF, kept=_KEPT),
    "ActionVersion.leads": Held("work", seen_by=_STAFF, kept=_KEPT),
    "ActionVersion.accountable": Held("work", seen_by=_STAFF, kept=_KEPT),
    "ProgressNote.text": Held("free text", seen_by=_STAFF, kept=_KEPT),
    "Evidence.confirmed_by": Held("work", seen_by=_STAFF, kept=_KEPT),
    "Evidence.owner": Held("work", seen_by=_STAFF, kept=_KEPT),
    "Evidence.confirmed_on": Held("work", seen_by=_STAFF, kept=_KEPT),
    "UpdateRequest.asked_of": Held("work", seen_by=_STAFF, kept=_KEPT),
    "UpdateRequest.question": Held("free text", seen_by=_STAFF, kept=_KEPT),
    "Publication.published_by": Held("work", seen_by=_STAFF, kept=_KEPT),
    "Review.overall": Held("free text", seen_by="anybody", kept=_KEPT),
    "Review.attendees": Held("work", seen_by="anybody", kept=_KEPT),
    "ReviewPoint.text": Held("free text", seen_by="anybody", kept=_KEPT),
    "Decision.words": Held("free text", seen_by="anybody", kept=_KEPT),
    "SustainedCheck.words": Held("free text", seen_by="anybody", kept=_KEPT),
    "RiskVersion.cause": Held("free text", seen_by=_STAFF, kept=_KEPT),
    "RiskVersion.event": Held("free text", seen_by=_STAFF, kept=_KEPT),
    "RiskVersion.effect": Held("free text", seen_by=_STAFF, kept=_KEPT),
    "RiskVersion.owner": Held("work", seen_by=_STAFF, kept=_KEPT),
    "RiskVersion.mitigation": Held("free text", seen_by=_STAFF, kept=_KEPT),
}
NOT_PERSONAL = {
    "Programme": "sources certainty slug local_area authority region partners library",
    "ProgrammeVersion": "recorded_at known_from known_until reason title summary rating_key",
    "Remark": "sources certainty topic words detail",
    "Inspection": "sources certainty key framework inspectorates "
    "began_on ended_on received_on received_certainty published_on headlines",
    "Finding": "sources certainty words reviewers_words",
    "Plan": "sources certainty key title known_on replaces",
    "Area": "sources certainty key opened_on known_on",
    "AreaVersion": "recorded_at known_from known_until reason title plain difference",
    "Priority": "sources certainty title",
    "RouteStep": "taken_back_on taken_back_why recorded_at sources certainty known_on happened_on words amendments",
    "Action": "sources certainty key number known_on",
    "ActionVersion": "recorded_at known_from known_until reason text agency "
    "start due success_criteria delivery confidence impact status_as_written",
    "Dependency": "recorded_at sources certainty known_on taken_back_on taken_back_why",
    "Milestone": "recorded_at sources certainty known_on title due reached_on reached_known_on taken_back_on taken_back_why",
    "ProgressNote": "recorded_at sources certainty known_on noted_on label",
    "Evidence": "recorded_at sources certainty known_on title address dated_on says whose shows_impact gone_on gone_why",
    "UpdateRequest": "recorded_at asked_on due_on answered_on",
    "Measure": "sources certainty key name definition better baseline target known_on",
    "Reading": "taken_back_on taken_back_why recorded_at sources certainty known_on period milestone actual",
    "Publication": "published_on note content sha256 recorded_at",
    "Review": "recorded_at sources certainty known_on key label held_on next_on",
    "Decision": "recorded_at sources certainty known_on key decided_on letter_title letter_address",
    "SustainedCheck": "recorded_at sources certainty known_on checked_on next_on",
    "TimelineEvent": "recorded_at sources certainty known_on key happened_on kind what",
    "Risk": "key known_on",
    "Upload": "recorded_at key name data doing outcome",
    "RiskVersion": "recorded_at known_from known_until reason",
}
