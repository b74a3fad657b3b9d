"""Following what is published, by mail: anybody, without an account."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.utils import timezone
from django.views.decorators.csrf import csrf_exempt

from goldenthread.accounts.gate import public
from goldenthread.evidence.actions import following as actions
from goldenthread.evidence.forms.following import FollowForm
from goldenthread.evidence.models import Followed
from goldenthread.evidence.queries.following import can_be_followed
from goldenthread.evidence.views.published import programme_asked_for
from goldenthread.kit import joining

JOINING = joining.Pages(
    "news of published documents", "published:follow", "published:follow_asked", "published:versions",
    "read all published documents", ({"text": "Published documents", "href": "/published/"},),
)  # fmt: skip


@public
def follow(http: HttpRequest) -> HttpResponse:
    """Ask to be told of everything, of a plan or of areas."""
    programme, today = programme_asked_for(http), timezone.localdate()
    form = FollowForm(
        http.POST if http.method == "POST" else None, offered=can_be_followed(programme, today),
        initial={"of": http.GET.getlist("of")},
    )  # fmt: skip

    def ask() -> None:
        actions.ask_to_follow(
            email=form.cleaned_data["email"], programme=programme, **form.chosen, on=today, by=http.user
        )

    return joining.join(http, JOINING, form, ask)


@public
def asked(http: HttpRequest) -> HttpResponse:
    """Look into your mail."""
    return joining.asked(http, JOINING)


@public
def confirm(http: HttpRequest, secret: str) -> HttpResponse:
    """The second step: what was asked for, and a button."""
    today, asked_for = (
        timezone.localdate(),
        Followed.objects.filter(follower__key=secret[:64], is_confirmed=False),
    )
    chosen = [str(one) for one in asked_for.select_related("area", "plan")]
    return joining.confirm(http, JOINING, lambda: actions.confirm(key=secret, on=today, by=http.user), chosen)


@public
@csrf_exempt  # a mail program's own button comes from no page of ours, and the key does nothing but leave
def leave(http: HttpRequest, secret: str) -> HttpResponse:
    """Out with one button, without signing in."""
    return joining.leave(http, JOINING, lambda: actions.leave(key=secret, by=http.user))
