"""How far an invented request has come: asked, refused, assessed, a plan made, reviewed, ended."""

from __future__ import annotations

from datetime import date
from random import Random

from goldenthread.sen2.record import Record
from goldenthread.sen2.years import CollectionYear

LENGTHS = (96, 110, 124, 133, 138, 139, 140, 141, 142, 150, 168, 190, 230, 300)
"""Days from request to plan; the edge of 20 weeks lies at 140."""
SETTINGS = ("OLA", "OPA", "EHE", "EYP")


class Days:
    """The days of a year as numbers, and back to text; text is remembered."""

    def __init__(self, year: CollectionYear) -> None:
        self.census = year.census.toordinal()
        self.first = year.starts.toordinal()
        self.last = year.ends.toordinal()
        self._texts: dict[int, str] = {}

    def text(self, day: int) -> str:
        """ccyy-mm-dd."""
        found = self._texts.get(day)
        if found is None:
            found = self._texts[day] = date.fromordinal(day).isoformat()
        return found


def request(random: Random, year: CollectionYear, days: Days, age: int) -> Record:
    """A request, and what came of it."""
    made = Record("Requests", year.blanks["Requests"])
    made["RYA"] = "0"
    if "RequestSource" in made:
        made["RequestSource"] = random.choice("12223")
    share = random.random()
    if share < 0.05:
        made.update(ReceivedDate=days.text(days.census - random.randint(1, 40)), RequestOutcome="A")
    elif share < 0.07:
        made.update(ReceivedDate=days.text(random.randint(days.first, days.last)), RequestOutcome="W")
    elif share < 0.12:
        _decided(made, random.randint(days.first, days.last - 42), random.randint(20, 42), "N", days)
    elif share < 0.30:
        _assessed(made, random, year, days, share, age)
    else:
        _old(made, random, year, days, share, age)
    return made


def _decided(made: Record, received: int, after: int, outcome: str, days: Days) -> None:
    made.update(
        ReceivedDate=days.text(received),
        RequestOutcomeDate=days.text(received + after),
        RequestOutcome=outcome,
        RequestMediation="0",
        RequestTribunal="0",
    )


def _assessed(made: Record, random: Random, year: CollectionYear, days: Days, share: float, age: int) -> None:
    """A request of the period that is being assessed, was refused a plan, or was given one."""
    assessment = Record("Assessment", year.blanks["Assessment"])
    made.hold(assessment)
    if share < 0.16:
        _decided(made, days.last - random.randint(45, 120), random.randint(25, 42), "Y", days)
        assessment["AssessmentOutcome"] = "A"
        return
    length = random.choice(LENGTHS)
    received = random.randint(days.first - 60, days.last - length)
    _decided(made, received, random.randint(25, 42), "Y", days)
    flags = dict.fromkeys(
        ("AssessmentMediation", "AssessmentTribunal", "OtherMediation", "OtherTribunal"), "0"
    )
    assessment.update(flags, Week20="1" if random.random() < 0.08 else "0")
    if share < 0.18:
        decided = received + min(length, 112)
        assessment.update(AssessmentOutcome="N", AssessmentOutcomeDate=days.text(decided))
        return
    starts = received + length
    assessment.update(AssessmentOutcome="Y", AssessmentOutcomeDate=days.text(starts))
    detail = _plan(assessment, random, year, days, starts)
    made.hold(_active(random, year, days, starts, detail, age))


def _old(made: Record, random: Random, year: CollectionYear, days: Days, share: float, age: int) -> None:
    """A plan made before the period; some ended in it."""
    received = days.first - random.randint(200, 200 + min(age, 8) * 300)
    made.update(ReceivedDate=days.text(max(received, days.census - age * 365)), RequestOutcome="H")
    assessment = Record("Assessment", year.blanks["Assessment"])
    assessment["AssessmentOutcome"] = "H"
    made.hold(assessment)
    starts = min(max(received, days.census - age * 365) + random.choice(LENGTHS), days.first - 1)
    detail = _plan(assessment, random, year, days, starts)
    if share < 0.36:
        plan = assessment.of("NamedPlan")[0]
        plan["CeaseDate"] = days.text(random.randint(days.first, days.last))
        plan["CeaseReason"] = random.choice("2567" if age < 17 else "123456")
    else:
        made.hold(_active(random, year, days, starts, detail, age))


def _plan(assessment: Record, random: Random, year: CollectionYear, days: Days, starts: int) -> Record:
    """The plan, and the first place that it names."""
    plan = Record("NamedPlan", year.blanks["NamedPlan"])
    plan["StartDate"] = days.text(starts)
    budget = random.random() < 0.05
    plan.update(PB="1" if budget else "0", OA="1" if budget else "0")
    if random.random() < 0.02:
        plan["PlanRes"] = random.choice("AB")
    assessment.hold(plan)
    first = _place(Record("PlanDetail", year.blanks["PlanDetail"]), random, "1")
    plan.hold(first)
    if random.random() < 0.03:
        plan.hold(_place(Record("PlanDetail", year.blanks["PlanDetail"]), random, "2"))
    return first


def _place(made: Record, random: Random, rank: str) -> Record:
    made["PlacementRank"] = rank
    share = random.random()
    if share < 0.9:
        made.update(
            URN=str(random.randint(100_000, 149_999)), SENunitIndicator="0", ResourcedProvisionIndicator="0"
        )
        if share < 0.08:
            made["SENunitIndicator" if share < 0.04 else "ResourcedProvisionIndicator"] = "1"
    elif share < 0.95:
        made["UKPRN"] = str(random.randint(10_000_000, 10_099_999))
    else:
        made["SENSetting"] = random.choice(SETTINGS)
    return made


def _active(
    random: Random, year: CollectionYear, days: Days, starts: int, detail: Record, age: int
) -> Record:
    """The plan as it stood on the census day: where the child is, the needs, the last review."""
    active = Record("ActivePlans", year.blanks["ActivePlans"])
    if starts < days.census - 300:
        met = random.randint(days.first + 20, days.last - 28)
        met = max(met, starts + 1)
        active["LastReview"] = days.text(min(met + random.randint(5, 28), days.last))
        if "ReviewMeeting" in active:
            active.update(
                ReviewMeeting=days.text(met), ReviewOutcome=random.choice("MMMAC" if age > 18 else "MMMA")
            )
    place = Record("PlacementDetail", year.blanks["PlacementDetail"])
    place.update({tag: value for tag, value in detail.items() if tag in place})
    place["EntryDate"] = days.text(min(starts + random.randint(0, 60), days.census))
    if "RES" in place and random.random() < 0.05:
        place["RES"] = random.choice("AAB")
    active.hold(place)
    if random.random() < 0.03:
        second = _place(Record("PlacementDetail", year.blanks["PlacementDetail"]), random, "2")
        second["EntryDate"] = place["EntryDate"]
        active.hold(second)
    needs = list(year.codes("need"))
    for rank, need in zip("12", random.sample(needs, 2 if random.random() < 0.5 else 1), strict=False):
        active.hold(Record("SENneed", {"SENtype": need, "SENtypeRank": rank}))
    return active
