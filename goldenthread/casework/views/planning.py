"""Writing a plan: beside the advice, section by section and line by line. Two people at one line: the second sees both."""

from __future__ import annotations

from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.casework.actions import planning as acts
from goldenthread.casework.actions.issuing import report_of
from goldenthread.casework.forms.planning import BeginForm, EmptyForm, LineForm
from goldenthread.casework.models import Case, PlanText
from goldenthread.casework.plan.plan_types import SectionKind
from goldenthread.casework.queries.editor import (
    advice_beside,
    advice_to_read,
    details_of,
    kinds_of,
    line_in,
    lines_shown,
    sections_shown,
    seen_of,
    types_on,
)
from goldenthread.casework.queries.line_choices import choices_for, line_from_advice
from goldenthread.casework.queries.plans import text_of, unanswered_comments
from goldenthread.casework.queries.writing import findings_of_typed, stage_next
from goldenthread.casework.views.frame import above, show
from goldenthread.kit.errors import Conflict, Refused


def to(case: Case, name: str = "plan", *parts: Any) -> str:
    """The address of a page of the plan."""
    return reverse(f"casework:{name}", args=[case.public_id, *parts])


def above_plan(case: Case, *further: tuple[str, str]) -> list[dict[str, str]]:
    """The way to a page under the plan."""
    pages = [("The plan", to(case)), *further]
    return [*above(case), *({"text": text, "href": href} for text, href in pages)]


def text_or_404(case: Case) -> PlanText:
    """The text that is being written; 404 while none was begun."""
    try:
        return text_of(case)
    except Refused as refused:
        raise Http404(refused.sentence) from None


def kind_or_404(text: PlanText, section: str) -> SectionKind:
    """A section of the plan's type."""
    kind = kinds_of(text, timezone.localdate()).section(section)
    if kind is None:
        raise Http404(f"This plan has no section {section}.")
    return kind


@needs(Permission.VIEW_CASE, case=Case)
def plan(http: HttpRequest, case: Case) -> HttpResponse:
    """The plan that is being written: its sections, what was found, what was issued, what waits."""
    today = timezone.localdate()
    text = PlanText.objects.filter(case=case).first()
    page: dict[str, Any] = {"case": case, "child": case.child, "text": text, "versions": case.versions.all()}
    if text is not None:
        stage = stage_next(case)
        report = report_of(case, today, stage=stage or "draft")
        page |= {"planned": sections_shown(text, today, report.findings), "report": report, "next": stage,
                 "waiting": unanswered_comments(case), "advice": advice_beside(case, text)}  # fmt: skip
    return show(http, "plan", page)


