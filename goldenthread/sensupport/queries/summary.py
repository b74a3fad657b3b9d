"""A pupil's record as words that can go with a request, so that nobody types it again."""

from __future__ import annotations

from datetime import date

from goldenthread.kit.dates import in_words
from goldenthread.sensupport.models import Cycle, Pupil
from goldenthread.sensupport.queries.register import provision_now


def summary(pupil: Pupil, day: date, reason: str = "") -> str:
    """What the school has seen, tried and found, cycle by cycle, with every voice. As at a day."""
    provision, cycles = provision_now(pupil, day), list(pupil.cycles.order_by("number"))
    parts = [f"From {pupil.setting}, on {in_words(day)}."]
    if provision:
        needs = [
            word
            for word in (provision.get_primary_need_display(), provision.get_secondary_need_display())
            if word
        ]
        parts.append(
            f"{provision.get_code_display()} since {in_words(provision.starts_on)}. Type of need: {'; '.join(needs) or 'none'}."
        )
    parts += [f"{title}: {text}" for title, text in (
        ("What we see", pupil.need_in_words), ("Strengths", pupil.strengths), ("Why we ask now", reason)) if text]  # fmt: skip
    parts += [_cycle(one) for one in cycles]
    if not cycles:
        parts.append("No cycle of assess, plan, do, review has been recorded.")
    return "\n\n".join(parts)


def _cycle(cycle: Cycle) -> str:
    lines = [
        f"Cycle {cycle.number}, begun on {in_words(cycle.started_on)}",
        f"Assess: {cycle.assess}", f"Hoped for: {cycle.outcome}",
        *([f"Strategies: {'; '.join(cycle.tried)}"] if cycle.strategies else []),
        *([f"Plan: {cycle.plan}"] if cycle.plan else []),
        f"The child says: {cycle.child_says}", f"The parents say: {cycle.parent_says}",
    ]  # fmt: skip
    if cycle.reviewed_on:
        lines += [
            f"Reviewed on {in_words(cycle.reviewed_on)}: {cycle.get_progress_display()}. {cycle.what_changed}",
            *([f"The child says now: {cycle.child_says_now}"] if cycle.child_says_now else []),
            *([f"The parents say now: {cycle.parent_says_now}"] if cycle.parent_says_now else []),
        ]
    else:
        lines.append(f"Not reviewed yet; due on {in_words(cycle.review_due_on)}.")
    return "\n".join(lines)
