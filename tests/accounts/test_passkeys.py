"""A passkey, made and used in a real browser under our own content security policy."""

from __future__ import annotations

import time

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.db import connections
from django.urls import reverse

from tests.readers import person

pytestmark = [pytest.mark.browser, pytest.mark.django_db(transaction=True)]
PASSWORD = "amber-barley-cedar-1"
DEVICE = {
    "protocol": "ctap2", "transport": "internal", "hasResidentKey": True, "hasUserVerification": True,
    "isUserVerified": True, "automaticPresenceSimulation": True,
}  # fmt: skip


@pytest.fixture
def page(browser):
    """A browser with a device of its own for passkeys; whatever its console complains of fails the test."""
    cache.clear()
    context = browser.new_context()
    opened = context.new_page()
    troubles: list[str] = []
    opened.on("pageerror", lambda error: troubles.append(str(error)))
    opened.on("console", lambda line: troubles.append(line.text) if "Content Security" in line.text else None)
    session = context.new_cdp_session(opened)
    session.send("WebAuthn.enable")
    session.send("WebAuthn.addVirtualAuthenticator", {"options": DEVICE})
    yield opened
    context.close()
    connections.close_all()  # those of the browser's event loop, which Django does not see from outside
    assert not troubles


@pytest.fixture
def address(live_server, settings, monkeypatch):
    """Browsers make passkeys for a name, not for a number. The server keeps no connection when it has answered."""
    monkeypatch.setitem(connections.settings["default"], "CONN_MAX_AGE", 0)
    settings.ALLOWED_HOSTS = ["localhost"]
    settings.MFA_WEBAUTHN_ALLOW_INSECURE_ORIGIN = True
    return live_server.url.replace("127.0.0.1", "localhost")


@pytest.fixture
def lead():
    user = person("programme lead")
    user.set_password(PASSWORD)
    user.save()
    return user


def enter_password(page, address, user):
    page.goto(address + reverse("account_login"))
    page.get_by_label("Email address").fill(user.email)
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Sign in", exact=True).click()


def test_a_passkey_is_set_up_as_the_first_second_step_and_signs_in_alone(page, address, lead):
    enter_password(page, address, lead)
    page.goto(address + "/account/onwards/")
    page.get_by_role("link", name="Use a passkey").click()
    page.get_by_label("Password").fill(PASSWORD)
    page.get_by_role("button", name="Continue").click()
    page.get_by_label("without a password").check()
    page.get_by_role("button", name="Make the passkey").click()
    page.wait_for_url("**/second-step/codes/**")
    assert Authenticator.objects.filter(user=lead, type="webauthn").count() == 1
    page.goto(address + reverse("mfa_index"))
    assert "You have 1" in page.content()

    page.context.clear_cookies()
    page.goto(address + reverse("account_login"))
    page.get_by_role("button", name="Use a passkey").click()
    page.wait_for_url("**/work/**")
    page.goto(address + reverse("mfa_index"))
    assert "How you sign in" in page.title()


def test_a_passkey_that_is_not_there_is_said_in_words(page, address, lead):
    secret = generate_totp_secret()
    TOTP.activate(lead, secret)
    enter_password(page, address, lead)
    page.get_by_role("button", name="Use a passkey").click()
    page.get_by_text("No passkey was used").wait_for()
    page.get_by_label("6-digit code").fill(format_hotp_value(hotp_value(secret, int(time.time()) // 30)))
    page.get_by_role("button", name="Continue").click()
    page.wait_for_url("**/work/**")
