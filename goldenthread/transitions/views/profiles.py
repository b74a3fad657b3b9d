"""A child's one-page profile, at two addresses as the goals are: among staff's pages and among those who follow a case."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.models import Case
from goldenthread.kit.errors import Refused
from goldenthread.transitions.actions.profiles import PARTS, write_profile
from goldenthread.transitions.forms.profiles import ProfileForm
from goldenthread.transitions.models import Profile
from goldenthread.transitions.views.frame import frame_of, show, space_of


def _profile(http: HttpRequest, case: Case) -> HttpResponse:
    editions = list(Profile.objects.filter(case=case).order_by("-edition"))
    page = {"profile": editions[0] if editions else None, "earlier": editions[1:],
            "may_set": standing(http).may(Permission.SET_GOALS, case)}  # fmt: skip
    return show(http, "profile", frame_of(http, case) | page)


@needs(Permission.SET_GOALS, case=Case)
def profile(http: HttpRequest, case: Case) -> HttpResponse:
    """The profile, for those who help."""
    return _profile(http, case)


@needs(Permission.FOLLOW_CASE, case=Case)
def own_profile(http: HttpRequest, case: Case) -> HttpResponse:
    """The same for the child, the family and the school."""
    return _profile(http, case)


@needs(Permission.SET_GOALS, case=Case)
def profile_write(http: HttpRequest, case: Case) -> HttpResponse:
    """The next edition of the profile."""
    last = Profile.objects.filter(case=case).last()
    first = {name: getattr(last, name) for name in (*PARTS, "voice", "edition")} if last else {"edition": 0}
    form = ProfileForm(http.POST if http.method == "POST" else None, initial=first)
    if form.is_bound and form.is_valid():
        try:
            write_profile(case=case, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, "The profile is kept. The next school or college reads it when a move is planned there."
            )
            return redirect(f"{space_of(http)}:profile", case.public_id)
    return show(
        http, "profile_write", frame_of(http, case) | {"form": form}, status=422 if form.errors else 200
    )
