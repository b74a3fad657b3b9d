"""Packs for reviews and inspections: asking for one, watching it being made, taking it."""

from __future__ import annotations

from django.contrib import messages
from django.core.exceptions import PermissionDenied
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.evidence.actions.packs import ask_for_pack, hand_out
from goldenthread.evidence.forms.packs import PackForm
from goldenthread.evidence.models import Pack, PackKind
from goldenthread.kit.errors import Refused
from goldenthread.programme.models import Programme


def _kinds(http: HttpRequest) -> list[PackKind]:
    """The packs that the reader may have: only who may make lists of children may have one with a list."""
    with_children = standing(http).may(Permission.BUILD_RETURNS)
    return [one for one in PackKind if one == PackKind.REVIEW or with_children]


@needs(Permission.VIEW_PAPERS, programme=Programme)
def packs(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The packs that were made; asks for another."""
    kinds, today = _kinds(http), timezone.localdate()
    form = PackForm(
        http.POST if http.method == "POST" else None, kinds=kinds, initial={"as_at": today, "kind": kinds[0]}
    )
    if form.is_bound and form.is_valid():
        try:
            made = ask_for_pack(programme=programme, **form.cleaned_data, on=today, by=http.user)
        except Refused as refused:
            form.refuse(refused)
        else:
            return redirect("evidence:pack", made.key)
    held = (
        Pack.objects.filter(programme=programme, kind__in=kinds)
        .defer("content")
        .select_related("recorded_by")
    )
    way = [{"text": str(programme), "href": reverse("programme_staff:board", args=[programme.slug])}]
    page = {
        "programme": programme,
        "packs": held,
        "form": form,
        "has_errors": bool(form.errors),
        "breadcrumbs": way,
    }
    return render(http, "evidence/packs.html", page, status=422 if form.errors else 200)


@needs(Permission.VIEW_PAPERS, pack=Pack)
def pack(http: HttpRequest, pack: Pack) -> HttpResponse:
    """One pack: how far it is, and what is in it with the hash of each file."""
    _check(http, pack)
    programme = pack.programme
    way = [
        {"text": str(programme), "href": reverse("programme_staff:board", args=[programme.slug])},
        {"text": "Packs", "href": reverse("evidence:packs", args=[programme.slug])},
    ]
    return render(http, "evidence/pack.html", {"pack": pack, "programme": programme, "breadcrumbs": way})


@needs(Permission.VIEW_PAPERS, pack=Pack)
def download(http: HttpRequest, pack: Pack) -> HttpResponse:
    """The pack as a file."""
    _check(http, pack)
    try:
        content = hand_out(pack=pack, by=http.user)
    except Refused as refused:
        messages.error(http, refused.sentence)
        return redirect("evidence:pack", pack.key)
    answer = HttpResponse(content, content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{pack.file_name}"'
    return answer


def _check(http: HttpRequest, pack: Pack) -> None:
    if pack.kind not in _kinds(http):
        raise PermissionDenied("This pack holds a list of children.")
