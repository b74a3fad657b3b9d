"""A measure that counts itself, and a frozen reading of it."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from goldenthread.evidence.actions.measures import freeze, tie
from goldenthread.evidence.actions.remarks import add_remark
from goldenthread.evidence.models import Frozen, Remark
from goldenthread.programme.models import Measure, Plan


def make_measure(plan: Plan, **details: Any) -> Measure:
    fields = {"key": "in-time", "name": "Plans in 20 weeks", "known_on": plan.known_on, **details}
    return Measure.objects.create(plan=plan, **fields)


def frozen(measure: Measure, on: date) -> Frozen:
    """A reading of the plans in force, which every area can count, up to the day before."""
    tie(measure=measure, figure="casework.plans", months=12, on=on, by=None)
    return freeze(measure=measure, until=on - timedelta(days=1), on=on, by=None)


def remark(measure: Measure, on: date) -> Remark:
    """What somebody says of its run."""
    return add_remark(measure=measure, about_on=on, words="Two psychologists began", on=on, by=None)
