"""Single sign-on against a real OpenID Connect provider that runs beside the test."""

import socket
import subprocess
import sys
import time

import pytest
import requests
from allauth.account.models import EmailAddress
from allauth.socialaccount.models import SocialAccount
from django.core.cache import cache
from django.urls import reverse

from goldenthread.accounts.models import User
from tests.readers import person

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module")
def provider():
    with socket.socket() as free:
        free.bind(("127.0.0.1", 0))
        port = free.getsockname()[1]
    process = subprocess.Popen([sys.executable, "-m", "oidc_provider_mock", "--port", str(port)],
                               stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)  # fmt: skip
    address = f"http://127.0.0.1:{port}"
    try:
        for _ in range(150):
            try:
                requests.get(f"{address}/.well-known/openid-configuration", timeout=1)
                break
            except requests.ConnectionError:
                assert process.poll() is None, "the provider stopped"
                time.sleep(0.2)
        yield address
    finally:
        process.terminate()
        process.wait(10)


@pytest.fixture(autouse=True)
def single_sign_on(settings, provider):
    cache.clear()
    app = {"provider_id": "sso", "name": "your council account", "client_id": "golden-thread", "secret": "a-secret",
           "settings": {"server_url": provider}}  # fmt: skip
    settings.SOCIALACCOUNT_PROVIDERS = {"openid_connect": {"OAUTH_PKCE_ENABLED": True, "APPS": [app]}}


@pytest.fixture
def lead():
    user = person("programme lead")
    user.set_password("amber-barley-cedar-1")
    user.save()
    EmailAddress.objects.create(user=user, email=user.email, verified=True, primary=True)
    return user


def known_there(provider, subject, **claims):
    answer = requests.put(f"{provider}/users/{subject}", json=claims, timeout=5)
    assert answer.ok, answer.text


def come_back(client, subject):
    """The whole way: to the provider, sign in there, and back with a code."""
    start = client.post(reverse("openid_connect_login", args=["sso"]))
    assert start.status_code == 302, start.content
    there = requests.post(start.url, data={"sub": subject}, allow_redirects=False, timeout=5)
    assert there.status_code == 302, there.text
    return client.get(there.headers["Location"].removeprefix("http://testserver"))


def is_signed_in(client):
    return "_auth_user_id" in client.session


def test_a_known_verified_address_signs_in(client, provider, lead):
    known_there(provider, "lead", email=lead.email, email_verified=True)
    assert come_back(client, "lead").status_code == 302
    assert client.session["_auth_user_id"] == str(lead.pk)
    lead.refresh_from_db()
    assert lead.check_password("amber-barley-cedar-1"), "the password was wiped"


def test_the_second_time_the_account_is_known_by_its_subject(client, provider, lead):
    known_there(provider, "lead", email=lead.email, email_verified=True)
    come_back(client, "lead")
    client.logout()
    come_back(client, "lead")
    assert is_signed_in(client)
    assert SocialAccount.objects.filter(user=lead).count() == 1


def test_staff_still_need_a_second_step_unless_the_provider_is_trusted(client, provider, lead, settings):
    known_there(provider, "lead", email=lead.email, email_verified=True)
    come_back(client, "lead")
    assert client.get("/account/onwards/").url.startswith(reverse("account_second_step"))
    settings.OIDC_MFA_TRUSTED = True
    assert client.get("/account/onwards/").url == "/work/"


def test_an_unverified_address_is_refused(client, provider, lead):
    known_there(provider, "forger", email=lead.email, email_verified=False)
    page = come_back(client, "forger")
    assert not is_signed_in(client)
    assert "We do not know you yet" in page.content.decode()
    assert not SocialAccount.objects.exists()


def test_an_address_of_which_nothing_is_said_is_refused(client, provider, lead):
    known_there(provider, "silent", email=lead.email)
    come_back(client, "silent")
    assert not is_signed_in(client)


def test_an_unknown_address_is_refused_and_makes_nobody(client, provider, lead):
    known_there(provider, "new", email="new@example.org", email_verified=True)
    page = come_back(client, "new")
    assert "We do not know you yet" in page.content.decode()
    assert not is_signed_in(client)
    assert User.objects.count() == 1


def test_the_pending_sign_up_cannot_be_finished_by_hand(client, provider, lead):
    known_there(provider, "new", email="new@example.org", email_verified=True)
    come_back(client, "new")
    client.post(
        reverse("account_signup"), {"email": "new@example.org", "password1": "x" * 20, "password2": "x" * 20}
    )
    assert User.objects.count() == 1


def test_the_suspended_are_refused(client, provider, lead):
    lead.is_active, lead.suspended_on = False, "2024-05-01"
    lead.save()
    known_there(provider, "lead", email=lead.email, email_verified=True)
    come_back(client, "lead")
    assert not is_signed_in(client)


def test_an_answer_that_we_did_not_ask_for_is_refused(client, provider, lead):
    known_there(provider, "lead", email=lead.email, email_verified=True)
    start = client.post(reverse("openid_connect_login", args=["sso"]))
    there = requests.post(start.url, data={"sub": "lead"}, allow_redirects=False, timeout=5)
    client.cookies.clear()
    page = client.get(there.headers["Location"].removeprefix("http://testserver"))
    assert not is_signed_in(client)
    assert "Signing in did not work" in page.content.decode()


def test_the_way_there_asks_for_pkce(client, provider):
    start = client.post(reverse("openid_connect_login", args=["sso"]))
    assert "code_challenge_method=S256" in start.url


def test_the_sign_in_page_offers_it_by_name(client):
    assert "Use your council account" in client.get(reverse("account_login")).content.decode()
