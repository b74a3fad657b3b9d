"""What goes into a pack, file by file, as at a day."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

from goldenthread.evidence.models import (
    DocumentForm,
    Frozen,
    Pack,
    PackKind,
    StatementVersion,
)
from goldenthread.evidence.publishing import forms
from goldenthread.evidence.publishing.packing import File, as_csv, as_workbook
from goldenthread.evidence.publishing.parts import Document, Heading, Paragraph, Part, fingerprint
from goldenthread.evidence.queries.closing import closing_of
from goldenthread.evidence.queries.composing import compose
from goldenthread.evidence.queries.statements import Held, statements_held
from goldenthread.partners.models import Body
from goldenthread.programme.models import Area, Decision, Evidence, Programme
from goldenthread.returns.queries import lists

Making = Callable[[Programme, date], list[File]]
INDEX = (
    "Number", "Area", "Action", "What it is", "Kind", "Date", "What it shows", "In a sentence", "Whose experience",
    "Who answers for it", "How sure", "Confirmed on", "Where it can be read", "Gone on",
)  # fmt: skip


def steps_of(pack: Pack) -> list[tuple[str, Making]]:
    """What is made, in order, with the words for its progress."""
    steps: list[tuple[str, Making]] = [
        ("the statement of action", _document(DocumentForm.STATEMENT, "1-statement-of-action", pack)),
        ("the review paper", _document(DocumentForm.REVIEW_PACK, "2-review-paper", pack)),
        ("position statements", _statements),
        ("the index of evidence", _index),
        ("what reviews asked", _asks),
        ("decisions of meetings", _decisions),
        ("frozen readings", _readings),
        ("who governs", _governance),
    ]
    if pack.kind == PackKind.INSPECTION:
        steps.append(("the lists of children", _lists))
    return steps


def _document(form: str, name: str, pack: Pack) -> Making:
    def make(programme: Programme, day: date) -> list[File]:
        return _in_forms(compose(programme, form, on=day), name, f"{DocumentForm(form).label}, as at the day")

    return make


def _in_forms(document: Document, name: str, what: str) -> list[File]:
    said: dict[str, Any] = {"version": "As in this pack", "sha256": fingerprint(document.as_data())}
    return [
        File(f"{name}.pdf", what, forms.as_pdf(document, **said)),
        File(f"{name}.docx", f"{what}, as a Word document", forms.as_docx(document, **said)),
        File(f"{name}.json", f"{what}, as data", forms.as_json(document)),
    ]


def _statements(programme: Programme, day: date) -> list[File]:
    standing = StatementVersion.objects.filter(statement__programme=programme).standing_on(day)
    held = statements_held(standing.select_related("statement__area", "statement__priority"), day)
    document = Document(
        "position-statements", "Position statements", programme.local_area, day.isoformat(),
        list(_said(held)) or [Paragraph("none", "No position statement was signed by this day.")],
    )  # fmt: skip
    return _in_forms(
        document, "3-position-statements", "Every statement that stood on the day, with its evidence"
    )


def _said(held: list[Held]) -> Iterator[Part]:
    for one in held:
        yield Heading(one.title)
        signed = ", ".join(
            f"{each.organisation.name} ({each.signed_on.isoformat()})" for each in one.signatures
        )
        yield Paragraph(
            f"{one.version.key}/signed", f"{one.words}. Signed by {signed}. SHA-256 {one.version.sha256}."
        )
        for words in one.stale:
            yield Paragraph(f"{one.version.key}/stale", f"Out of date: {words}")
        for place, said in enumerate(one.sentences):
            part = said.claim.get_part_display()
            rests = (
                "; ".join(f"[{each.evidence.pk}] {each.evidence.title}" for each in said.cited)
                or "nothing cited"
            )
            red = f" NOT SHOWN: {said.red}" if said.red else ""
            yield Paragraph(
                f"{one.version.key}/{place}", f"{part}: {said.claim.text} (Rests on: {rests}.){red}"
            )


def _index(programme: Programme, day: date) -> list[File]:
    held = Evidence.objects.in_use(day).filter(area__plan__programme=programme)
    rows = [
        [one.pk, one.area.number, one.action.number if one.action else "", one.title, one.get_kind_display(), str(one.dated_on),
         one.get_shows_display(), one.says, one.whose, one.owner, one.get_confidence_display(), _day(one.confirmed_on, day),
         one.address, _day(one.gone_on, day)]
        for one in held.select_related("area", "action").order_by("area__plan_id", "area__number", "pk")
    ]  # fmt: skip
    what = "Every piece of evidence in use on the day"
    return [
        File("4-evidence.csv", what, as_csv(INDEX, rows)),
        File("4-evidence.xlsx", f"{what}, as a workbook", as_workbook("Evidence", INDEX, rows)),
    ]


def _day(found: date | None, day: date) -> str:
    return found.isoformat() if found and found <= day else ""


def _asks(programme: Programme, day: date) -> list[File]:
    rows = []
    for area in Area.objects.filter(plan__programme=programme, answers__isnull=False).distinct():
        closing = closing_of(area, day)
        for one in closing.asks if closing else ():
            answered = "; ".join(f"[{each.pk}] {each.title}" for each in one.evidence)
            is_answered = "yes" if one.is_answered else "no"
            rows.append([area.number, str(one.point.review), one.point.text, answered, is_answered])
    columns = ("Area", "Review", "What was asked", "Evidence put forward", "Confirmed evidence answers it")
    return [
        File("5-what-reviews-asked.csv", "Each ask of a review and what answers it", as_csv(columns, rows))
    ]


def _decisions(programme: Programme, day: date) -> list[File]:
    held = Decision.objects.as_known_on(day).filter(programme=programme).select_related("body")
    rows = [
        [str(one.decided_on), str(one.body), one.words, one.letter_title, one.letter_address] for one in held
    ]
    columns = ("Day", "Body", "What was decided", "Letter", "Where it can be read")
    return [File("6-decisions.csv", "What bodies decided, in recorded words", as_csv(columns, rows))]


def _readings(programme: Programme, day: date) -> list[File]:
    held = Frozen.objects.filter(measure__plan__programme=programme, frozen_on__lte=day).select_related(
        "measure"
    )
    rows = [
        [one.measure.name, one.since.isoformat(), one.until.isoformat(), one.numerator,
         "" if one.denominator is None else one.denominator, one.counts, one.figure, one.version, one.rows_hash]
        for one in held
    ]  # fmt: skip
    columns = (
        "Measure",
        "From",
        "To",
        "Numerator",
        "Denominator",
        "What it counts",
        "Figure",
        "Version",
        "SHA-256 of its rows",
    )
    return [
        File("7-frozen-readings.csv", "Readings kept as evidence, with their parts", as_csv(columns, rows))
    ]


def _governance(programme: Programme, day: date) -> list[File]:
    rows = [
        [one.name, one.get_kind_display(), str(one.organisation or ""), "; ".join(str(up) for up in one.reports_to.all()),
         one.frequency, one.role, str(one.began_on or ""), str(one.ended_on or "")]
        for one in Body.objects.select_related("organisation").prefetch_related("reports_to")
        if not (one.began_on and one.began_on.first > day)
    ]  # fmt: skip
    columns = (
        "Body",
        "Kind",
        "Organisation",
        "Reports to",
        "How often it meets",
        "Its part",
        "Since",
        "Until",
    )
    return [File("8-who-governs.csv", "Bodies, to whom each reports, and since when", as_csv(columns, rows))]


def _lists(programme: Programme, day: date) -> list[File]:
    made = lists.lists_on(day)
    return [
        File("9-lists-of-children.xlsx", "Both lists with the headings that inspectors ask for. Names no child; "
             "each row is one child all the same", lists.as_workbook(made.rows)),
        File("9-checks-of-the-lists.csv", "What the checks found in them", as_csv(
            ("Check", "Severity", "Column", "How often", "What it says"),
            [[one.code, one.severity, one.column, one.count, one.says] for one in made.findings])),
    ]  # fmt: skip
