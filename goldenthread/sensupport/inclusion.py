"""The rule that puts a pupil on a school's inclusion list, and why."""

from __future__ import annotations

from dataclasses import dataclass
from decimal import Decimal

from goldenthread.sensupport.choices import Code

ATTENDANCE_UNDER = 90
"""Per cent. Near what the department calls persistent absence (a tenth of sessions missed); unconfirmed, from memory."""
ENOUGH = 2
"""Reasons that put a pupil on the list. Practice of inclusion panels, and ours: no regulation sets it."""
MOST_SUSPENDED = 45
"""School days of suspension in a school year that are allowed. Unconfirmed: a council tells schools so, no regulation was read.

https://enfield.gov.uk/services/children-and-education/virtual-school/social-workers-and-practitioners-for-all-other-children/suspensions-and-exclusions
"""
RULE = f"{ENOUGH} or more of: SEN support or a plan, attendance under {ATTENDANCE_UNDER}%, a suspension, a social worker"


@dataclass(frozen=True)
class Facts:
    """What a school knows of a pupil since September, beside the code on its register."""

    code: str
    attendance: Decimal | None
    suspended_days: Decimal
    has_social_worker: bool

    @property
    def is_often_away(self) -> bool:
        """Whether attendance is known and under the limit."""
        return self.attendance is not None and self.attendance < ATTENDANCE_UNDER

    def reasons(self) -> list[str]:
        """Each reason that holds, in words.

        >>> Facts("K", Decimal("84.20"), Decimal("0"), False).reasons()
        ['SEN support (K)', 'Attendance 84.2%']
        """
        found = []
        if self.code in (Code.SUPPORT, Code.PLAN):
            found.append(f"{'SEN support' if self.code == Code.SUPPORT else 'A plan'} ({self.code})")
        if self.is_often_away and self.attendance is not None:
            found.append(f"Attendance {_plain(self.attendance)}%")
        if self.suspended_days:
            too_many = (
                f", more than the {MOST_SUSPENDED} that the law allows"
                if self.suspended_days > MOST_SUSPENDED
                else ""
            )
            found.append(
                f"Suspended for {_plain(self.suspended_days)} day{'' if self.suspended_days == 1 else 's'}{too_many}"
            )
        if self.has_social_worker:
            found.append("A social worker")
        return found

    @property
    def is_on_the_list(self) -> bool:
        """Whether enough reasons hold."""
        return len(self.reasons()) >= ENOUGH


def _plain(number: Decimal) -> str:
    return f"{number.normalize():f}"
