"""Publishing a plan: what will differ, the button, and each published version with its fingerprint."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions import publishing
from goldenthread.programme.differences import differences
from goldenthread.programme.errors import Refused
from goldenthread.programme.forms.plans import PublishForm
from goldenthread.programme.models import Plan, Publication
from goldenthread.programme.queries.publications import compared_with_last
from goldenthread.programme.views.staff.frame import crumbs, done, show


@needs(Permission.PUBLISH, plan=Plan)
def publish(http: HttpRequest, plan: Plan) -> HttpResponse:
    """Show what differs from the last version; publish the next."""
    today = timezone.localdate()
    form = PublishForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        try:
            made = publishing.publish(plan=plan, note=form.cleaned_data["note"], on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"Version {made.number} is published.", "version", made.pk)
    last = plan.publications.last()
    content = publishing.content_of(plan, today)
    page = {
        "programme": plan.programme, "record": plan, "plan": plan, "form": form, "last": last, "content": content,
        "differences": differences(last.content, content) if last else [],
        "publications": plan.publications.defer("content").select_related("published_by").order_by("-number"),
        "breadcrumbs": crumbs(plan.programme, (plan.title, reverse("programme_staff:plan", args=[plan.pk]))),
    }  # fmt: skip
    return show(http, "publish", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_PROGRAMME, publication=Publication)
def version(http: HttpRequest, publication: Publication) -> HttpResponse:
    """One published version: its text, its fingerprint, and what differs from the one before."""
    last, found = compared_with_last(publication)
    plan = publication.plan
    page = {
        "programme": plan.programme, "record": plan, "publication": publication, "last": last, "differences": found,
        "breadcrumbs": crumbs(plan.programme, (plan.title, reverse("programme_staff:plan", args=[plan.pk]))),
    }  # fmt: skip
    return show(http, "version", page)
