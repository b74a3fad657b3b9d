"""What commissioning holds about people: who sent or wrote a thing. Waits are counts; files about people are turned away."""

from goldenthread.audit.personal_data import Held

READERS = "those who send waiting times, joint commissioners and boards"
PERSONAL = {
    "ServiceLine.call_whom": Held("contact", seen_by="everybody", kept="while the service is listed"),
    "ServiceLine.call_number": Held("contact", seen_by="everybody", kept="while the service is listed"),
    "ServiceLine.does": Held("free text", seen_by="everybody", kept="while the service is listed"),
    "ServiceLine.doing": Held("free text", seen_by="everybody", kept="while the service is listed"),
    "ServiceLine.start": Held("free text", seen_by="everybody", kept="while the service is listed"),
    "ServiceLine.offer": Held("free text", seen_by="everybody", kept="while the service is listed"),
    "WaitMonthVersion.note": Held("free text", seen_by="everybody", kept="10 years"),
    "WaitMonthVersion.reason": Held("free text", seen_by=READERS, kept="10 years"),
    "WaitsUpload.data": Held("work", seen_by="who sent it", kept="until it is in, 7 days at most"),
    "WaitsUpload.troubles": Held("work", seen_by="who sent it", kept="1 year"),
    "DutyCover.owner": Held("work", seen_by=READERS, kept="while it stands, and in the audit"),
    "ContractReview.for_council": Held("work", seen_by=READERS, kept="10 years"),
    "ContractReview.for_health": Held("work", seen_by=READERS, kept="10 years"),
    "ContractReview.for_families": Held("work", seen_by=READERS, kept="10 years"),
    "ContractReview.decided": Held("free text", seen_by=READERS, kept="10 years"),
    "JointService.buys": Held("free text", seen_by=READERS, kept="10 years"),
    "BandRate.decided": Held("work", seen_by=READERS, kept="10 years"),
    "ForecastLine.assumption": Held("free text", seen_by=READERS, kept="10 years"),
    "PersonalBudget.reference": Held(
        "child", seen_by="joint commissioners", kept="6 years after it has ended"
    ),
    "PersonalBudget.first_paid_on": Held(
        "child", seen_by="joint commissioners", kept="6 years after it has ended"
    ),
    "PersonalBudget.ended_on": Held(
        "child", seen_by="joint commissioners", kept="6 years after it has ended"
    ),
    "BudgetReview.held_on": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "ServiceMeasure.owner": Held("work", seen_by=READERS, kept="10 years"),
    "MeasureReturn.words": Held("free text", seen_by=READERS, kept="10 years"),
    "MoneySignature.signed_by": Held("work", seen_by=READERS, kept="10 years"),
    "SharedCost.reference": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "SharedCost.starts_on": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "SharedCost.ended_on": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "SharedTerms.why": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "SharedTerms.agreed_on": Held("child", seen_by="joint commissioners", kept="6 years after it has ended"),
    "Dispute.about": Held("free text", seen_by="joint commissioners", kept="10 years"),
    "Dispute.outcome": Held("free text", seen_by="joint commissioners", kept="10 years"),
    "Scenario.why": Held("free text", seen_by=READERS, kept="10 years"),
    "ScenarioChange.assumption": Held("free text", seen_by=READERS, kept="10 years"),
    "ScenarioSignature.signed_by": Held("work", seen_by=READERS, kept="10 years"),
    "ScenarioSignature.role": Held("work", seen_by=READERS, kept="10 years"),
    "*.recorded_by": Held("work", seen_by=READERS, kept="10 years"),
}
NOT_PERSONAL = {
    "ServiceLine": "slug name series offer_link offer_checked_on recorded_at",
    "DutyCover": "key document document_link reviewed_on next_review_on recorded_at",
    "JointService": "name offer_link recorded_at",
    "YearMoney": "recorded_at",
    "MoneySignature": "signed_on",
    "Contract": "reference starts_on ends_on extends_to specification recorded_at",
    "ContractReview": "held_on known_on sources certainty recorded_at",
    "NeedFigure": "words as_at source source_link known_on sources certainty recorded_at",
    "Band": "name means recorded_at",
    "BandRate": "starts_on ends_on recorded_at",
    "ForecastLine": "what outcome recorded_at",
    "SharedCost": "recorded_at",
    "SharedTerms": "recorded_at",
    "Dispute": "raised_on settle_by settled_on recorded_at",
    "Scenario": "name recorded_at",
    "ScenarioChange": "recorded_at",
    "ScenarioSignature": "signed_on",
    "PersonalBudget": "recorded_at",
    "BudgetReview": "recorded_at",
    "ServiceMeasure": "name counts target begins_on recorded_at",
    "MeasureReturn": "period_ends_on value known_on sources certainty recorded_at",
    "AdviceQuarter": "ends_on counts published known_on sources certainty recorded_at",
    "ReturnStep": "period_ends_on taken_on",
    "WaitMonth": "month",
    "WaitMonthVersion": "series census_on parts published known_from known_until recorded_at",
    "WaitsUpload": "key name doing outcome decided recorded_at",
}
