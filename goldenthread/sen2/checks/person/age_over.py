"""PER-AGE-OVER: a plan ends with the school year of the 25th birthday."""

from __future__ import annotations

from goldenthread.sen2.checks.around import Around
from goldenthread.sen2.checks.check import GUIDE, QUERY, Check, Said
from goldenthread.sen2.dates import DAYS
from goldenthread.sen2.record import Record


def find(person: Record, around: Around) -> Said:
    """Was 25 before 1 September, with an active plan."""
    born = person["PersonBirthDate"]
    if born >= around.oldest or not DAYS[born]:
        return None
    return any(request.of("ActivePlans") for request in person.of("Requests"))


CHECK = Check(
    code="PER-AGE-OVER",
    about="Person",
    item="PersonBirthDate",
    severity=QUERY,
    title="A plan ends with the school year of the 25th birthday",
    says="The 25th birthday was before the school year of the census, and the plan is still active.",
    todo="See whether the plan has ended, or the date of birth is wrong.",
    basis=GUIDE,
    find=find,
)
