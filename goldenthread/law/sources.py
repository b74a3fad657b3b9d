"""The instruments from which casework's rules come, and short ways to cite them.

The texts were read in November 2026: the Regulations as amended to 3 April 2018, the Act as shown then. No later change to
a time limit was found. The limits eased from 1 May to 25 September 2020 (SI 2020/471) are not coded: that instrument put
"as soon as is reasonably practicable" in their place, which gives no day, and it is over.
"""

from __future__ import annotations

from datetime import date

from goldenthread.law.citation import Citation, Dated
from goldenthread.law.length import Length
from goldenthread.law.rule import Rule

REGULATIONS = "Special Educational Needs and Disability Regulations 2014 (SI 2014/1530)"
ACT = "Children and Families Act 2014"
IN_FORCE = date(2014, 9, 1)
EXAMPLE = date(2026, 9, 7)


def regulation(
    number: str, *, starts: date = IN_FORCE, unconfirmed: bool = False, note: str = ""
) -> Citation:
    """A provision of the Regulations, such as "13(2)"."""
    page = f"https://www.legislation.gov.uk/uksi/2014/1530/regulation/{number.split('(')[0]}"
    text = f"{REGULATIONS}, regulation {number}{f' ({note})' if note else ''}"
    return Citation(text, page, starts, unconfirmed=unconfirmed)


def section(number: str) -> Citation:
    """A provision of Part 3 of the Act, such as "44(1)"."""
    page = f"https://www.legislation.gov.uk/ukpga/2014/6/section/{number.split('(')[0]}"
    return Citation(f"{ACT}, section {number}", page, IN_FORCE)


def practice(text: str, url: str) -> Citation:
    """What was read in guidance or in somebody's page, and in no instrument."""
    return Citation(text, url, IN_FORCE, unconfirmed=True)


def duty(
    name: str, title: str, who: str, trigger: str, not_the_same: str, length: Length, citation: Citation, note: str = ""
) -> Rule:  # fmt: skip
    """A rule with one value since its provision came into force."""
    return Rule(
        name=name, title=title, who=who, trigger=trigger, not_the_same=not_the_same,
        limit=(Dated(length, citation),), example=EXAMPLE, note=note,
    )  # fmt: skip


def filed(*rules: Rule) -> dict[str, Rule]:
    """Rules under their names."""
    return {rule.name: rule for rule in rules}
