"""What is done for a move, by term: data. Each level has the tasks of the ones before it and its own.

Practice, for an area to change: what several areas ask of both settings (Norfolk's and East Sussex's public pages on
transition), not law. The law's own days are clocks, not tasks.
"""

from __future__ import annotations

from goldenthread.transitions.choices import Level, Term, Whose

TASKS: dict[Level, tuple[tuple[Term, Whose, str], ...]] = {
    Level.UNIVERSAL: (
        (Term.SUMMER, Whose.CURRENT, "Hand over what helps and what does not"),
        (Term.SUMMER, Whose.RECEIVING, "Invite the child for the visit that everybody has"),
        (Term.AFTER, Whose.RECEIVING, "Ask the child and the family how the start went"),
    ),
    Level.TARGETED: (
        (Term.SPRING, Whose.CURRENT, "Write the one-page profile with the child"),
        (Term.SUMMER, Whose.RECEIVING, "Meet the family and the present setting"),
        (Term.SUMMER, Whose.RECEIVING, "Offer one more visit in a small group"),
    ),
    Level.ENHANCED: (
        (Term.AUTUMN, Whose.COUNCIL, "Agree with the family what worries them about the move"),
        (Term.SPRING, Whose.COUNCIL, "Plan for the case that no place is known by the day of the law"),
        (Term.SUMMER, Whose.RECEIVING, "Train the people who will be with the child"),
        (Term.SUMMER, Whose.RECEIVING, "Visits as often as the child needs, each with somebody they know"),
        (Term.AFTER, Whose.COUNCIL, "Check that the support in the plan is in place"),
    ),
}
_ORDER = (Level.UNIVERSAL, Level.TARGETED, Level.ENHANCED)


def tasks_for(level: Level) -> list[tuple[Term, Whose, str]]:
    """The tasks of a level in the order of the terms.

    >>> [len(tasks_for(level)) for level in Level]
    [3, 6, 11]
    """
    upto = _ORDER[: _ORDER.index(level) + 1]
    return sorted((task for one in upto for task in TASKS[one]), key=lambda task: task[0])
