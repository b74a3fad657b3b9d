"""How old the children and young people are whose plans this council keeps: counts alone."""

from __future__ import annotations

from collections import Counter
from datetime import date

from goldenthread.casework.models import Standing
from goldenthread.casework.process.stages import WITH_PLAN
from goldenthread.kit.who_reads import Purpose, reading_for
from goldenthread.law.age import age_on


@reading_for(Purpose.COUNT)
def ages_with_plan(today: date) -> Counter[int]:
    """How many plans in force there are for each age in whole years, as it stands today. One query."""
    born = Standing.objects.filter(ended_on=None, stage__in=WITH_PLAN).values_list(
        "case__child__born_on", flat=True
    )
    return Counter(age_on(one, today) for one in born if one <= today)
