"""What somebody who asked opens with a link and a code: everything that is held, as one file."""

from __future__ import annotations

from allauth.core import ratelimit
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone
from django.views.decorators.debug import sensitive_post_parameters

from goldenthread.accounts.gate import public
from goldenthread.keeping.actions.disclosing import opened, take
from goldenthread.keeping.forms.disclosing import CodeForm
from goldenthread.kit.who_reads import Purpose, reading_for


@sensitive_post_parameters("code")
@public
def taking(http: HttpRequest, secret: str) -> HttpResponse:
    """Ask for the code, and give the file. A link that is over says so and nothing more."""
    day = timezone.localdate()
    with reading_for(Purpose.LINK):
        if opened(secret, day) is None:
            return _private(render(http, "keeping/take_over.html", {"breadcrumbs": []}, status=404))
        form = CodeForm(http.POST if http.method == "POST" else None)
        page = {"form": form, "breadcrumbs": []}
        if form.is_bound and not ratelimit.consume(http, action="advice_code"):
            return _private(
                render(http, "keeping/take.html", page | {"form": CodeForm(), "too_often": True}, status=429)
            )
        if form.is_bound and form.is_valid():
            held = take(secret=secret, code=form.cleaned_data["code"], on=day)
            if held is not None:
                answer = HttpResponse(bytes(held.content or b""), content_type="application/zip")
                answer.headers["Content-Disposition"] = 'attachment; filename="what-we-hold.zip"'
                return _private(answer)
            form.add_error("code", "This is not the code, or it was tried too often. Ask us for a new one")
    return _private(render(http, "keeping/take.html", page, status=422 if form.errors else 200))


def _private(answer: HttpResponse) -> HttpResponse:
    answer.headers["Cache-Control"] = "private, no-store"
    return answer
