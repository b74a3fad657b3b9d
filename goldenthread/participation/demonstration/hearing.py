"""Invented counts of people, and what is done to hear those of whom too few answer."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.participation.actions import hearing
from goldenthread.participation.choices import About
from goldenthread.participation.models import Outreach

WHO = "children and young people with a plan or SEN support"
SOURCE = "invented for this demonstration"
THERE_ARE = {
    About.PLACE: [("North East", 1900), ("South East", 2100), ("West", 1600)],
    About.LANGUAGE: [("English", 4300), ("Punjabi", 640), ("Polish", 210), ("Another language", 450)],
    About.AGE: [("0 to 4", 700), ("5 to 10", 2200), ("11 to 15", 1800), ("16 to 25", 900)],
}


def invent_hearing(*, on: date, by: Any) -> None:
    """Counts for all but the need, and three things to be done, one of them done."""
    for about, groups in THERE_ARE.items():
        hearing.enter_people(
            about=about,
            who=WHO,
            groups=groups,
            as_at=on - timedelta(days=120),
            source=SOURCE,
            today=on,
            by=by,
        )
    first = on - timedelta(days=60)
    told = [
        (
            About.PLACE,
            "South East",
            "We will be at the library on two Saturdays, with the short version on paper.",
            30,
        ),
        (
            About.LANGUAGE,
            "Punjabi",
            "Two community workers will ask the questions in Punjabi at the Sunday meal.",
            45,
        ),
    ]
    for about, group, will_do, days in told:
        hearing.plan_outreach(about=about, group=group, will_do=will_do, who="Participation officer",
                              due_on=on + timedelta(days=days), on=first, by=by)  # fmt: skip
    done = hearing.plan_outreach(
        about=About.AGE, group="16 to 25", will_do="A young people’s group will ask other young people at college.",
        who="Participation officer", due_on=on - timedelta(days=20), on=first, by=by,
    )  # fmt: skip
    hearing.finish_outreach(outreach=done, came_of_it="They asked 30 young people, who wanted to answer on a phone.",
                            done_on=on - timedelta(days=21), today=on, by=by)  # fmt: skip
    Outreach.objects.update(is_invented=True)
