"""One service as its page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from goldenthread.localoffer.choices import Setting
from goldenthread.localoffer.models import Service, record_of
from goldenthread.localoffer.search.entries import DAYS

Json = dict[str, Any]
OF_SETTINGS = (
    "how_to_start", "support_for_send", "staff_training", "how_families_take_part", "how_progress_is_shared", "environment",
    "plans",
)  # fmt: skip
"""What every school, college and nursery is asked for the Local Offer."""
QUESTIONS = (
    ("how_to_start", "How do I start?"),
    ("referral", "Do I need to be referred?"),
    ("support_for_send", "How are children and young people with SEND supported?"),
    ("staff_training", "What training do staff have?"),
    ("how_families_take_part", "How do families and young people take part?"),
    ("how_progress_is_shared", "How will I hear how it is going?"),
    ("environment", "How easy is the place to use?"),
    ("plans", "What is planned next?"),
)
OLDEST_IN_WORDS = 99


@dataclass(frozen=True)
class Shown:
    """A service in words."""

    service: Service
    record: Json

    @property
    def own(self) -> Json:
        """Our own questions and their answers."""
        answers: Json = self.record.get("local_offer") or {}
        return answers

    @property
    def answers(self) -> list[tuple[str, str]]:
        """The Local Offer questions that have an answer."""
        return [(question, self.own[name]) for name, question in QUESTIONS if self.own.get(name)]

    @property
    def setting(self) -> str:
        """The kind of school or nursery, in words; nothing for any other service."""
        code = self.own.get("setting") or ""
        return Setting(code).label if code in Setting.values else code

    @property
    def unanswered(self) -> list[str]:
        """The Local Offer questions that a school or nursery has not answered."""
        return (
            [words for name, words in QUESTIONS if name in OF_SETTINGS and not self.own.get(name)]
            if self.setting
            else []
        )

    @property
    def ages(self) -> str:
        """Who it is for by age, in words."""
        return ages_in_words(self.record.get("minimum_age"), self.record.get("maximum_age"))

    @property
    def costs(self) -> list[str]:
        """What it costs, in words."""
        lines = [self.record["fees"]] if self.record.get("fees") else []
        for one in self.record.get("cost_options", ()):
            amount = one.get("amount")
            price = "" if amount is None else "Free" if amount == 0 else f"£{amount:,.2f}".replace(".00", "")
            words = " ".join(part for part in (price, one.get("amount_description") or "") if part)
            lines.append(f"{one['option']}: {words}" if one.get("option") else words)
        return [line for line in lines if line]

    @property
    def times(self) -> list[str]:
        """When it takes place, in words."""
        return [words for one in self.record.get("schedules", ()) if (words := times_in_words(one))]

    @property
    def places(self) -> list[Json]:
        """Where it takes place."""
        found = []
        for one in self.record.get("service_at_locations", ()):
            location = one.get("location") or {}
            address: Json = next(iter(location.get("addresses") or ()), {})
            lines = [address.get(name) for name in ("address_1", "address_2", "city", "postal_code")]
            access = [
                one.get("description") or one.get("accessibility") or ""
                for one in location.get("accessibility", ())
            ]
            found.append({"name": location.get("name") or "", "lines": [line for line in lines if line],
                          "is_virtual": location.get("location_type") == "virtual",
                          "access": [words for words in access if words]})  # fmt: skip
        return found

    @property
    def contacts(self) -> list[Json]:
        """Whom to ask: only contacts that everybody may see."""
        return [one for one in self.record.get("contacts", ()) if one.get("visible") is not False]

    @property
    def telephones(self) -> list[Json]:
        """Telephone numbers of the service and of its visible contacts."""
        return [*self.record.get("phones", ()), *(p for one in self.contacts for p in one.get("phones", ()))]

    @property
    def terms(self) -> list[str]:
        """The words that it is filed under."""
        return [
            one["taxonomy_term"]["name"]
            for one in self.record.get("attributes", ())
            if one.get("taxonomy_term")
        ]

    @property
    def languages(self) -> list[str]:
        """Languages in which it is given."""
        return [
            one.get("name") or one.get("note") or ""
            for one in self.record.get("languages", ())
            if one.get("name") or one.get("note")
        ]

    @property
    def is_closed_for_now(self) -> bool:
        """Whether it has closed for a while."""
        return bool(self.record.get("status") == "temporarily closed")


def shown(service: Service) -> Shown:
    """A service in words."""
    return Shown(service, record_of(service))


def ages_in_words(low: float | None, high: float | None) -> str:
    """An age range as people say it.

    >>> ages_in_words(0, 4), ages_in_words(11, None), ages_in_words(None, 25), ages_in_words(None, None)
    ('birth to 4', '11 and over', 'up to 25', '')
    """
    if low is None and high is None:
        return ""
    high = None if high is not None and high >= OLDEST_IN_WORDS else high
    first = "birth" if low == 0 else f"{low:g}" if low is not None else ""
    if high is None:
        return "all ages" if low == 0 else f"{first} and over"
    return f"{first} to {high:g}" if first else f"up to {high:g}"


def days_in_words(days: list[str]) -> str:
    """Days of the week as people say them.

    >>> days_in_words(["MO", "TU", "WE", "TH", "FR"]), days_in_words(["SA", "SU"])
    ('Monday to Friday', 'Saturday, Sunday')
    """
    places = [list(DAYS).index(day) for day in days]
    if len(days) == len(DAYS):
        return "every day"
    if len(days) > 2 and places == list(range(places[0], places[-1] + 1)):
        return f"{DAYS[days[0]]} to {DAYS[days[-1]]}"
    return ", ".join(DAYS[day] for day in days)


def times_in_words(schedule: Json) -> str:
    """One line on when something takes place.

    >>> times_in_words({"byday": "MO,WE", "opens_at": "10:00", "closes_at": "12:00"})
    'Monday, Wednesday, 10:00 to 12:00'
    """
    named = {day[-2:] for day in (schedule.get("byday") or "").split(",")}
    days = days_in_words([day for day in DAYS if day in named])
    hours = " to ".join(one for one in (schedule.get("opens_at"), schedule.get("closes_at")) if one)
    parts = [days, hours, schedule.get("description") or ""]
    return ", ".join(part for part in parts if part)
