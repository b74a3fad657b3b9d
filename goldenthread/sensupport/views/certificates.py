"""Issuing certificates, printing them, and the page behind the link on each."""

from __future__ import annotations

import io

import segno
from django.conf import settings
from django.contrib import messages
from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone
from django.views.decorators.cache import never_cache
from django.views.decorators.http import require_POST

from goldenthread.accounts.gate import needs, public
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.dates import in_words
from goldenthread.kit.documents import Block, Paper, Picture, Points, Text, as_pdf
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions.certificates import issue_certificates, withdraw_certificate
from goldenthread.sensupport.models import Certificate, Training
from goldenthread.sensupport.strategies import book


@needs(Permission.KEEP_WORKFORCE, training=Training)
@require_POST
def issue(http: HttpRequest, training: Training) -> HttpResponse:
    """Certificates for everybody who came and has none."""
    try:
        number = issue_certificates(training=training, on=timezone.localdate(), by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
    else:
        messages.success(http, f"{number} certificate{'' if number == 1 else 's'} issued.")
    return redirect("sensupport:training", training.public_id)


@needs(Permission.KEEP_WORKFORCE, certificate=Certificate)
@require_POST
def withdraw(http: HttpRequest, certificate: Certificate) -> HttpResponse:
    """Withdraw one."""
    withdraw_certificate(certificate=certificate, on=timezone.localdate(), by=http.user)
    messages.success(http, "The certificate is withdrawn. Its link says so.")
    return redirect("sensupport:training", certificate.attendance.training.public_id)


@needs(Permission.KEEP_WORKFORCE, certificate=Certificate)
def printed(http: HttpRequest, certificate: Certificate) -> HttpResponse:
    """The certificate on paper, with its link as words and as a QR code."""
    if certificate.withdrawn_on:
        raise Http404("This certificate was withdrawn.")
    headers = {"Content-Disposition": 'attachment; filename="certificate.pdf"', "Cache-Control": "no-store"}
    return HttpResponse(as_pdf(_paper(certificate)), content_type="application/pdf", headers=headers)


@public(certificate=Certificate)
@never_cache
def verify(http: HttpRequest, certificate: Certificate) -> HttpResponse:
    """Whether a certificate is genuine. Nobody finds this page without its number."""
    page = {
        "certificate": certificate,
        "attendance": certificate.attendance,
        "training": certificate.attendance.training,
    }
    response = render(http, "sensupport/certificate.html", page)
    response.headers["X-Robots-Tag"] = "noindex"
    return response


def _paper(certificate: Certificate) -> Paper:
    came = certificate.attendance
    address = settings.SITE_ADDRESS.rstrip("/") + reverse(
        "school_support:certificate", args=[certificate.public_id]
    )
    code = io.BytesIO()
    segno.make(address, error="m", micro=False).save(code, kind="png", border=2, scale=8)
    taught = book().titles(came.training.strategies)
    teaches: list[Block] = [Text("It teaches:"), Points(taught)] if taught else []
    return Paper(
        "Certificate of training", f"{settings.AREA_NAME}, {in_words(certificate.issued_on)}", str(certificate.public_id),
        [
            Text(f"{came.name}, of {came.setting}, took part in:"),
            Points([f"{came.training.title}, on {in_words(came.training.held_on)}"]),
            *teaches,
            Text(f"Whether this certificate is genuine can be seen at {address}"),
            Picture(code.getvalue(), "QR code that leads to this address", height=4),
        ],
    )  # fmt: skip
