"""On the thread from what is counted: measures, their readings, the figures that count them, and the counts beneath."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Exists, OuterRef, Prefetch, Q
from django.urls import reverse

from goldenthread.accounts.permissions import Permission
from goldenthread.evidence.figures import FIGURES, Asked, Counted, Offered
from goldenthread.evidence.kinds.programme import area_page
from goldenthread.evidence.kinds.shape import Kind, Reader, Seen, Stage
from goldenthread.evidence.models import Frozen, Tie
from goldenthread.evidence.queries.boards import target_of
from goldenthread.evidence.queries.kept import kept_or_counted
from goldenthread.evidence.queries.live import Live, asked_for, live_measures
from goldenthread.kit.dates import in_words
from goldenthread.programme.models import Measure, Reading

MONTHS = 12
"""A figure by itself is counted over so many months; under a measure, the measure says over how many it is counted."""


def _measures(reader: Reader) -> Any:
    rows = Measure.objects.filter(known_on__lte=reader.day).select_related("plan", "area__plan")
    rows = reader.within(rows, scope="plan__programme__slug", public=Q(plan__is_public=True))
    tied = Prefetch("ties", Tie.objects.as_known_on(reader.day), "tied")
    read = Exists(
        Reading.objects.as_known_on(reader.day).filter(measure=OuterRef("pk"), actual__isnull=False)
    )
    return (
        rows.annotate(has_reading=read).prefetch_related(tied).order_by("plan", "area__number", "name", "pk")
    )


def _see_measures(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    live = {} if reader.is_public else live_measures(rows, reader.day, reader.today)
    for one in rows:
        target = (one.target or {}).get("as_written", "")
        wanted = f"The target is {target}." if target else ""
        held = live.get(one.pk)
        state, words, text = _counted(held) if held else _by_hand(one)
        page = _measure_page(one, reader)
        text = " ".join(part for part in (text, wanted) if part)
        yield Seen("measure", one.pk, str(one.pk), one.name, state, words, one.known_on, text, page, one)


def _by_hand(one: Any) -> tuple[str, str, str]:
    """A measure that nobody here sees counted: by its readings, or by its tie, of which the public reads what was published."""
    if one.has_reading or one.tied:
        return "done", "Recorded by hand" if one.has_reading else "Counted by the system", ""
    return "not_yet", "Nothing counted yet", ""


def _counted(live: Live) -> tuple[str, str, str]:
    if live.gone:
        return "late", "Not counted", live.gone
    months = f"{live.tie.months} months" if live.tie.months > 1 else "month"
    text = f"{live.counted.in_words if live.counted else 'Nothing to count'}, the last {months} to {in_words(live.asked.until)}."
    wanted, value = target_of(live), live.counted.value if live.counted else None
    if wanted is None or value is None or live.offered is None:
        return "done", "Counted", text
    better = live.measure.better or live.offered.better or "higher"
    has_reached = value >= wanted if better == "higher" else value <= wanted
    return ("done", "Target reached", text) if has_reached else ("due", "Target not reached yet", text)


def _measure_page(measure: Measure, reader: Reader) -> str:
    if not reader.is_public:
        return reverse("evidence:measure", args=[measure.pk])
    return area_page(measure.area, reader) or reverse("programme:progress")


def _recorded(reader: Reader) -> Any:
    rows = Reading.objects.as_known_on(reader.day).filter(actual__isnull=False)
    rows = rows.select_related("measure__plan", "measure__area__plan")
    rows = reader.within(
        rows, scope="measure__plan__programme__slug", public=Q(measure__plan__is_public=True)
    )
    return rows.order_by("-period", "-pk")


def _see_recorded(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        value = one.actual or {}
        base = value.get("base")
        of = f"Of {base:,}." if base is not None else "Of how many is not known."
        page = _measure_page(one.measure, reader)
        if not reader.is_public:
            page = reverse("programme_staff:measure", args=[one.measure_id])
        title = f"{value.get('as_written', '')}: {one.measure.name}"
        yield Seen(
            "recorded", one.pk, str(one.pk), title, "done", "Recorded by hand", one.period, of, page, one
        )


def _frozen(reader: Reader) -> Any:
    rows = Frozen.objects.filter(frozen_on__lte=reader.day).select_related("measure")
    rows = reader.within(rows, scope="measure__plan__programme__slug", public=Q(pk__in=[]))
    return rows.order_by("-until", "-pk")


def _see_frozen(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        title = f"{one.counted.in_words}: {one.measure.name}"
        page = reverse("evidence:frozen", args=[one.pk])
        text = f"{in_words(one.since)} to {in_words(one.until)}."
        yield Seen(
            "reading", one.pk, str(one.pk), title, "done", "Frozen as evidence", one.until, text, page, one,
            one.counted.in_words,
        )  # fmt: skip


@dataclass(frozen=True)
class _Figure:
    """A figure on offer, as a row."""

    pk: str
    offered: Offered


def _figures(keys: Iterable[Any], reader: Reader) -> list[Any]:
    """What is counted now is for staff: the public reads what was published of it."""
    if not reader.may(Permission.VIEW_PROGRAMME):
        return []
    return [_Figure(code, FIGURES[code][1]) for code in dict.fromkeys(keys) if code in FIGURES]


def _asked(reader: Reader) -> Asked:
    return asked_for(MONTHS, reader.day, reader.today)


def _see_figures(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    asked = _asked(reader)
    found = kept_or_counted((one.pk, asked) for one in rows)
    for one in rows:
        counted = found[one.pk, asked]
        value = counted.in_words if counted else "Nothing to count"
        text = f"{value}, the last {MONTHS} months."
        yield Seen(
            "figure", one.pk, one.pk, one.offered.name, "done", "Counted by the system", reader.day, text,
            reverse("evidence:figures"), one,
        )  # fmt: skip


@dataclass(frozen=True)
class _Count:
    """One of the two numbers of a figure: what is counted, or out of what."""

    pk: str
    figure: str
    offered: Offered
    is_base: bool

    @property
    def words(self) -> str:
        """What is counted."""
        return self.offered.denominator if self.is_base else self.offered.numerator

    def of(self, counted: Counted | None) -> int | None:
        """How many."""
        if counted is None:
            return None
        return counted.denominator if self.is_base else counted.numerator


def counts_under(figure: _Figure) -> list[str]:
    """The keys of the numbers that make up a figure."""
    return [f"{figure.pk}:{part}" for part in (("of", "out-of") if figure.offered.denominator else ("of",))]


def _counts(keys: Iterable[Any], reader: Reader) -> list[Any]:
    found = []
    for key in dict.fromkeys(keys):
        code, _, part = key.rpartition(":")
        for figure in _figures([code], reader):
            if key in counts_under(figure):
                found.append(_Count(key, code, figure.offered, part == "out-of"))
    return found


def _see_counts(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    asked = _asked(reader)
    found = kept_or_counted((one.figure, asked) for one in rows)
    for one in rows:
        source = FIGURES[one.figure][0]
        number = one.of(found[one.figure, asked])
        title = f"{number:,} {one.words}" if number is not None else f"None yet: {one.words}"
        opens = source.key == "casework" and reader.may(Permission.MANAGE_CASES)
        page = reverse("casework:figures" if opens else "evidence:figures")
        text = f"{source.name}."
        state = "not_yet" if number is None else "done"
        yield Seen("count", one.pk, one.pk, title, state, "Counted", reader.day, text, page, one)


KINDS = (
    Kind("measure", "measure", "measures", Stage.COUNT, _see_measures, _measures),
    Kind("recorded", "recorded reading", "recorded readings", Stage.COUNT, _see_recorded, _recorded),
    Kind("reading", "frozen reading", "frozen readings", Stage.COUNT, _see_frozen, _frozen),
    Kind("figure", "figure", "figures", Stage.COUNT, _see_figures, made=_figures),
    Kind("count", "count", "counts", Stage.COUNT, _see_counts, made=_counts),
)
