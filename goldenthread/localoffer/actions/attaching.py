"""Pages and entries in other forms."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.kit.received.files import File
from goldenthread.localoffer.choices import Form
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.models import Attachment, GuidePage, Service


@transaction.atomic
def attach(
    *, to: GuidePage | Service, form: str, title: str, language: str = "", link: str = "", file: File | None = None,
    on: date, by: Any,
) -> Attachment:  # fmt: skip
    """Another form of a page or an entry: a file that was `accepted`, or a link to one."""
    if (file is None) == (not link):
        raise Refused("Choose a file, or enter the address of one: one of the two.", "file")
    if Form(form) is Form.TRANSLATED and not language.strip():
        raise Refused("Say in which language it is.", "language")
    held = Attachment.objects.create(
        page=to if isinstance(to, GuidePage) else None, service=to if isinstance(to, Service) else None, form=form,
        title=title.strip(), language=language.strip(), link=link, name=file.name if file else "", mime=file.mime if file else "",
        content=file.content if file else None, size=len(file.content) if file else 0, added_on=on, added_by=by,
    )  # fmt: skip
    log.record("localoffer.form.added", subject=log.subject_of(held), by=by, detail={"form": form})
    return held


@transaction.atomic
def detach(*, attachment: Attachment, by: Any) -> None:
    """It is not offered any more. Its file goes with it."""
    subject, form = log.subject_of(attachment), attachment.form
    attachment.delete()
    log.record("localoffer.form.removed", subject=subject, by=by, detail={"form": form})
