"""Who decides about a young person's plan, in a sentence that the young person reads."""

from __future__ import annotations

from datetime import date

from goldenthread.kit.dates import in_words
from goldenthread.law import age
from goldenthread.people.models import Child
from goldenthread.people.queries.rights import holders_on


def decides_words(child: Child, on: date) -> str:
    """Who decides on a day. The rights pass after compulsory school age (SI 2014/1530 regulations 63 and 64)."""
    last, name = age.school_age_ends_on(child.born_on), child.first_name
    if on <= last:
        return (
            f"{name}’s parents decide about the plan until {in_words(last)}. After that day {name} decides."
        )
    holders = holders_on(child, on)
    if holders.adults:
        who = " and ".join(str(one) for one in holders.adults)
        return f"{who} may decide for {name}, because {name} was found not to be able to decide these things alone."
    if child.capacity.held_on(on).exists():
        return f"{name} was found not to be able to decide these things alone, and nobody is named who decides. Ask us."
    return f"{name} has decided about the plan since {in_words(last)}. Parents can help, and read along if {name} wants that."
