"""What schools' registers, their lists and the record of SENCOs and training can count."""

from __future__ import annotations

from goldenthread.evidence.figures.shape import Asked, Counted, Offered, Source, one_by_one
from goldenthread.sensupport.queries import figures

_LISTS = (
    "By the newest list of each school that ends in the period; a pupil whom two schools list counts twice."
)
_SINCE = f"Since September. {_LISTS}"
_DAY = "On the last day of the period, in schools that keep their register here."
_OFFERS = {
    "support": Offered("sensupport.support", "Pupils on SEN support", "pupils with code K", "", _DAY),
    "current_review": Offered(
        "sensupport.current-review", "SEN support with a current review",
        "pupils with code K whose cycle is under way and whose review is not overdue", "pupils with code K", _DAY,
        better="higher",
    ),
    "need_named": Offered(
        "sensupport.need-named", "Types of need that the census will not ask for", "pupils with code K or E and a type of need",
        "pupils with code K or E", _DAY, better="higher",
    ),
    "asked_after_cycles": Offered(
        "sensupport.asked-after-cycles", "Schools’ requests after the expected cycles",
        "requests that schools made after as many reviewed cycles as the area expected then", "requests that schools made here",
        "By the day of the request. The law asks for no number of cycles.", better="higher",
    ),
    "away_with_need": Offered(
        "sensupport.away-with-need", "Often away: pupils with K or E", "pupils with code K or E and attendance under 90%",
        "pupils with code K or E whose attendance is said", _LISTS, better="lower",
    ),
    "away_without": Offered(
        "sensupport.away-without", "Often away: other pupils", "other pupils with attendance under 90%",
        "other pupils whose attendance is said", _LISTS, better="lower",
    ),
    "suspended_with_need": Offered(
        "sensupport.suspended-with-need", "Suspended: pupils with K or E", "pupils with code K or E who were suspended",
        "pupils with code K or E", _SINCE, better="lower",
    ),
    "suspended_without": Offered(
        "sensupport.suspended-without", "Suspended: other pupils", "other pupils who were suspended", "other pupils",
        _SINCE, better="lower",
    ),
    "sencos_in_time": Offered(
        "sensupport.sencos-in-time", "SENCOs qualified or in time to be",
        "SENCOs who are qualified, or whose three years are not over and who can still finish in time", "SENCOs entered here",
        "On the last day of the period. Those without a clock count as in time.", better="higher",
    ),
    "with_champion": Offered(
        "sensupport.with-champion", "Schools with a champion", "schools and settings with a champion for any area of need",
        "schools and settings entered here", "On the last day of the period.", better="higher",
    ),
    "trained": Offered(
        "sensupport.trained", "Schools with somebody trained", "schools and settings of which somebody was trained in two years",
        "schools and settings entered here", "On the last day of the period.", better="higher",
    ),
    "given_together": Offered(
        "sensupport.given-together", "Training given with families", "trainings that parents or young people gave with others",
        "trainings and meetings held", "By the day of the training.", better="higher",
    ),
    "surer_after": Offered(
        "sensupport.surer-after", "Surer after a training than before", "people who felt surer after a training than before",
        "people who said how sure they felt before and after", "By the day of the training.", better="higher",
    ),
}  # fmt: skip


def _count(asked: Asked) -> dict[str, Counted]:
    found = figures.counts(asked.since, min(asked.until, asked.day))
    return {offer.code: Counted(found[name].numerator, found[name].denominator) for name, offer in _OFFERS.items()}  # fmt: skip


SOURCE = Source(
    "sensupport", "SEN support: registers, lists and training", tuple(_OFFERS.values()), one_by_one(_count),
    False, frozenset({
        "sensupport_asked", "sensupport_attendance", "sensupport_champion", "sensupport_cycle",
        "sensupport_provision", "sensupport_pupil", "sensupport_rolllist", "sensupport_sencopost",
        "sensupport_training", "partners_organisation", "partners_setting", "people_child",
    }),
)  # fmt: skip
