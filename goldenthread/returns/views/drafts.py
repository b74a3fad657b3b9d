"""Our own SEN2 return: drafts, what the checks found and where it is mended, what changed."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.core.paginator import Paginator
from django.http import HttpRequest, HttpResponse
from django.shortcuts import get_object_or_404, redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader, standing
from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.table import Cell, Column, Table
from goldenthread.returns.actions.drafting import ask_for_draft
from goldenthread.returns.building.persons import census_for
from goldenthread.returns.forms.draft import DraftForm, SignForm
from goldenthread.returns.models import DraftState, ReturnDraft
from goldenthread.returns.queries.drafts import by_check, findings_of, items_of, mending, reasons
from goldenthread.sen2.years import CENSUS_DAYS, LAST

A_PAGE = 50


def crumbs(draft: ReturnDraft | None = None) -> list[dict[str, str]]:
    """The way here."""
    way = [{"text": "My work", "href": reverse("programme_staff:my_work")}]
    if draft is not None:
        way += [{"text": "SEN2 return", "href": reverse("returns:drafts")},
                {"text": str(draft), "href": reverse("returns:draft", args=[draft.key])}]  # fmt: skip
    return way


@needs(Permission.SIGN_RETURNS)
def drafts(http: HttpRequest) -> HttpResponse:
    """The drafts and the frozen returns, the newest first; who builds returns asks for another here."""
    may_build = standing(http).may(Permission.BUILD_RETURNS)
    held = list(ReturnDraft.objects.defer("packed", "changes").select_related("recorded_by"))
    rows = [
        [Cell(str(one), href=reverse("returns:draft", args=[one.key])), one.known_on, one.get_state_display(),
         one.persons if one.is_made else "", one.errors if one.is_made else "", one.queries if one.is_made else ""]
        for one in held
    ]  # fmt: skip
    columns = [Column("Return"), Column("As known on"), Column("State"), Column("Persons", True), Column("Errors", True),
               Column("To ask about", True)]  # fmt: skip
    table = Table(
        "Drafts and returns", columns, rows, is_caption_hidden=True, empty="No draft has been made yet."
    )
    page = {"table": table, "form": _form(held), "may_build": may_build, "breadcrumbs": crumbs()}
    return render(http, "returns/drafts.html", page)


def _form(held: list[ReturnDraft], data: Any = None) -> DraftForm:
    """The form, with what the last draft said."""
    today = timezone.localdate()
    coming = census_for(today)
    newest = coming.year if coming else LAST
    years = [(str(one), f"{one}: census day {CENSUS_DAYS[one]:%-d %B %Y}") for one in (newest, newest - 1)
             if one in CENSUS_DAYS]  # fmt: skip
    last = held[0] if held else None
    initial = {name: getattr(last, name) for name in ("authority", *DraftForm.OFFICERS)} if last else {}
    return DraftForm(data, years=years, initial=initial)


@needs(Permission.BUILD_RETURNS)
def ask(http: HttpRequest) -> HttpResponse:
    """Ask for a draft as the cases are known today."""
    held = list(ReturnDraft.objects.defer("packed", "changes")[:1])
    form = _form(held, http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            draft = ask_for_draft(
                year=int(data["year"]), on=timezone.localdate(), authority=data["authority"], officers=form.officers,
                by=reader(http),
            )  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("returns:draft", draft.key)
    page = {
        "form": form,
        "breadcrumbs": [*crumbs(), {"text": "SEN2 return", "href": reverse("returns:drafts")}],
    }
    return render(http, "returns/draft_ask.html", page, status=422 if form.errors else 200)


@needs(Permission.SIGN_RETURNS, draft=ReturnDraft)
def draft(http: HttpRequest, draft: ReturnDraft) -> HttpResponse:
    """How far it is; then the counts, what was found, what changed, and who signed."""
    return render(http, "returns/draft.html", draft_page(http, draft, SignForm()))


def draft_page(http: HttpRequest, draft: ReturnDraft, form: SignForm) -> dict[str, Any]:
    """What the page of a draft shows."""
    user = reader(http)
    may_build = standing(http).may(Permission.BUILD_RETURNS)
    checks = by_check(draft) if draft.is_made else []
    address = reverse("returns:draft_findings", args=[draft.key])
    rows = [
        [Cell(one["title"], href=f"{address}?code={one['code']}&item={one['of']}" if may_build else ""),
         Cell("Error" if one["severity"] == "error" else "To ask about",
              state="bad" if one["severity"] == "error" else "calm"), one["count"]]
        for one in checks
    ]  # fmt: skip
    table = Table("What the checks found", [Column("Check"), Column("Kind"), Column("Times", True)], rows,
                  is_caption_hidden=True, empty="The checks found nothing.")  # fmt: skip
    return {
        "draft": draft, "table": table, "reasons": reasons(draft) if draft.is_made else [], "form": form,
        "may_build": may_build, "changes": _changes(draft), "breadcrumbs": crumbs(draft)[:-1],
        "is_first": draft.state == DraftState.SIGNED and draft.signed_by_id == user.pk,
        "may_sign": draft.state in (DraftState.READY, DraftState.SIGNED),
    }  # fmt: skip


WORDS = {"came": "persons came", "went": "persons went", "added": "records were added", "removed": "records were removed",
         "changed": "items changed"}  # fmt: skip


def _changes(draft: ReturnDraft) -> list[dict[str, Any]]:
    since = {"draft": "Since the last draft", "year": "Since last year’s return"}
    return [
        {"key": key, "since": since[key], "known_on": date.fromisoformat(told["known_on"]),
         "counts": [f"{count:,} {WORDS[change]}" for change, count in told["counts"].items()]}
        for key, told in draft.changes.items()
    ]  # fmt: skip


@needs(Permission.BUILD_RETURNS, draft=ReturnDraft)
def findings(http: HttpRequest, draft: ReturnDraft) -> HttpResponse:
    """What was found, each with its case and the page on which it is mended."""
    found = findings_of(draft, http.GET.get("code", ""), http.GET.get("item", ""))
    page = Paginator(found, A_PAGE).get_page(http.GET.get("page"))
    rows = []
    for one in page:
        way = mending(one)
        case = one.returned
        rows.append([
            Cell(case.case.reference, href=reverse("returns:draft_case", args=[draft.key, case.pk])) if case else "All",
            Cell(one.says, note=one.todo), Cell(way.words, href=way.href) if way else "",
        ])  # fmt: skip
    table = Table("Findings", [Column("Case"), Column("What was found"), Column("Where it is mended")], rows,
                  is_caption_hidden=True, empty="Nothing was found.")  # fmt: skip
    return render(http, "returns/draft_findings.html",
                  {"draft": draft, "table": table, "page": page, "asked": http.GET, "breadcrumbs": crumbs(draft)})  # fmt: skip


@needs(Permission.BUILD_RETURNS, draft=ReturnDraft)
def case(http: HttpRequest, draft: ReturnDraft, number: int) -> HttpResponse:
    """One case as it stands in the return: each item opens to the event that it came from."""
    held = get_object_or_404(draft.returned.select_related("case"), pk=number)
    log.record_read("returns.case.read", subject=log.subject_of(held.case), by=http.user)
    found = [(one, mending(one)) for one in held.findings.all()]
    page = {"draft": draft, "held": held, "records": items_of(held, draft.year), "found": found,
            "breadcrumbs": crumbs(draft)}  # fmt: skip
    return render(http, "returns/draft_case.html", page)


@needs(Permission.BUILD_RETURNS, draft=ReturnDraft)
def left_out(http: HttpRequest, draft: ReturnDraft) -> HttpResponse:
    """Every case that is not in the return, with the reason."""
    page = Paginator(draft.returned.filter(person=0).select_related("case"), A_PAGE).get_page(
        http.GET.get("page")
    )
    rows = [
        [Cell(one.case.reference, href=reverse("casework:case", args=[one.case.public_id])), one.reason]
        for one in page
    ]
    table = Table("Cases that are not in the return", [Column("Case"), Column("Why")], rows, is_caption_hidden=True,
                  empty="Every case is in the return.")  # fmt: skip
    return render(http, "returns/draft_left_out.html",
                  {"draft": draft, "table": table, "page": page, "breadcrumbs": crumbs(draft)})  # fmt: skip


@needs(Permission.BUILD_RETURNS, draft=ReturnDraft)
def changes(http: HttpRequest, draft: ReturnDraft) -> HttpResponse:
    """What changed, item by item."""
    key = http.GET.get("since", "draft")
    told = draft.changes.get(
        key if key in draft.changes else next(iter(draft.changes), ""), {"counts": {}, "rows": []}
    )
    rows = [
        [f"Person {after or before}", WORDS[change].rpartition(" ")[2], f"{place} {item}".strip(), was, now]
        for change, before, after, place, item, was, now in told["rows"]
    ]
    columns = [Column("Person"), Column("What"), Column("Where"), Column("Was"), Column("Is now")]
    table = Table(
        "What changed", columns, rows, is_caption_hidden=True, is_compact=True, empty="Nothing changed."
    )
    whole = sum(told["counts"].values())
    page = {
        "draft": draft,
        "table": table,
        "told": told,
        "known_on": _day(told),
        "whole": whole,
        "shown": len(rows),
        "breadcrumbs": crumbs(draft),
    }
    return render(http, "returns/draft_changes.html", page)


def _day(told: dict[str, Any]) -> date | None:
    return date.fromisoformat(told["known_on"]) if "known_on" in told else None
