"""A pupil's support in one file, to print, to edit, or for another system."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.audit import log
from goldenthread.kit.documents import as_docx, as_pdf
from goldenthread.sensupport.models import Pupil
from goldenthread.sensupport.queries.pack import as_data, as_paper
from goldenthread.sensupport.queries.pack import pack as packed

WORD = "application/vnd.openxmlformats-officedocument.wordprocessingml.document"


@needs(Permission.KEEP_SEN_REGISTER, pupil=Pupil)
def pack(http: HttpRequest, pupil: Pupil, kind: str) -> HttpResponse:
    """The pack as PDF, Word or JSON. Its file is not named after the child."""
    if kind not in ("pdf", "docx", "json"):
        raise Http404("A pack comes as pdf, docx or json.")
    held = packed(pupil, timezone.localdate())
    log.record_read(
        "sensupport.pack.taken", subject=log.subject_of(pupil), by=http.user, detail={"form": kind}
    )
    headers = {"Content-Disposition": f'attachment; filename="support.{kind}"', "Cache-Control": "no-store"}
    if kind == "json":
        return JsonResponse(
            as_data(held), headers=headers, json_dumps_params={"indent": 1, "ensure_ascii": False}
        )
    paper = as_paper(held)
    made, mime = (as_pdf(paper), "application/pdf") if kind == "pdf" else (as_docx(paper), WORD)
    return HttpResponse(made, content_type=mime, headers=headers)
