"""On the thread from evidence: the evidence itself, what is stated of it, by which criterion, and what was published."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from typing import Any

from django.db.models import Prefetch, Q
from django.urls import reverse

from goldenthread.evidence.criteria import CRITERIA, SOURCE, Criterion
from goldenthread.evidence.kinds.shape import Kind, Reader, Seen, Stage
from goldenthread.evidence.models import Claim, DocumentVersion, StatementVersion
from goldenthread.evidence.queries.statements import sentence_of, titles_of
from goldenthread.kit.dates import in_words
from goldenthread.programme.models import Evidence


def _signed(reader: Reader) -> Any:
    return StatementVersion.objects.filter(stands_from__lte=reader.day).values("pk")


def _evidence(reader: Reader) -> Any:
    """For anybody: what may be published, is confirmed, and is cited by a signed statement. Nothing else is told of it."""
    rows = Evidence.objects.as_known_on(reader.day).select_related("area__plan", "superseded_by")
    cited = Claim.objects.filter(version__in=_signed(reader)).values("evidence")
    public = Q(is_publishable=True, confirmed_on__lte=reader.day, pk__in=cited)
    return reader.within(rows, scope="area__plan__programme__slug", public=public).order_by(
        "-dated_on", "-pk"
    )


def _see_evidence(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        newer = getattr(one, "superseded_by", None)
        if one.is_gone_on(reader.day):
            state, words = "late", "Cannot be opened any more"
        elif newer is not None and newer.known_on <= reader.day:
            state, words = "closed", "Newer evidence takes its place"
        elif one.is_confirmed_on(reader.day):
            state, words = "done", "Confirmed by a second person"
        else:
            state, words = "due", "Waits for a second person"
        text = one.says or one.get_shows_display()
        page = "" if reader.is_public else reverse("evidence:item", args=[one.pk])
        yield Seen(
            "evidence", one.pk, str(one.pk), one.title, state, words, one.dated_on, f"{text}.", page, one
        )


def _statements(reader: Reader) -> Any:
    rows = StatementVersion.objects.filter(begun_on__lte=reader.day)
    rows = rows.exclude(given_up_on__lte=reader.day).select_related(
        "statement__area__plan", "statement__priority"
    )
    rows = reader.within(
        rows, scope="statement__programme__slug", public=Q(pk__in=_signed(reader)),
    )  # fmt: skip
    return rows.order_by("-begun_on", "-number", "-pk")


def _see_statements(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    titles = titles_of([one.statement for one in rows], reader.day)
    for one in rows:
        state, words, when = _standing(one, reader)
        again = f"To be looked at again by {in_words(one.look_again_on)}." if one.look_again_on else ""
        page = reverse("published:statement" if reader.is_public else "evidence:statement", args=[one.key])
        title = f"Position statement {one.number}: {titles[one.statement_id]}"
        yield Seen(
            "statement",
            one.pk,
            str(one.key),
            title,
            state,
            words,
            when,
            again,
            page,
            one,
            f"Position statement {one.number}",
        )


def _standing(one: StatementVersion, reader: Reader) -> tuple[str, str, Any]:
    day = reader.day
    if one.superseded_on and one.superseded_on <= day:
        return "closed", "Followed by another", one.superseded_on
    if one.stands_from and one.stands_from <= day:
        if one.look_again_on and one.look_again_on <= day:
            return "late", "Out of date", one.stands_from
        return "done", "Signed by all", one.stands_from
    if one.offered_on and one.offered_on <= day:
        return "due", "Waits for signatures", one.offered_on
    return "not_yet", "Being written", one.begun_on


def _claims(reader: Reader) -> Any:
    evidence = Evidence.objects.select_related("superseded_by", "reading", "confirmed_by").order_by("pk")
    rows = Claim.objects.filter(version__in=_statements(reader).order_by().values("pk"))
    rows = rows.select_related("version__statement__area", "version__statement__priority")
    return rows.prefetch_related(Prefetch("evidence", evidence)).order_by(
        "-version__begun_on", "-version", "part", "place"
    )


def _see_claims(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        said = sentence_of(one, {}, reader.day)
        state, words = ("late", "Claims more than it shows") if said.red else ("done", one.get_part_display())
        page = reverse(
            "published:statement" if reader.is_public else "evidence:statement", args=[one.version.key]
        )
        yield Seen(
            "claim",
            one.pk,
            str(one.pk),
            f"“{one.text}”",
            state,
            words,
            one.version.begun_on,
            said.red,
            page,
            one,
        )


@dataclass(frozen=True)
class _Looked:
    """A criterion of the inspectors, as a row."""

    pk: str
    criterion: Criterion


def _criteria(keys: Iterable[Any], reader: Reader) -> list[Any]:
    held = [CRITERIA[key] for key in dict.fromkeys(keys) if key in CRITERIA]
    return [_Looked(one.code, one) for one in held if one.starts <= reader.day]


def _see_criteria(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        yield Seen(
            "criterion", one.pk, one.pk, one.criterion.words, "done", "What inspectors look at", one.criterion.starts,
            SOURCE + ".", row=one,
        )  # fmt: skip


def _versions(reader: Reader) -> Any:
    rows = DocumentVersion.objects.filter(published_on__lte=reader.day).defer("content")
    rows = rows.select_related("area", "programme")
    return reader.within(rows, scope="programme__slug", public=Q()).order_by("-published_on", "-pk")


def _see_versions(rows: Sequence[Any], reader: Reader) -> Iterable[Seen]:
    for one in rows:
        page = reverse("published:version", args=[one.key])
        yield Seen(
            "version",
            one.pk,
            str(one.key),
            str(one),
            "done",
            "Published",
            one.published_on,
            one.note,
            page,
            one,
        )


KINDS = (
    Kind("criterion", "criterion", "criteria", Stage.WHY, _see_criteria, made=_criteria),
    Kind("statement", "position statement", "position statements", Stage.SAY, _see_statements, _statements, gate_field="key"),
    Kind("claim", "sentence of a statement", "sentences of statements", Stage.SAY, _see_claims, _claims),
    Kind("evidence", "piece of evidence", "pieces of evidence", Stage.SHOW, _see_evidence, _evidence),
    Kind("version", "published version", "published versions", Stage.CAME, _see_versions, _versions, gate_field="key"),
)  # fmt: skip
