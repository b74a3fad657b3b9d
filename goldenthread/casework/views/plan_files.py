"""The outputs of a version and the pictures in it. Each is made for its reader at the moment when it is asked for."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.template.loader import render_to_string
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import reader as signed_in_reader
from goldenthread.audit import log
from goldenthread.casework.actions.picturing import add_picture
from goldenthread.casework.forms.answering import PictureForm
from goldenthread.casework.models import Case, Picture, PlanVersion
from goldenthread.casework.plan_papers import Rendering, easy_read, large_print, plan_paper, rendering
from goldenthread.casework.queries.editor import line_in
from goldenthread.casework.queries.plan_readers import ANYBODY, PlanReader, reader_called, reader_signed_in
from goldenthread.casework.queries.reading import sections_read
from goldenthread.casework.views.frame import show
from goldenthread.casework.views.planning import above_plan, text_or_404, to
from goldenthread.kit.documents import as_docx, as_pdf
from goldenthread.kit.errors import Refused

PDF, DOCX = "application/pdf", "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


def as_page(made: Rendering) -> bytes:
    """The plan as one page of HTML that needs nothing else: to print, to keep, to be read aloud."""
    context = {
        "version": made.version,
        "plan": made.plan,
        "read": sections_read(made.plan),
        "reader": made.reader,
    }
    return render_to_string("casework/plan_alone.html", context).encode()


OUTPUTS: dict[str, tuple[str, Callable[[Rendering], bytes]]] = {
    "plan.pdf": (PDF, lambda made: as_pdf(plan_paper(made))),
    "large-print.pdf": (PDF, lambda made: as_pdf(large_print(made))),
    "easy-read.pdf": (PDF, lambda made: as_pdf(easy_read(made))),
    "plan.docx": (DOCX, lambda made: as_docx(plan_paper(made))),
    "plan.html": ("text/html; charset=utf-8", as_page),
}
"""Every output by its name."""


@needs(Permission.VIEW_CASE, case=Case, version=PlanVersion)
def file(http: HttpRequest, case: Case, version: PlanVersion, kind: str) -> HttpResponse:
    """An output for a reader whom the worker names; without one, for anybody."""
    reader = reader_called(case, http.GET.get("as", ANYBODY), timezone.localdate())
    if reader is None:
        raise Http404("Nobody of this case is called so.")
    return _file(http, version, kind, reader)


@needs(Permission.FOLLOW_CASE, case=Case, version=PlanVersion)
def own_file(http: HttpRequest, case: Case, version: PlanVersion, kind: str) -> HttpResponse:
    """An output for the reader who asks for it."""
    return _file(http, version, kind, reader_signed_in(case, signed_in_reader(http), timezone.localdate()))


def _file(http: HttpRequest, version: PlanVersion, name: str, reader: PlanReader) -> HttpResponse:
    if name not in OUTPUTS:
        raise Http404("There is no such output.")
    mime, make = OUTPUTS[name]
    data = make(rendering(version, reader))
    log.record_read("casework.plan.taken", subject=log.subject_of(version.case), by=http.user,
                    detail={"as": name, "version": version.number, "for": reader.key})  # fmt: skip
    called = f"{version.case.reference}-v{version.number}-{name}"
    headers = {"Content-Disposition": f'attachment; filename="{called}"', "X-Content-Type-Options": "nosniff"}
    return HttpResponse(data, content_type=mime, headers=headers)


@needs(Permission.VIEW_CASE, case=Case, picture=Picture)
def picture(http: HttpRequest, case: Case, picture: Picture) -> HttpResponse:
    """A picture or sound, for those who work the case."""
    return _picture(picture)


@needs(Permission.FOLLOW_CASE, case=Case, picture=Picture)
def own_picture(http: HttpRequest, case: Case, picture: Picture) -> HttpResponse:
    """A picture or sound of a version that was sent."""
    return _picture(picture)


def _picture(picture: Picture) -> HttpResponse:
    answer = HttpResponse(bytes(picture.paper.content), content_type=picture.paper.mime)
    answer.headers["Content-Disposition"] = "inline"
    answer.headers["X-Content-Type-Options"] = "nosniff"
    return answer


@needs(Permission.WORK_CASE, case=Case)
def add(http: HttpRequest, case: Case, line: str) -> HttpResponse:
    """A picture or a sound for a line of somebody's own words."""
    if line_in(text_or_404(case), line) is None:
        raise Http404("This line is gone: somebody has taken it out.")
    form = PictureForm(http.POST, http.FILES) if http.method == "POST" else PictureForm()
    if form.is_bound and form.is_valid():
        data: dict[str, Any] = form.cleaned_data
        try:
            add_picture(case=case, line=line, name=data["file"].name, content=data["file"].read(),
                        description=data["description"], on=timezone.localdate(), by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "It goes with the line now.")
            return redirect(to(case, "plan_line", line))
    page = {"case": case, "child": case.child, "form": form,
            "breadcrumbs": above_plan(case, (f"Line {line}", to(case, "plan_line", line)))}  # fmt: skip
    return show(http, "plan_picture_add", page, status=422 if form.errors else 200)
