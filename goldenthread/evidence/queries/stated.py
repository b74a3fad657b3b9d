"""Documents made of signed position statements: the self-evaluation by criterion, and the progress of a strategy by priority."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.evidence.criteria import criteria_in_force
from goldenthread.evidence.models import StatementVersion, StrategyReview
from goldenthread.evidence.publishing.parts import Figure, Heading, Paragraph, Part, Table
from goldenthread.evidence.queries.now import Now
from goldenthread.evidence.queries.statements import Cited, Held, Said, statements_held
from goldenthread.evidence.queries.strategy import Looked, priorities_of_plan
from goldenthread.kit.dates import in_words
from goldenthread.programme.choices import Regime
from goldenthread.programme.models import Area, Plan
from goldenthread.programme.queries.areas import plans_as_known

UNSIGNED = "No position statement of this is signed yet by the council, the integrated care board and the parent carer forum."
EVIDENCE = ("Number", "What it is", "Date", "What it shows", "In a sentence")
DECIDED = ("Priority", "What becomes of it", "Why", "What it says from now on")


def self_evaluation(now: Now, area: Area | None) -> Iterator[Part]:
    """What inspectors look at, criterion by criterion, with the statement that stands of each."""
    versions = StatementVersion.objects.filter(statement__programme=now.programme).exclude(
        statement__criterion=""
    )
    standing = statements_held(versions.standing_on(now.day).select_related("statement"), now.day)
    by_criterion = {one.version.statement.criterion: one for one in standing}
    criteria = criteria_in_force(now.day)
    if not criteria:
        yield Paragraph("none", "No criteria of the inspectors that we know were in force on this day.")
    for criterion in criteria:
        yield Heading(criterion.words)
        yield from stated(f"criterion/{criterion.code}", by_criterion.get(criterion.code))


def strategy_progress(now: Now, area: Area | None) -> Iterator[Part]:
    """Each public strategy: what its last agreed review decided, and of each priority what is shown and stated."""
    plans = plans_as_known(now.programme, now.day, public=True)
    strategies = [one.plan for one in plans if one.plan.regime == Regime.STRATEGY]
    for plan in strategies:
        yield from _strategy(plan, now)
    if not strategies:
        yield Paragraph("none", "There is no public strategy yet.")


def _strategy(plan: Plan, now: Now) -> Iterator[Part]:
    review = (
        StrategyReview.objects.filter(plan=plan, agreed_on__lte=now.day).order_by("agreed_on", "pk").last()
    )
    looked = priorities_of_plan(plan, review, now.day)
    yield Heading(plan.title)
    yield Paragraph(f"{plan.key}/review", _reviewed(review))
    judged = [
        [_named(one), one.verdict.get_choice_display(), one.verdict.reason, one.verdict.new_words]
        for one in looked if one.verdict
    ]  # fmt: skip
    if judged:
        yield Table(f"{plan.key}/decided", "What the review decided of each priority", DECIDED, judged)
    for one in looked:
        prefix = f"{plan.key}/priority-{one.priority.number}"
        yield Heading(f"Priority {_named(one)}")
        yield Paragraph(f"{prefix}/carried", _carried(one))
        yield from stated(prefix, one.statement)


def _named(one: Looked) -> str:
    return f"{one.priority.number}. {one.priority.title}"


def _reviewed(review: StrategyReview | None) -> str:
    if review is None or review.agreed_on is None:
        return "No yearly review of this strategy is agreed yet."
    said = (
        f"Reviewed in {review.begun_on.year}, agreed by {review.agreed_by} on {in_words(review.agreed_on)}."
    )
    if not review.asked_words:
        return f"{said} Nobody was asked before this review."
    count = (
        f"{review.asked_count:,} people answered"
        if review.asked_count is not None
        else "how many answered is not known"
    )
    return f"{said} Who was asked: {review.asked_words} ({count})."


def _carried(one: Looked) -> str:
    by = [*one.areas, *([f"{one.actions:,} action{'' if one.actions == 1 else 's'}"] if one.actions else [])]
    carried = f"Carried by {', '.join(by)}." if by else "Nothing in a plan carries it."
    if not one.shown:
        return f"{carried} No confirmed evidence speaks of a difference."
    what = "piece of evidence speaks" if one.shown == 1 else "pieces of evidence speak"
    return f"{carried} {one.shown:,} confirmed {what} of a difference."


def stated(prefix: str, held: Held | None) -> Iterator[Part]:
    """A signed statement as parts of a document: who signed, its sentences in four parts, what they rest on, its readings."""
    if held is None:
        yield Paragraph(f"{prefix}/signed", UNSIGNED)
        return
    yield Paragraph(f"{prefix}/signed", _signed(held))
    for number, words in enumerate(held.stale_in_public):
        yield Paragraph(f"{prefix}/stale-{number}", f"Out of date: {words}")
    cited = {one.evidence.pk: one for said in held.sentences for one in said.cited}
    numbers = {pk: number for number, pk in enumerate(cited, start=1)}
    for part, sentences in held.parts:
        for place, said in enumerate(sentences):
            yield Paragraph(f"{prefix}/{part.value}-{place}", f"{part.label}: {_sentence(said, numbers)}")
    if cited:
        rows = [[f"{numbers[pk]}", *_evidence(one)] for pk, one in cited.items()]
        yield Table(f"{prefix}/evidence", "What this rests on", EVIDENCE, rows)
    yield from (_reading(prefix, one) for one in cited.values() if _has_reading(one))


def _signed(held: Held) -> str:
    version = held.version
    signed = "; ".join(f"{one.organisation.name}, {in_words(one.signed_on)}" for one in held.signatures)
    since = f", stands since {in_words(version.stands_from)}" if version.stands_from else ""
    return f"Position statement {version.number}{since}. Signed by {signed}. SHA-256 {version.sha256}."


def _sentence(said: Said, numbers: dict[int, int]) -> str:
    rests = ", ".join(str(numbers[one.evidence.pk]) for one in said.cited)
    red = f" Not shown: {said.red}" if said.red else ""
    return f"{said.claim.text}{f' (Rests on {rests}.)' if rests else ''}{red}"


def _evidence(cited: Cited) -> list[str]:
    one = cited.evidence
    kind, day = str(one.get_kind_display()), str(one.dated_on)
    if not one.is_publishable:
        return [f"{kind}, held by the partners and not published", day, "", ""]
    return [f"{one.title} ({kind.lower()})", day, str(one.get_shows_display()), one.says]


def _has_reading(cited: Cited) -> bool:
    return cited.evidence.is_publishable and hasattr(cited.evidence, "reading")


def _reading(prefix: str, cited: Cited) -> Figure:
    frozen = cited.evidence.reading.frozen
    counted = frozen.counted
    value = f"{counted.value:.1f}%" if counted.denominator is not None else f"{frozen.numerator:,}"
    source = f"Frozen on {in_words(frozen.frozen_on)}"
    if frozen.rows_hash:
        source = f"{source}. SHA-256 of the rows: {frozen.rows_hash}"
    return Figure(
        f"{prefix}/reading-{frozen.measure.key}-{frozen.until.isoformat()}", frozen.measure.name, value,
        frozen.numerator if counted.denominator is not None else None, counted.denominator,
        f"{frozen.counts} {in_words(frozen.since)} to {in_words(frozen.until)}.", frozen.until.isoformat(), source,
    )  # fmt: skip
