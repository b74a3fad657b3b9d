"""For each check: what breaks it, and near misses that do not. Each is the right person of `returns` with one thing changed."""

from __future__ import annotations

from collections.abc import Callable

from goldenthread.sen2.record import Record
from tests.sen2.returns import NEED, PLACEMENT, part, record

Change = Callable[[Record], None]


def put(table: str, *, place: int = 0, **values: str) -> Change:
    """Set values on a record."""
    return lambda one: part(one, table, place).update(values)


def add(to: str, table: str, **values: str) -> Change:
    """Hang a record from another."""
    return lambda one: part(one, to).hold(record(table, values))


def drop(to: str, table: str) -> Change:
    """Take records away."""
    return lambda one: part(one, to).parts.pop(table, None) and None


def both(*changes: Change) -> Change:
    """One change after another."""

    def change(one: Record) -> None:
        for each in changes:
            each(one)

    return change


def another_request(one: Record) -> None:
    """A second request with an active plan of its own."""
    part(one, "Person").hold(part(one, "Requests"))


def another_assessment(one: Record) -> None:
    """A second assessment, whose plan runs as the first one's does."""
    part(one, "Requests").hold(part(one, "Assessment"))


def another_assessment_whose_plan_ended(one: Record) -> None:
    """A second assessment, whose plan has ended."""
    second, plan = record("Assessment", part(one, "Assessment")), record("NamedPlan", part(one, "NamedPlan"))
    plan.update(CeaseDate="2025-07-01", CeaseReason="4")
    second.hold(plan)
    part(one, "Requests").hold(second)


def outcome(code: str, **values: str) -> Change:
    """Another outcome of the request, with neither date nor assessment."""
    return both(
        put("Requests", **{"RequestOutcome": code, "RequestOutcomeDate": "", **values}),
        drop("Requests", "Assessment"),
        drop("Requests", "ActivePlans"),
    )


def decided(code: str, **values: str) -> Change:
    """Another outcome of the assessment, with no plan."""
    return both(
        put("Assessment", **{"AssessmentOutcome": code, **values}),
        drop("Assessment", "NamedPlan"),
        drop("Requests", "ActivePlans"),
    )


