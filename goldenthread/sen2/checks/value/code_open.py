"""VAL-CODE-OPEN: a code is one that is known, where the year’s own list could not be had."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, QUERY, Check

CHECK = Check(
    code="VAL-CODE-OPEN",
    about="",
    severity=QUERY,
    title="A code is one that is known, where the year’s own list could not be had",
    says="{0} is {1}, which is not a code known here; this year had others.",
    todo="Look the code up in the guide of that year.",
    basis=GUIDE,
)
