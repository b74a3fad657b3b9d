"""The one message that we write ourselves; allauth writes the others."""

from __future__ import annotations

from allauth.account.forms import default_token_generator
from allauth.account.utils import user_pk_to_url_str
from django.conf import settings
from django.core.mail import send_mail
from django.template.loader import render_to_string
from django.urls import reverse

from goldenthread.accounts.models import User


def invitation_link(user: User) -> str:
    """Where a new person chooses a password; good for three days, once."""
    key = default_token_generator.make_token(user)
    path = reverse("account_reset_password_from_key", args=[user_pk_to_url_str(user), key])
    return settings.SITE_ADDRESS.rstrip("/") + path


def send_invitation(user: User) -> None:
    """Write to somebody who was added."""
    values = {"user": user, "link": invitation_link(user), "service": settings.SERVICE_NAME, "area": settings.AREA_NAME,
              "again": settings.SITE_ADDRESS.rstrip("/") + reverse("account_reset_password")}  # fmt: skip
    send_mail(
        f"{settings.SERVICE_NAME}: your account for {settings.AREA_NAME}",
        render_to_string("accounts/invitation.txt", values),
        settings.DEFAULT_FROM_EMAIL,
        [user.email],
    )