@needs(Permission.WORK_CASE, case=Case)
def begin(http: HttpRequest, case: Case) -> HttpResponse:
    """Begin a plan of one of the types that there are today."""
    today = timezone.localdate()
    form = BeginForm(http.POST if http.method == "POST" else None, types=types_on(today))
    if form.is_bound and form.is_valid():
        kind, _, cohort = form.cleaned_data["type"].partition("|")
        try:
            acts.begin_plan(case=case, on=today, type=kind, cohort=cohort, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect(to(case))
    page = {"case": case, "child": case.child, "form": form, "title": "Begin the plan", "button": "Begin it",
            "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_CASE, case=Case)
def section(http: HttpRequest, case: Case, section: str) -> HttpResponse:
    """One section beside one piece of advice."""
    today, text = timezone.localdate(), text_or_404(case)
    kind = kind_or_404(text, section)
    report = report_of(case, today, stage=stage_next(case) or "draft")
    advice = advice_beside(case, text)
    chosen = advice_to_read(advice, kind, http.GET.get("advice", ""))
    held = text.sections.get(section, {})
    page = {
        "case": case, "child": case.child, "kind": kind, "planned": sections_shown(text, today, report.findings),
        "lines": lines_shown(text, section, report.findings, advice), "advice": advice, "chosen": chosen,
        "about": [one for one in report.findings if one.section == section and not one.line],
        "form": EmptyForm(initial={"reason": held.get("empty_because", "")}), "empty_because": held.get("empty_because", ""),
        "breadcrumbs": above_plan(case),
    }  # fmt: skip
    return show(http, "plan_section", page)


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def explain(http: HttpRequest, case: Case, section: str) -> HttpResponse:
    """Say why a section has no lines."""
    form = EmptyForm(http.POST)
    try:
        if form.is_valid():
            acts.say_why_empty(case=case, section=section, reason=form.cleaned_data["reason"], by=http.user)
            messages.success(http, f"Section {section}: saved.")
    except Refused as refused:
        messages.error(http, refused.sentence)
    return redirect(to(case, "plan_section", section))


@needs(Permission.WORK_CASE, case=Case)
def add(http: HttpRequest, case: Case, section: str) -> HttpResponse:
    """A new line, from a paragraph of advice or from nothing. The link to the paragraph stays with it."""
    today, text = timezone.localdate(), text_or_404(case)
    kind = kind_or_404(text, section)
    line = line_from_advice(case, kind, http.GET.get("from", ""))
    form = LineForm(
        http.POST if http.method == "POST" else None,
        kind=kind,
        line=line,
        choices=choices_for(case, text, today),
    )
    if form.is_bound and form.is_valid():
        try:
            name = acts.add_line(case=case, section=section, content=form.content, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _kept(http, case, section, name)
    return _line_page(http, case, kind, form, {"name": "", "title": f"A new line in section {section}"})


@needs(Permission.WORK_CASE, case=Case)
def line(http: HttpRequest, case: Case, line: str) -> HttpResponse:
    """One line with all its fields. When somebody else changed it meanwhile, both are shown and nothing is lost."""
    today, text = timezone.localdate(), text_or_404(case)
    section, content = _line_or_404(text, line)
    kind, choices = kind_or_404(text, section), choices_for(case, text, today)
    form = LineForm(
        http.POST if http.method == "POST" else None, kind=kind, line=content, choices=choices,
        initial={"seen": seen_of(content)},
    )  # fmt: skip
    theirs: dict[str, Any] | None = None
    if form.is_bound and form.is_valid():
        seen = content if form.cleaned_data["seen"] == seen_of(content) else {}
        try:
            acts.change_line(
                case=case, section=section, line=line, content=form.content, seen=seen, on=today, by=http.user
            )
        except Conflict as conflict:
            theirs = conflict.theirs
            again = http.POST.copy()
            again["seen"] = seen_of(conflict.theirs)
            form = LineForm(again, kind=kind, line=content, choices=choices)
        except Refused as refused:
            form.refuse(refused)
        else:
            return _kept(http, case, section, line)
    page = {
        "name": line,
        "title": f"{kind.title}: line {line}",
        "theirs": theirs,
        "theirs_say": details_of(theirs or {}),
    }
    return _line_page(http, case, kind, form, page)


def _line_or_404(text: PlanText, line: str) -> tuple[str, dict[str, Any]]:
    found = line_in(text, line)
    if found is None:
        raise Http404("This line is gone: somebody has taken it out.")
    return found


def _kept(http: HttpRequest, case: Case, section: str, line: str) -> HttpResponse:
    messages.success(http, f"{line} is saved.")
    return redirect(f"{to(case, 'plan_section', section)}#{line}")


def _line_page(
    http: HttpRequest, case: Case, kind: SectionKind, form: LineForm, more: dict[str, Any]
) -> HttpResponse:
    text, name = text_or_404(case), more["name"]
    content = form.content if form.is_bound else form.line
    findings, trouble = (
        findings_of_typed(case, text, kind.key, name, content, timezone.localdate()) if content else ([], "")
    )
    page = {
        "case": case, "child": case.child, "kind": kind, "form": form, "findings": findings, "trouble": trouble,
        "locks": case.plan_locks.filter(line=name, ended_on=None).select_related("order") if name else [],
        "pictures": case.pictures.filter(line=name) if name else [],
        "check": to(case, "plan_words", kind.key, name or "new"),
        "breadcrumbs": above_plan(case, (f"Section {kind.key}", to(case, "plan_section", kind.key))), **more,
    }  # fmt: skip
    status = 409 if more.get("theirs") else 422 if form.errors else 200
    return show(http, "plan_line", page, status=status)


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def words(http: HttpRequest, case: Case, section: str, line: str) -> HttpResponse:
    """What the checks find in a line as it is being typed: a part of its page, asked for after each pause."""
    today, text = timezone.localdate(), text_or_404(case)
    kind, name = kind_or_404(text, section), "" if line == "new" else line
    content = _line_or_404(text, name)[1] if name else {}
    form = LineForm(http.POST, kind=kind, line=content, choices=choices_for(case, text, today))
    form.is_valid()
    findings, trouble = findings_of_typed(case, text, section, name, form.content, today)
    return render(http, "casework/plan_line_findings.html", {"findings": findings, "trouble": trouble})


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def move(http: HttpRequest, case: Case, line: str) -> HttpResponse:
    """A line one place up or down."""
    section, _ = _line_or_404(text_or_404(case), line)
    acts.move_line(case=case, section=section, line=line, up=http.POST.get("to") == "up", by=http.user)
    return redirect(f"{to(case, 'plan_section', section)}#{line}")


@needs(Permission.WORK_CASE, case=Case)
@require_POST
def remove(http: HttpRequest, case: Case, line: str) -> HttpResponse:
    """Take a line out, and the links to it."""
    section, content = _line_or_404(text_or_404(case), line)
    try:
        acts.remove_line(case=case, section=section, line=line, by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
        return redirect(to(case, "plan_line", line))
    messages.success(http, f"{line} is taken out, and every link to it. It said: {content.get('text', '')}")
    return redirect(to(case, "plan_section", section))
