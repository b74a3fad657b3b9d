"""The items of 2023, the first person-level year; later years are changes to it."""

from __future__ import annotations

from goldenthread.sen2.item import Item, Kind

_FLAG, _DATE, _CODE = Kind.FLAG, Kind.DATE, Kind.CODE


def _place(number: str) -> tuple[Item, ...]:
    return (
        Item("URN", "URN - Unique Reference Number", Kind.URN),
        Item("UKPRN", "UKPRN - UK Provider Reference Number", Kind.UKPRN),
        Item("SENSetting", "SEN Setting – Establishment type", _CODE, "setting", number=number),
        Item("SENSettingOther", "SEN Setting - Other"),
        Item("PlacementRank", "Placement Rank (1=Primary, 2=Secondary)", _CODE, "rank", required=True),
    )


_UNITS = (
    Item("SENunitIndicator", "SEN Unit Indicator", _FLAG),
    Item("ResourcedProvisionIndicator", "Resourced Provision Indicator", _FLAG),
)
ITEMS: dict[str, tuple[Item, ...]] = {
    "Header": (
        Item("Collection", "Collection Name", _CODE, "collection", required=True),
        Item("Year", "Year", Kind.WHOLE, required=True),
        Item("ReferenceDate", "Reference Date", _DATE, required=True),
        Item("SourceLevel", "Source Level", _CODE, "level", required=True),
        Item("LEA", "LA Number", Kind.LA, required=True),
        Item("SoftwareCode", "Software Code", required=True),
        Item("Release", "Release"),
        Item("SerialNo", "Serial Number", Kind.WHOLE, required=True),
        Item("DateTime", "Date & Time (ccyy-mm-ddThh:mm:ss)", Kind.MOMENT, required=True),
        Item("DMO", "Designated Medical Officer", _FLAG, required=True),
        Item("DCO", "Designated Clinical Officer", _FLAG, required=True),
    ),
    "Person": (
        Item("Surname", "Surname", required=True),
        Item("Forename", "Forename", required=True),
        Item("PersonBirthDate", "Date of Birth (ccyy-mm-dd)", _DATE, required=True),
        Item("GenderCurrent", "Gender", _CODE, "gender", required=True),
        Item("Ethnicity", "Ethnicity", _CODE, "ethnicity", required=True),
        Item("PostCode", "Post Code"),
        Item("UPN", "UPN - Unique Pupil Number"),
        Item("UniqueLearnerNumber", "ULN - Young Persons Unique Learner Number"),
        Item("UPNunknown", "UPN and ULN unavailable – Reason", _CODE, "upn reason"),
    ),
    "Requests": (
        Item("ReceivedDate", "Date request was received", _DATE),
        Item("RYA", "Initial Request Whilst In RYA", _FLAG, required=True),
        Item("RequestOutcomeDate", "Request Outcome Date", _DATE),
        Item("RequestOutcome", "Request Outcome", _CODE, "request outcome", required=True),
        Item("RequestMediation", "Request Mediation", _FLAG, number="2.5"),
        Item("RequestTribunal", "Request Tribunal", _FLAG, number="2.6"),
        Item("Exported", "Exported - Child or young person moves out of LA before assessment is completed"),
    ),
    "Assessment": (
        Item("AssessmentOutcome", "Assessment Outcome - Decision to issue EHC plan", _CODE, "assessment outcome", required=True),
        Item("AssessmentOutcomeDate", "Assessment Outcome Date", _DATE),
        Item("AssessmentMediation", "Assessment Mediation", _FLAG),
        Item("AssessmentTribunal", "Assessment Tribunal", _FLAG),
        Item("OtherMediation", "Other Mediation", _FLAG),
        Item("OtherTribunal", "Other Tribunal", _FLAG),
        Item("Week20", "Twenty week time limit exceptions apply", _FLAG),
    ),
    "NamedPlan": (
        Item("StartDate", "EHC Plan Start Date", _DATE, required=True),
        Item("PlanRes", "Residential Settings", _CODE, "residential"),
        Item("PlanWBP", "Work Based Learning Activity"),
        Item("PB", "Personal Budget taken up", _FLAG, required=True),
        Item("OA", "Personal Budget - Organised Arrangements", _FLAG),
        Item("DP", "Personal Budget - Direct Payments"),
        Item("CeaseDate", "Date EHC plan ceased", _DATE),
        Item("CeaseReason", "Reason EHC plan ceased", _CODE, "cease reason", number="4.6"),
    ),
    "PlanDetail": (*_place("4.7c"), *_UNITS),
    "ActivePlans": (
        Item("TransferLA", "EHC Plan transferred in from another LA during calendar year", Kind.LA, number="5.1"),
        Item("RES", "Residential Settings", _CODE, "residential"),
        Item("WBP", "Work Based Learning Activity"),
        Item("LastReview", "EHC Plan Review Decisions Date", _DATE),
    ),
    "PlacementDetail": (
        *_place("5.7c"),
        Item("EntryDate", "Placement Start Date", _DATE, required=True),
        Item("LeavingDate", "Placement Leaving Date", _DATE),
        Item("AttendancePattern", "Attendance Pattern"),
        *_UNITS,
    ),
    "SENneed": (
        Item("SENtype", "SEN Type of Need", _CODE, "need", required=True, number="5.8a"),
        Item("SENtypeRank", "SEN Type of Need rank (1=Primary, 2=Secondary)", _CODE, "rank", required=True),
    ),
}  # fmt: skip
