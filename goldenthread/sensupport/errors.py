"""What a school's list is refused with."""

from __future__ import annotations

from goldenthread.kit.errors import Refused
from goldenthread.sensupport.importing.shape import Trouble


class ListRefused(Refused):
    """A list of which nothing was brought in, with everything that is wrong, row by row."""

    def __init__(self, troubles: list[Trouble]) -> None:
        rows = len({row for row, _ in troubles})
        super().__init__(
            f"{rows} row{' has' if rows == 1 else 's have'} something to mend. Nothing was brought in.",
            "file",
        )
        self.troubles = sorted(troubles)
