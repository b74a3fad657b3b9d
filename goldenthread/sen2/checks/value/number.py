"""VAL-NUMBER: a number has its number of figures."""

from __future__ import annotations

from goldenthread.sen2.checks.check import GUIDE, Check

CHECK = Check(
    code="VAL-NUMBER",
    about="",
    title="A number has its number of figures",
    says="{0} is {1}, which does not have the figures of such a number.",
    todo="A URN has 6 figures, a UKPRN 8, an authority’s number 3.",
    basis=GUIDE,
)
