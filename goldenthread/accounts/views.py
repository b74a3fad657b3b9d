"""The pages of sign-in that are our own."""

from __future__ import annotations

from typing import Any

from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import public, signed_in

authenticate: Any = AuthenticateView.as_view()
reauthenticate: Any = ReauthenticateView.as_view()


@public
def sign_up(http: HttpRequest) -> HttpResponse:
    """Say that an administrator adds people."""
    return render(http, "account/signup_closed.html")


@signed_in(second_step="later")
def second_step(http: HttpRequest) -> HttpResponse:
    """Ask a member of staff to choose a second step before they go on."""
    return render(http, "accounts/second_step.html")
