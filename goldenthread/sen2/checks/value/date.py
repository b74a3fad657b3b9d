"""VAL-DATE: a date is a day of the calendar."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, Check

CHECK = Check(
    code="VAL-DATE",
    about="",
    title="A date is a day of the calendar",
    says="{0} is {1}, which is not a day written ccyy-mm-dd.",
    todo="Write the day as year, month and day, such as 2025-09-01.",
    basis=GUIDE,
)
