"""One move as a thread and as clocks: the same for the family, the settings and the workers."""

from __future__ import annotations

from datetime import date

from goldenthread.kit.clock import Clock, days_words
from goldenthread.kit.thread import Knot
from goldenthread.transitions.choices import Term
from goldenthread.transitions.cohorts import BY_KEY
from goldenthread.transitions.models import Move
from goldenthread.transitions.queries.lists import handover_day, law_day


def clocks_of(move: Move, amended_on: date | None, today: date) -> list[Clock]:
    """The law's day for the plan, and the day by which the next setting should know."""
    cohort, clocks = BY_KEY[move.cohort], []
    days = law_day(cohort, move.year)
    if days and move.case.standing.plan_made_on:
        clocks.append(Clock(
            "The council must finish changing the plan for the move", days.due_on, today, "The council",
            f"{days.explanation}.", days.citation.text, days.citation.url, done_on=amended_on,
            reader_can="Write to the council. You can complain, and an amended plan can be appealed.",
        ))  # fmt: skip
    if move.receiving:
        clocks.append(Clock(
            f"{move.receiving} should say that it knows about the move", handover_day(move.year), today,
            str(move.receiving), "The next school or college needs time before the summer holidays. This is good practice, "
            "not a time limit in law.", done_on=move.acknowledged_on,
            reader_can="Ask your child’s school or the council to speak to them.",
        ))  # fmt: skip
    return clocks


def thread_of(move: Move, today: date) -> list[Knot]:
    """What was planned, what was acknowledged, and the tasks of each term."""
    to = f"To {move.receiving}." if move.receiving else "The next setting is not known yet."
    due = handover_day(move.year)
    knots = [Knot("The move was planned", "done", move.planned_on, text=to)]
    if move.acknowledged_on:
        knots.append(Knot(f"{move.receiving} knows about the move", "done", move.acknowledged_on))
    elif move.receiving:
        state = "late" if today > due else "due"
        knots.append(Knot(f"{move.receiving} says that it knows", state, due, days_words(due, today)))
    else:
        knots.append(Knot("The next setting is named", "not_yet"))
    tasks = list(move.tasks.all())
    for term in Term:
        inside = tuple(
            Knot(
                task.what, "done" if task.done_on else "not_yet", task.done_on, text=task.get_whose_display()
            )
            for task in tasks
            if task.term == term
        )
        if inside:
            is_done = all(one.state == "done" for one in inside)
            knots.append(Knot(str(term.label), "done" if is_done else "not_yet", children=inside))
    return knots