SECOND = {**PLACEMENT, "PlacementRank": "2"}
BREAKS: dict[str, tuple[Change, ...]] = {
    "VAL-MISSING": (put("Person", Surname=""), put("SENneed", SENtype=""), put("Requests", RequestSource="")),
    "VAL-CODE": (
        put("Person", Ethnicity="ZZZZ"),
        put("SENneed", SENtype="asd"),
        put("Requests", RequestOutcome="X"),
    ),
    "VAL-DATE": (put("Person", PersonBirthDate="2015-02-30"), put("NamedPlan", StartDate="20/06/2025")),
    "VAL-FLAG": (put("Requests", RYA="true"), put("NamedPlan", PB="Y")),
    "VAL-NUMBER": (
        put("PlanDetail", URN="10001"),
        put("PlacementDetail", UKPRN="1"),
        put("ActivePlans", TransferLA="Kent"),
    ),
    "PER-BIRTH-LATE": (put("Person", PersonBirthDate="2026-01-16"),),
    "PER-AGE-OVER": (put("Person", PersonBirthDate="2000-08-31"),),
    "PER-UPN": (
        put("Person", UPN="A801200001001"),
        put("Person", UPN="H80120000100"),
        put("Person", UPN="h801200001001"),
    ),
    "PER-ULN": (
        put("Person", UniqueLearnerNumber="1000000028"),
        put("Person", UniqueLearnerNumber="0000000027"),
    ),
    "PER-NO-NUMBER": (put("Person", UPN=""),),
    "PER-REASON-TOO": (put("Person", UPNunknown="UN8"),),
    "PER-UN1-AGE": (put("Person", UPN="", UPNunknown="UN1", PersonBirthDate="2020-01-15"),),
    "PER-UN3-AGE": (put("Person", UPN="", UPNunknown="UN3", PersonBirthDate="2021-01-16"),),
    "PER-NO-REQUEST": (drop("Person", "Requests"),),
    "PER-PLANS-TWICE": (another_request,),
    "PER-POSTCODE": (put("Person", PostCode=""), put("Person", PostCode="LONDON")),
    "REQ-RECEIVED-MISSING": (put("Requests", ReceivedDate=""),),
    "REQ-RECEIVED-LATE": (put("Requests", ReceivedDate="2026-01-16"),),
    "REQ-BEFORE-BIRTH": (put("Person", PersonBirthDate="2025-02-04"),),
    "REQ-DATE-NEEDED": (put("Requests", RequestOutcomeDate=""),),
    "REQ-DATE-EARLY": (outcome("A", RequestOutcomeDate="2025-03-10"), put("Requests", RequestOutcome="H")),
    "REQ-DATE-ORDER": (put("Requests", RequestOutcomeDate="2025-02-02"),),
    "REQ-DATE-LATE": (put("Requests", RequestOutcomeDate="2026-01-16"),),
    "REQ-SIX-WEEKS": (put("Requests", RequestOutcomeDate="2025-03-18"),),
    "REQ-OVERDUE": (outcome("A", ReceivedDate="2025-12-03"),),
    "REQ-FLAGS-NEEDED": (put("Requests", RequestMediation=""), put("Requests", RequestTribunal="")),
    "REQ-FLAGS-EARLY": (outcome("W", RequestTribunal="1"),),
    "REQ-ASSESSMENT-MISSING": (drop("Requests", "Assessment"),),
    "REQ-ASSESSMENT-EARLY": (put("Requests", RequestOutcome="N"), put("Requests", RequestOutcome="W")),
    "REQ-ACTIVE-TWICE": (add("Requests", "ActivePlans"),),
    "REQ-PLANS-TWICE": (another_assessment,),
    "REQ-HISTORY-NEW": (put("Requests", RequestOutcome="H"),),
    "ASM-DATE-NEEDED": (put("Assessment", AssessmentOutcomeDate=""), decided("N", AssessmentOutcomeDate="")),
    "ASM-DATE-EARLY": (decided("A"), decided("W")),
    "ASM-DATE-ORDER": (put("Assessment", AssessmentOutcomeDate="2025-03-09"),),
    "ASM-DATE-LATE": (put("Assessment", AssessmentOutcomeDate="2026-01-16"),),
    "ASM-SIXTEEN-WEEKS": (decided("N", AssessmentOutcomeDate="2025-05-27"),),
    "ASM-WEEK20-NEEDED": (put("Assessment", Week20=""),),
    "ASM-WEEK20-EARLY": (decided("A", Week20="1"),),
    "ASM-FLAGS-NEEDED": (put("Assessment", OtherTribunal=""), put("Assessment", AssessmentMediation="")),
    "ASM-PLAN-EARLY": (put("Assessment", AssessmentOutcome="N"), put("Assessment", AssessmentOutcome="A")),
    "ASM-PLAN-MISSING": (drop("Assessment", "NamedPlan"),),
    "ASM-PLAN-TWICE": (add("Assessment", "NamedPlan"),),
    "PLN-DETAIL-MISSING": (drop("NamedPlan", "PlanDetail"),),
    "PLN-RANK-ONE": (put("PlanDetail", PlacementRank="2"), add("NamedPlan", "PlanDetail", PlacementRank="1")),
    "PLN-RANK-TWO": (
        both(
            add("NamedPlan", "PlanDetail", PlacementRank="2"),
            add("NamedPlan", "PlanDetail", PlacementRank="2"),
        ),
    ),
    "PLN-START-LATE": (put("NamedPlan", StartDate="2026-01-16"),),
    "PLN-START-ORDER": (put("NamedPlan", StartDate="2025-02-02"),),
    "PLN-CEASE-REASON": (put("NamedPlan", CeaseDate="2025-09-01"),),
    "PLN-CEASE-DATE": (put("NamedPlan", CeaseReason="2"),),
    "PLN-CEASE-ORDER": (put("NamedPlan", CeaseDate="2025-06-19", CeaseReason="2"),),
    "PLN-CEASE-PERIOD": (put("NamedPlan", CeaseDate="2026-01-01"), put("NamedPlan", CeaseDate="2024-12-31")),
    "PLN-CEASE-OTHER": (put("NamedPlan", CeaseReason="9"),),
    "PLN-CEASE-AGE": (put("NamedPlan", CeaseDate="2025-09-01", CeaseReason="3"),),
    "PLN-BUDGET-HOW": (put("NamedPlan", PB="1"),),
    "PLN-BUDGET-NONE": (put("NamedPlan", OA="1"), put("NamedPlan", DP="E")),
    "PLN-ACTIVE-MISSING": (drop("Requests", "ActivePlans"),),
    "DET-PLACE": (put("PlanDetail", URN=""),),
    "DET-OTHER": (put("PlanDetail", SENSettingOther="A barn"),),
    "DET-ASKED": (put("PlanDetail", URN="", SENSetting="NIEO"), put("PlanDetail", URN="", SENSetting="OTH")),
    "DET-UNITS": (put("PlanDetail", SENunitIndicator=""), put("PlanDetail", ResourcedProvisionIndicator="")),
    "DET-BOTH-UNITS": (put("PlanDetail", SENunitIndicator="1", ResourcedProvisionIndicator="1"),),
    "DET-SETTING-TOO": (put("PlanDetail", SENSetting="OLA"),),
    "ACT-PLACEMENT-MISSING": (drop("ActivePlans", "PlacementDetail"),),
    "ACT-NEED-MISSING": (drop("ActivePlans", "SENneed"),),
    "ACT-RANK-ONE": (put("PlacementDetail", PlacementRank="2"),),
    "ACT-RANK-TWICE": (add("ActivePlans", "PlacementDetail", **PLACEMENT),),
    "ACT-NEED-RANK": (
        put("SENneed", SENtypeRank="2"),
        add("ActivePlans", "SENneed", SENtype="HI", SENtypeRank="1"),
    ),
    "ACT-NEED-SECOND": (
        both(
            add("ActivePlans", "SENneed", SENtype="HI", SENtypeRank="2"),
            add("ActivePlans", "SENneed", SENtype="VI", SENtypeRank="2"),
        ),
    ),
    "ACT-NEED-SAME": (add("ActivePlans", "SENneed", **{**NEED, "SENtypeRank": "2"}),),
    "ACT-REVIEW-ORDER": (put("ActivePlans", LastReview="2025-11-02"),),
    "ACT-REVIEW-FOUR-WEEKS": (put("ActivePlans", LastReview="2025-12-02"),),
    "ACT-REVIEW-DATE": (put("ActivePlans", LastReview=""),),
    "ACT-REVIEW-OUTCOME": (put("ActivePlans", ReviewOutcome=""),),
    "ACT-REVIEW-OVERDUE": (
        both(
            put("NamedPlan", StartDate="2025-01-13"),
            put("ActivePlans", LastReview="", ReviewMeeting="", ReviewOutcome=""),
        ),
    ),
    "ACT-REVIEW-LATE": (
        put("ActivePlans", LastReview="2026-01-16"),
        put("ActivePlans", ReviewMeeting="2026-01-16"),
    ),
    "ACT-TRANSFER": (put("ActivePlans", TransferLA="302"),),
    "ACT-WITHOUT-PLAN": (drop("Assessment", "NamedPlan"),),
    "ACT-CEASED": (put("NamedPlan", CeaseDate="2025-09-01", CeaseReason="2"),),
    "ACT-PHASE-DUE": (put("ActivePlans", PhaseTransferFinalDate="2025-02-15"),),
    "ACT-PHASE-LATE": (
        put("ActivePlans", PhaseTransferDueDate="2025-02-15", PhaseTransferFinalDate="2025-02-16"),
    ),
    "ACT-DRAFT-ORDER": (put("ActivePlans", ReviewDraft="2025-11-02"),),
    "PLC-PLACE": (put("PlacementDetail", URN=""),),
    "PLC-OTHER": (put("PlacementDetail", SENSettingOther="A barn"),),
    "PLC-ASKED": (put("PlacementDetail", URN="", SENSetting="NIEO"),),
    "PLC-UNITS": (put("PlacementDetail", SENunitIndicator=""),),
    "PLC-BOTH-UNITS": (put("PlacementDetail", SENunitIndicator="1", ResourcedProvisionIndicator="1"),),
    "PLC-SETTING-TOO": (put("PlacementDetail", SENSetting="OLA"),),
    "PLC-DATES": (put("PlacementDetail", LeavingDate="2025-08-31"),),
    "PLC-ENTRY-LATE": (put("PlacementDetail", EntryDate="2026-01-16"),),
}
PASSES: dict[str, tuple[Change, ...]] = {
    "REQ-PLANS-TWICE": (another_assessment_whose_plan_ended,),
    "PER-BIRTH-LATE": (put("Person", PersonBirthDate="2026-01-15"),),
    "PER-AGE-OVER": (put("Person", PersonBirthDate="2000-09-01"),),
    "PER-ULN": (put("Person", UniqueLearnerNumber="1000000027"),),
    "PER-NO-NUMBER": (
        put("Person", UPN="", UPNunknown="UN8"),
        put("Person", UPN="", UniqueLearnerNumber="1000000027"),
    ),
    "PER-UN1-AGE": (put("Person", UPN="", UPNunknown="UN1", PersonBirthDate="2020-01-16"),),
    "PER-UN3-AGE": (put("Person", UPN="", UPNunknown="UN3", PersonBirthDate="2021-01-15"),),
    "PER-UPN": (put("Person", UPN=""),),
    "REQ-RECEIVED-MISSING": (put("Requests", ReceivedDate="", RequestOutcome="H"),),
    "REQ-RECEIVED-LATE": (put("Requests", ReceivedDate="2026-01-15"),),
    "REQ-DATE-ORDER": (put("Requests", RequestOutcomeDate="2025-02-03"),),
    "REQ-SIX-WEEKS": (put("Requests", RequestOutcomeDate="2025-03-17"),),
    "REQ-OVERDUE": (outcome("A", ReceivedDate="2025-12-04"),),
    "REQ-ASSESSMENT-MISSING": (both(drop("Requests", "Assessment"), put("Requests", Exported="302")),),
    "REQ-ASSESSMENT-EARLY": (put("Requests", RequestOutcome="N", RequestTribunal="1"),),
    "REQ-HISTORY-NEW": (
        put("Requests", RequestOutcome="H", ReceivedDate="2024-12-31"),
        both(put("Requests", RequestOutcome="H"), put("ActivePlans", TransferLA="302")),
    ),
    "ASM-DATE-NEEDED": (decided("Y", AssessmentOutcomeDate=""),),
    "ASM-PLAN-MISSING": (decided("Y", AssessmentOutcomeDate=""),),
    "ASM-PLAN-EARLY": (
        put("Assessment", AssessmentOutcome="N", AssessmentTribunal="1"),
        put("Assessment", AssessmentOutcome="H"),
    ),
    "ASM-SIXTEEN-WEEKS": (decided("N", AssessmentOutcomeDate="2025-05-26"),),
    "PLN-RANK-TWO": (add("NamedPlan", "PlanDetail", PlacementRank="2"),),
    "PLN-RANK-ONE": (add("NamedPlan", "PlanDetail", PlacementRank="2"),),
    "PLN-CEASE-PERIOD": (put("NamedPlan", CeaseDate="2025-12-31"), put("NamedPlan", CeaseDate="2025-01-01")),
    "PLN-CEASE-AGE": (
        both(
            put("Person", PersonBirthDate="2009-09-01"),
            put("NamedPlan", CeaseDate="2025-09-01", CeaseReason="3"),
        ),
    ),
    "PLN-BUDGET-HOW": (put("NamedPlan", PB="1", OA="1"), put("NamedPlan", PB="1", DP="E")),
    "PLN-START-ORDER": (put("NamedPlan", StartDate="2025-02-03"),),
    "PLN-ACTIVE-MISSING": (
        both(drop("Requests", "ActivePlans"), put("NamedPlan", CeaseDate="2026-01-15")),
        both(drop("Requests", "ActivePlans"), put("NamedPlan", StartDate="2026-01-16")),
    ),
    "DET-OTHER": (put("PlanDetail", URN="", SENSetting="OTH", SENSettingOther="A barn"),),
    "DET-PLACE": (put("PlanDetail", URN="", UKPRN="10000001"), put("PlanDetail", URN="", SENSetting="EHE")),
    "DET-UNITS": (
        put("PlanDetail", URN="", SENSetting="EHE", SENunitIndicator="", ResourcedProvisionIndicator=""),
    ),
    "ACT-RANK-TWICE": (
        add("ActivePlans", "PlacementDetail", **SECOND),
        add("ActivePlans", "PlacementDetail", **{**PLACEMENT, "LeavingDate": "2025-10-01"}),
    ),
    "ACT-NEED-SECOND": (add("ActivePlans", "SENneed", SENtype="HI", SENtypeRank="2"),),
    "ACT-REVIEW-FOUR-WEEKS": (put("ActivePlans", LastReview="2025-12-01"),),
    "ACT-REVIEW-OVERDUE": (
        both(
            put("NamedPlan", StartDate="2025-01-14"),
            put("ActivePlans", LastReview="", ReviewMeeting="", ReviewOutcome=""),
        ),
        both(put("NamedPlan", StartDate="2020-01-14"), put("ActivePlans", LastReview="2025-01-14")),
    ),
    "ACT-TRANSFER": (both(put("ActivePlans", TransferLA="302"), put("Assessment", AssessmentOutcome="H")),),
    "ACT-CEASED": (put("NamedPlan", CeaseDate="2026-01-16", CeaseReason="2"),),
    "ACT-PHASE-LATE": (
        put("ActivePlans", PhaseTransferDueDate="2025-02-15", PhaseTransferFinalDate="2025-02-15"),
    ),
    "PLC-DATES": (put("PlacementDetail", LeavingDate="2025-09-01"),),
}
