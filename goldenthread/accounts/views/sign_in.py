"""The pages of sign-in that are our own, or that we add something to."""

from __future__ import annotations

from typing import Any

from allauth.account.adapter import get_adapter
from allauth.mfa.base.views import AuthenticateView, ReauthenticateView
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render

from goldenthread.accounts.demonstration_code import code_for
from goldenthread.accounts.gate import public, signed_in
from goldenthread.accounts.standing import standing


class SecondStepView(AuthenticateView):
    """Allauth's page for the code, which in a demonstration shows the code."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        code = code_for(self.stage.login.user)
        return {**super().get_context_data(**kwargs), "demonstration_code": code}


class SecondStepAgainView(ReauthenticateView):
    """The same, for somebody who is signed in already."""

    def get_context_data(self, **kwargs: Any) -> dict[str, Any]:
        return {**super().get_context_data(**kwargs), "demonstration_code": code_for(self.request.user)}


second_step: Any = SecondStepView.as_view()
second_step_again: Any = SecondStepAgainView.as_view()


@public
def sign_up(http: HttpRequest) -> HttpResponse:
    """Say that an administrator adds people."""
    return render(http, "account/signup_closed.html")


@signed_in(second_step="later")
def first_second_step(http: HttpRequest) -> HttpResponse:
    """Ask a member of staff to choose a second step before they go on."""
    roles = sorted({held.title for held in standing(http).holdings})
    return render(http, "accounts/first_second_step.html", {"roles": roles})


@signed_in
def onwards(http: HttpRequest) -> HttpResponse:
    """Go to the page that one's role is about."""
    return redirect(get_adapter().get_login_redirect_url(http))
