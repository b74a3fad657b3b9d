"""The papers of a case as parts of a bundle, each rendered for its reader: nothing in them is made of another case's rows."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict, dataclass
from datetime import date
from typing import Any

from django.db.models import Q

from goldenthread.casework.models import (
    Advice,
    AdviceState,
    Case,
    Letter,
    Message,
    Paper,
    PlanVersion,
    Review,
)
from goldenthread.casework.papers import letter_paper
from goldenthread.casework.plan.masking import masked
from goldenthread.casework.plan_papers import plan_paper, rendering
from goldenthread.casework.queries.plan_readers import PlanReader
from goldenthread.casework.queries.reviews import progress_of
from goldenthread.casework.queries.story import story_of
from goldenthread.kit.binding import Part
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Grid, Heading, Picture, Points, Text
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import PDF, TEXT, WORD, File, inside

WITHHELD = (
    "It holds an address or telephone number that its reader may not learn. Black it out, and add it again."
)


@dataclass(frozen=True)
class Document:
    """One document that may go into a bundle: what it says, and what it looks like."""

    key: str
    title: str
    blocks: tuple[Block, ...] = ()
    file: File | None = None
    words: str = ""
    is_scan: bool = False
    pages: int = 0
    trouble: str = ""

    @property
    def part(self) -> Part:
        """As the bundle takes it."""
        is_pdf = self.file is not None and self.file.mime == PDF
        return Part(
            self.title,
            self.blocks,
            self.file.content if is_pdf and self.file else b"",
            self.pages if is_pdf else 0,
        )

    @property
    def sha256(self) -> str:
        """Of its words and its file."""
        shown = json.dumps([self.title, [_hashable(one) for one in self.blocks]], ensure_ascii=False).encode()
        return hashlib.sha256(shown + (self.file.content if self.file else b"")).hexdigest()


def _hashable(block: Block) -> Any:
    held = asdict(block)
    return {**held, "data": hashlib.sha256(block.data).hexdigest()} if isinstance(block, Picture) else held


def _said(blocks: Iterable[Block]) -> Iterator[str]:
    """Every word of some blocks."""
    for one in blocks:
        if isinstance(one, Heading | Text):
            yield one.text
        elif isinstance(one, Points):
            yield from one.points
        elif isinstance(one, Grid):
            yield from (cell for row in one.rows for cell in row)
        elif isinstance(one, Picture):
            yield one.alt
        else:
            yield from one.lines


def _own(key: str, title: str, blocks: Iterable[Block]) -> Document:
    """A document of our own making."""
    held = tuple(blocks)
    return Document(key, title, held, words="\n".join(_said(held)))


def chronology(case: Case, reader: PlanReader, on: date) -> Document:
    """What happened, day by day, with the reasons that were given."""
    rows = [(in_words(one.event.occurred_on), one.kind.title, "; ".join(f"{label}: {words}" for label, words in one.facts))
            for one in reversed(story_of(case, on, today=on).told)]  # fmt: skip
    columns = ("Day", "What happened", "What was recorded")
    table = Grid(columns, masked(rows_of(rows), reader.hidden))
    return _own("chronology", "What happened, day by day", [table])


def rows_of(rows: Iterable[Iterable[str]]) -> list[list[str]]:
    """Rows as plain lists."""
    return [list(row) for row in rows]


def letters(case: Case, reader: PlanReader, of: Any = None) -> Iterator[Document]:
    """The letters that were sent, without the address at their head; for one of the family, none that went to another of it."""
    held = Letter.objects.filter(case=case, sealed_on__isnull=False).order_by("sealed_on", "pk")
    if of is not None:
        held = held.filter(Q(**of) | Q(organisation__isnull=False))
    for one in held:
        assert one.sealed_on is not None
        paper = letter_paper(one, masked(list(one.words), reader.hidden), one.sealed_on)
        yield _own(
            f"letter-{one.pk}", f"Letter of {in_words(one.sealed_on)}: {one.get_kind_display()}", paper.blocks
        )


def versions(case: Case, reader: PlanReader, *, newest_only: bool = False) -> Iterator[Document]:
    """The versions of the plan that were issued, the earliest first."""
    held = list(PlanVersion.objects.filter(case=case).order_by("number"))
    for one in held[-1:] if newest_only else held:
        paper = plan_paper(rendering(one, reader))
        title = f"{one.get_stage_display()}, version {one.number}, {in_words(one.issued_on)}"
        yield _own(f"version-{one.number}", title, [Text(paper.subtitle), *paper.blocks])


def advice(case: Case, reader: PlanReader) -> Iterator[Document]:
    """Advice that is in: its numbered paragraphs, and its file if it came as one."""
    held = Advice.objects.filter(case=case, state__in=[AdviceState.IN, AdviceState.REUSED, AdviceState.RETURNED],
                                 received_on__isnull=False).select_related("paper").order_by("received_on", "pk")  # fmt: skip
    for one in held:
        who = ", ".join(part for part in (one.author, one.role, one.body) if part)
        blocks = [Text(f"{number}. {words}") for number, words, _ in masked(one.paragraphs, reader.hidden)]
        day = in_words(one.dated_on or one.received_on or date.min)
        yield _own(f"advice-{one.pk}", f"Advice: {who}, {day}", blocks)
        if one.paper is not None:
            yield filed(f"advice-file-{one.pk}", f"Advice as it came: {one.body}", one.paper, reader)


def reviews(case: Case, reader: PlanReader) -> Iterator[Document]:
    """Reports of annual reviews that were sent."""
    for one in Review.objects.filter(case=case, sent_on__isnull=False).order_by("sent_on", "pk"):
        assert one.sent_on is not None
        yield _own(
            f"review-{one.pk}",
            f"Report of an annual review, {in_words(one.sent_on)}",
            _of_review(one, reader),
        )


def _of_review(review: Review, reader: PlanReader) -> list[Block]:
    blocks: list[Block] = []
    for title, words in (("The child’s views", review.views), ("The family’s views", review.family_views)):
        if words:
            blocks += [Heading(title), Text(masked(words, reader.hidden))]
    came = [f"{one.outcome.text}: {one.state.replace('-', ' ')}. {one.words}" for one in progress_of(review)]
    if came:
        blocks += [Heading("How far the outcomes came"), Points(tuple(masked(came, reader.hidden)))]
    blocks += [
        Heading("Recommended"),
        Text(masked(f"{review.get_recommendation_display()}. {review.reasons}", reader.hidden)),
    ]
    return blocks


def messages(case: Case, reader: PlanReader, of: Any) -> Iterator[Document]:
    """Messages of one of the family, each with its files; for anybody else, the files that came with messages."""
    held = Message.objects.filter(case=case).prefetch_related("papers").order_by("on", "pk")
    if of is not None:
        held = held.filter(**of)
        rows = [(in_words(one.on), "From us" if one.is_ours else "To us", one.words) for one in held]
        if rows:
            yield _own(
                "messages", "Messages", [Grid(("Day", "Way", "Words"), masked(rows_of(rows), reader.hidden))]
            )
    for one in held:
        for paper in one.papers.all():
            yield filed(f"paper-{paper.pk}", f"{paper.name}, which came on {in_words(one.on)}", paper, reader)


def filed(key: str, title: str, paper: Paper, reader: PlanReader) -> Document:
    """A file that somebody sent: a PDF or picture as it is, a Word document or text by its words."""
    if paper.is_shut:
        return Document(key, title, trouble=f"{paper.get_scan_display()}.")
    file = File(paper.name, paper.mime, bytes(paper.content))
    try:
        said = inside(file)
    except Refused as refused:
        return Document(key, title, trouble=refused.sentence)
    if file.mime == PDF:
        trouble = WITHHELD if masked(said.text, reader.hidden) != said.text else ""
        return Document(
            key, title, file=file, words=said.text, is_scan=said.is_scan, pages=said.pages, trouble=trouble
        )
    if file.mime in (WORD, TEXT):
        words = masked([words for words, _ in said.paragraphs], reader.hidden)
        return Document(key, title, tuple(Text(one) for one in words), words=said.text)
    if file.mime in ("image/png", "image/jpeg"):
        picture = Picture(file.content, f"The file “{paper.name}”, a picture", height=20)
        return Document(key, title, (picture,), is_scan=True)
    return Document(
        key, title, trouble=f"“{paper.name}” is a photo of a kind that cannot be bound. Add it as JPEG."
    )


Composed = Callable[[Case, PlanReader, date, Any], Iterator[Document]]


def for_panel(case: Case, reader: PlanReader, on: date, of: Any) -> Iterator[Document]:
    """What a panel weighs: the way of the case, the advice, the plan as it stands."""
    yield chronology(case, reader, on)
    yield from advice(case, reader)
    yield from versions(case, reader, newest_only=True)


def for_tribunal(case: Case, reader: PlanReader, on: date, of: Any) -> Iterator[Document]:
    """What the tribunal reads: chronology, decisions and letters, every version, the advice, reviews, and files that came."""
    yield chronology(case, reader, on)
    yield from letters(case, reader)
    yield from versions(case, reader)
    yield from advice(case, reader)
    yield from reviews(case, reader)
    yield from messages(case, reader, None)


def for_subject(case: Case, reader: PlanReader, on: date, of: Any) -> Iterator[Document]:
    """What we hold, for the one who asked: the whole course, and of letters and messages none of another of the family."""
    if of is None:
        return  # nobody of the family: there is nothing that we may give
    yield chronology(case, reader, on)
    yield from letters(case, reader, of)
    yield from versions(case, reader)
    yield from advice(case, reader)
    yield from reviews(case, reader)
    yield from messages(case, reader, of)


def for_authority(case: Case, reader: PlanReader, on: date, of: Any) -> Iterator[Document]:
    """What another authority needs to go on with a plan. Messages, notes and panel papers stay (queries/case_file.py)."""
    yield chronology(case, reader, on)
    yield from versions(case, reader)
    yield from advice(case, reader)
    yield from reviews(case, reader)
    yield from letters(case, reader)


COMPOSED: dict[str, Composed] = {
    "panel": for_panel, "tribunal": for_tribunal, "subject-access": for_subject, "case-file": for_authority,
}  # fmt: skip
