"""The one error of this room: a file that cannot be read, said so that a person can put it right."""

from __future__ import annotations


class UnreadablePlan(ValueError):
    """The file cannot be read as a plan.

    `sentence` says what happened and what to do. `row` and `column` say where, counted from 1 as a
    spreadsheet counts them, when the place is known.
    """

    def __init__(self, sentence: str, row: int | None = None, column: int | None = None) -> None:
        super().__init__(sentence)
        self.sentence = sentence
        self.row = row
        self.column = column

    def __str__(self) -> str:
        place = [f"row {self.row}"] if self.row else []
        place += [f"column {self.column}"] if self.column else []
        return f"{self.sentence} ({', '.join(place)})" if place else self.sentence
