"""What joint arrangements must cover: the ten lines of section 26 of the Children and Families Act 2014, in our own words.

Read at http://www.legislation.gov.uk/ukpga/2014/6/section/26/enacted.
"""

from __future__ import annotations

from dataclasses import dataclass

from goldenthread.law.sources import section


@dataclass(frozen=True)
class Duty:
    """One thing that the arrangements must cover."""

    key: str
    paragraph: str
    words: str

    @property
    def citation(self) -> str:
        """The provision."""
        return section(f"26{self.paragraph}").text

    @property
    def url(self) -> str:
        """Where to read it."""
        return section(f"26{self.paragraph}").url


DUTIES = (
    Duty(
        "needed", "(3)(a)", "Which education, health and care children and young people here reasonably need"
    ),
    Duty("secured", "(3)(b)", "Which of it is to be secured"),
    Duty("by-whom", "(3)(c)", "By whom each part is secured"),
    Duty("advice", "(3)(d)", "What advice and information is given about it"),
    Duty("how", "(3)(e)", "By whom, to whom and how that advice is given"),
    Duty("complaints", "(3)(f)", "How complaints about it can be made and are dealt with"),
    Duty("disputes", "(3)(g)", "How disputes between the partners are settled quickly"),
    Duty("assessments", "(4)(a)", "How EHC needs assessments are secured"),
    Duty("plans", "(4)(b)", "How what is in EHC plans is secured"),
    Duty("budgets", "(4)(c)", "How personal budgets are agreed"),
)
BY_KEY = {one.key: one for one in DUTIES}
