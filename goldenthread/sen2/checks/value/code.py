"""VAL-CODE: a code is one of the codes of its year."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, Check

CHECK = Check(
    code="VAL-CODE",
    about="",
    title="A code is one of the codes of its year",
    says="{0} is {1}, which is not a code of this year.",
    todo="Use one of the codes listed in docs/sen2-items.md.",
    basis=GUIDE,
)
