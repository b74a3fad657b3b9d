"""How often each answer was given, and by whom as far as they said: one statement of SQL over all answers."""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence
from dataclasses import dataclass, field
from datetime import date

from django.db import connection

from goldenthread.participation.models import Question, Survey
from goldenthread.participation.wording import NO_ANSWER, NOT_ASKED

_COUNTS = """
SELECT q.number,
       CASE WHEN r.edition < q.from_edition OR r.edition > COALESCE(q.until_edition, r.edition) THEN %(not_asked)s
            ELSE COALESCE(r.choices[q.number], %(no_answer)s) END AS choice,
       COALESCE(r.choices[%(first)s], 0) AS first, COALESCE(r.choices[%(second)s], 0) AS second, sum(r.times)
FROM (SELECT edition, choices, count(*) AS times FROM participation_response WHERE survey_id = %(survey)s GROUP BY 1, 2) r
CROSS JOIN participation_question q
WHERE q.survey_id = %(survey)s AND q.kind <> 'words'
GROUP BY 1, 2, 3, 4
"""
_MONTHS = """
SELECT date_trunc('month', sent_on)::date, choices[%(number)s], count(*)
FROM participation_response
WHERE survey_id = %(survey)s AND choices[%(number)s] IS NOT NULL
GROUP BY 1, 2 ORDER BY 1
"""


@dataclass
class Counted:
    """One question: how often each place of its list was chosen, altogether and by each of the questions that cut."""

    counts: Counter[int] = field(default_factory=Counter)
    by: dict[int, Counter[tuple[int, int]]] = field(default_factory=dict)

    @property
    def base(self) -> int:
        """Everybody who answered it."""
        return sum(number for choice, number in self.counts.items() if choice > NO_ANSWER)


def count_answers(survey: Survey, cuts: Sequence[Question]) -> dict[int, Counted]:
    """Every question of a survey that is answered from a list, by its number."""
    first, second = ([one.number for one in cuts] + [0, 0])[:2]
    found: dict[int, Counted] = {}
    with connection.cursor() as cursor:
        cursor.execute(_COUNTS, {"survey": survey.pk, "first": first, "second": second, "no_answer": NO_ANSWER,
                                 "not_asked": NOT_ASKED})  # fmt: skip
        for number, choice, in_first, in_second, times in cursor:
            one = found.setdefault(number, Counted())
            one.counts[choice] += int(times)
            for cut, group in ((first, in_first), (second, in_second)):
                if cut and cut != number:
                    one.by.setdefault(cut, Counter())[choice, group] += int(times)
    return found


def count_months(survey: Survey, question: Question) -> dict[date, Counter[int]]:
    """How often each place of one question's list was chosen in each month."""
    found: dict[date, Counter[int]] = {}
    with connection.cursor() as cursor:
        cursor.execute(_MONTHS, {"survey": survey.pk, "number": question.number})
        for month, choice, times in cursor:
            found.setdefault(month, Counter())[choice] += times
    return found
