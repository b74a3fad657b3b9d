"""Statements as they stand: what each sentence rests on, what makes one red, and when one is out of date."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass, field
from datetime import date
from typing import Any

from django.db.models import Prefetch, prefetch_related_objects

from goldenthread.evidence.figures import FIGURES
from goldenthread.evidence.models import Claim, Frozen, Signatory, Statement, StatementPart, StatementVersion
from goldenthread.evidence.queries.live import counted_again, live_measures
from goldenthread.kit.dates import in_words
from goldenthread.programme.models import Area, Evidence
from goldenthread.programme.queries.areas import areas_as_known

WORSE = 0.05
"""A live figure that is worse than the frozen one by more than a twentieth of it makes what rests on it out of date. Ours."""

HIDDEN_TROUBLE = "Something that it rests on, and that is not published, has changed or is gone."


@dataclass(frozen=True)
class Cited:
    """One piece of evidence under a sentence, and what is to be said of it on the day.

    `proves_impact`: it speaks of experience or outcome, a second person had confirmed it, and it could be opened.
    """

    evidence: Evidence
    proves_impact: bool
    troubles: tuple[str, ...] = ()


@dataclass(frozen=True)
class Said:
    """A sentence with what it rests on. `red` says why it does not hold by itself; empty when it does."""

    claim: Claim
    cited: tuple[Cited, ...]
    red: str

    @property
    def troubles(self) -> list[str]:
        """What has happened to its evidence."""
        return [words for one in self.cited for words in one.troubles]


@dataclass(frozen=True)
class Held:
    """A statement on a day: its sentences by part, whether any is red, and why it is out of date if it is."""

    version: StatementVersion
    day: date
    title: str
    parts: tuple[tuple[StatementPart, tuple[Said, ...]], ...]
    stale: tuple[str, ...] = field(default=())

    @property
    def sentences(self) -> list[Said]:
        """All of them, in the order of reading."""
        return [one for _, said in self.parts for one in said]

    @property
    def reds(self) -> list[Said]:
        """Those that do not hold by themselves."""
        return [one for one in self.sentences if one.red]

    @property
    def stale_in_public(self) -> tuple[str, ...]:
        """Why it is out of date, without a word of evidence that is not for everybody."""
        hidden = {words for one in self.sentences for cited in one.cited
                  if not cited.evidence.is_publishable for words in cited.troubles}  # fmt: skip
        shown = tuple(words for words in self.stale if words not in hidden)
        return shown if len(shown) == len(self.stale) else (*shown, HIDDEN_TROUBLE)

    @property
    def signatures(self) -> list[Any]:
        """What the partners had answered."""
        return [one for one in self.version.signatures.all() if one.signed_on <= self.day]

    @property
    def unsigned(self) -> str:
        """The partners who have not answered, in words; nothing when all have."""
        answered = {one.partner for one in self.signatures}
        return ", ".join(one.label.lower() for one in Signatory if one not in answered)

    def _by(self, day: date | None) -> bool:
        return day is not None and day <= self.day

    @property
    def stands(self) -> bool:
        """Whether all had signed it, and no other had followed."""
        return self._by(self.version.stands_from) and not self._by(self.version.superseded_on)

    @property
    def state(self) -> str:
        """Where it stood, in a word that `status` knows."""
        if self._by(self.version.given_up_on) or self._by(self.version.superseded_on):
            return "plain"
        if self.reds or self.stale:
            return "late"
        return "done" if self.stands else "due"

    @property
    def words(self) -> str:
        """Where it stood, in words."""
        if self._by(self.version.given_up_on):
            return "Given up"
        if self._by(self.version.superseded_on):
            return "Followed by another"
        if self.stands:
            return "Out of date" if self.stale else "Stands"
        if not self._by(self.version.offered_on):
            return "Being written"
        if refused := [one for one in self.signatures if not one.agrees]:
            return f"{refused[0].organisation} does not agree"
        return f"Waits for {len(Signatory) - len(self.signatures)} of {len(Signatory)} signatures"


def _prepared(versions: Iterable[StatementVersion]) -> list[StatementVersion]:
    held = list(versions)
    evidence = Evidence.objects.select_related(
        "superseded_by", "reading__frozen__measure__plan", "area", "confirmed_by"
    ).order_by("pk")
    prefetch_related_objects(
        held, "signatures__organisation", "statement__area", "statement__priority",
        Prefetch("claims", Claim.objects.prefetch_related(Prefetch("evidence", evidence))),
    )  # fmt: skip
    return held


def statements_held(versions: Iterable[StatementVersion], day: date) -> list[Held]:
    """These statements on a day. The figures behind their evidence are counted once, however many sentences cite them."""
    held = _prepared(versions)
    cited = {
        one.pk: one for version in held for claim in version.claims.all() for one in claim.evidence.all()
    }
    moved = _moved([one.reading.frozen for one in cited.values() if hasattr(one, "reading")], day)
    titles = titles_of([one.statement for one in held], day)
    return [_held(one, titles[one.statement_id], moved, day) for one in held]


def statement_held(version: StatementVersion, day: date) -> Held:
    """One statement on a day."""
    return statements_held([version], day)[0]


def titles_of(statements: Iterable[Statement], day: date) -> dict[int, str]:
    """By id, what each statement is about, an area with its title of the day."""
    held = list(statements)
    areas = areas_as_known(Area.objects.filter(pk__in=[one.area_id for one in held if one.area_id]), day)
    named = {one.area.pk: one.title for one in areas}
    return {
        one.pk: f"{one}: {named[one.area_id]}" if one.area_id in named else str(one) for one in held
    }  # fmt: skip


def _held(version: StatementVersion, title: str, moved: dict[int, str], day: date) -> Held:
    said = [sentence_of(one, moved, day) for one in version.claims.all()]
    parts = tuple((part, tuple(one for one in said if one.claim.part == part)) for part in StatementPart)
    stale: list[str] = []
    if version.look_again_on and version.look_again_on <= day and not version.superseded_on:
        stale.append(f"It was to be looked at again by {in_words(version.look_again_on)}.")
    stale += list(dict.fromkeys(words for one in said for words in one.troubles))
    return Held(version, day, title, parts, tuple(stale) if version.offered_on else ())


def sentence_of(claim: Claim, moved: dict[int, str], day: date) -> Said:
    """A sentence on a day; `moved` says of frozen readings, by id, why they are not borne out any more."""
    cited = tuple(
        Cited(one, one.proves_impact_on(day), tuple(_troubles(one, moved, day)))
        for one in claim.evidence.all()
    )
    red = ""
    if claim.claims_impact and not any(one.proves_impact for one in cited):
        red = "It says that something is different, and cites no confirmed evidence of experience or outcome."
    elif claim.part == StatementPart.CONCLUSION and not cited:
        red = "It cites no evidence."
    return Said(claim, cited, red)


def _troubles(evidence: Evidence, moved: dict[int, str], day: date) -> Iterable[str]:
    if evidence.gone_on and evidence.is_gone_on(day):
        yield f"“{evidence.title}” cannot be opened any more ({in_words(evidence.gone_on)}: {evidence.gone_why})."
    newer = getattr(evidence, "superseded_by", None)
    if newer and newer.known_on <= day:
        yield f"Newer evidence takes the place of “{evidence.title}”: “{newer.title}”."
    if hasattr(evidence, "reading") and (words := moved.get(evidence.reading.frozen_id)):
        yield words


def _moved(readings: list[Frozen], day: date) -> dict[int, str]:
    """For each frozen reading that is not borne out any more, why: counted again it differs, or the live figure is worse."""
    live = live_measures({one.measure_id: one.measure for one in readings}.values(), day, day)
    found: dict[int, str] = {}
    for one in readings:
        now = live.get(one.measure_id)
        offered = FIGURES[one.figure][1] if one.figure in FIGURES else None
        again = counted_again(one, day)
        if not again.is_equal:
            found[one.pk] = (
                f"The frozen reading of “{one.measure.name}” ({in_words(one.until)}): {again.words}"
            )
        elif offered and now and now.tie.figure == one.figure and _is_worse(one, now.counted, offered.better):
            found[one.pk] = (
                f"“{one.measure.name}” has got worse: it was {offered.words(one.counted)} on {in_words(one.until)}, "
                f"and is {now.value} now."
            )
    return found


def _is_worse(frozen: Frozen, now: Any, better: str) -> bool:
    was, value = frozen.counted.value, now.value if now else None
    if was is None or value is None:
        return False
    if not better:
        return False
    change = float(value) - float(was)
    return (-change if better == "higher" else change) > WORSE * abs(float(was))


def content_of(version: StatementVersion) -> dict[str, Any]:
    """What is signed: every sentence with what it cites, as plain data."""
    return {
        "statement": str(version.statement), "number": version.number,
        "look_again_on": version.look_again_on.isoformat() if version.look_again_on else "",
        "sentences": [
            {"part": one.part, "text": one.text, "claims_impact": one.claims_impact,
             "evidence": [[cited.pk, cited.title, cited.says, cited.shows, str(cited.dated_on)]
                          for cited in sorted(one.evidence.all(), key=lambda cited: cited.pk)]}
            for one in version.claims.prefetch_related("evidence").order_by("part", "place")
        ],
    }  # fmt: skip
