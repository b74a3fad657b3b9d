"""VAL-FLAG: a yes or no is 1 or 0."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, Check

CHECK = Check(
    code="VAL-FLAG",
    about="",
    title="A yes or no is 1 or 0",
    says="{0} is {1}, which is neither 1 nor 0.",
    todo="Write 1 for yes and 0 for no.",
    basis=GUIDE,
)
