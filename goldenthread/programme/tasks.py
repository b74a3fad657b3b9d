"""What the background worker does for the programme."""

from __future__ import annotations

import logging

from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse
from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.kit.patience import Patiently
from goldenthread.kit.uploads import telling
from goldenthread.programme.actions.uploading import carry_out
from goldenthread.programme.models import UpdateRequest, Upload

log = logging.getLogger(__name__)


@app.task(name="programme.bring_in", pass_context=False)
def bring_in(*, upload: int, rehearse: bool) -> None:
    """Bring a held file in, or rehearse it; one that is gone by then is no trouble."""
    held = Upload.objects.select_related("programme", "plan", "recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out(held, rehearse=rehearse, on=timezone.localdate(), progress=tell)


@app.task(name="programme.mail_update_request", retry=Patiently())
def mail_update_request(*, request: int) -> None:
    """Write to a lead who was asked for an update: a link, and nothing of what the action says."""
    asked = (
        UpdateRequest.objects.select_related("action", "asked_of")
        .filter(pk=request, answered_on=None)
        .first()
    )
    if asked is None or not asked.asked_of.is_active:
        return
    path = reverse("programme_staff:action", args=[asked.action.pk])
    values = {"name": asked.asked_of.name, "due_on": asked.due_on, "service": settings.SERVICE_NAME,
              "link": settings.SITE_ADDRESS.rstrip("/") + path}  # fmt: skip
    send_mail(
        f"{settings.SERVICE_NAME}: an update is asked of you", render_to_string("programme/update_request.txt", values),
        settings.DEFAULT_FROM_EMAIL, [asked.asked_of.email],
    )  # fmt: skip
    log.info("update request %s was mailed", request)
