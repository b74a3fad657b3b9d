"""Both steps of signing in, as a browser does them."""

import re

import pytest
from allauth.mfa.models import Authenticator
from allauth.mfa.totp.internal.auth import TOTP, format_hotp_value, generate_totp_secret, hotp_value
from django.core.cache import cache
from django.urls import reverse

from goldenthread.accounts.actions.demonstration import make_people
from goldenthread.audit.models import Event
from tests.readers import person, sign_in, stranger

pytestmark = pytest.mark.django_db
NOW = 1_720_000_000
PASSWORD = "amber-barley-cedar-1"


@pytest.fixture(autouse=True)
def fresh_limits():
    cache.clear()


@pytest.fixture
def lead(time_machine):
    time_machine.move_to(NOW, tick=False)
    user = person("programme lead")
    user.set_password("amber-barley-cedar-1")
    user.save()
    return user


def enter_password(client, user, password=PASSWORD, **extra):
    return client.post(reverse("account_login"), {"login": user.email, "password": password}, **extra)


def code(secret, now=NOW):
    return format_hotp_value(hotp_value(secret, now // 30))


def test_password_then_code_opens_the_workspace(client, lead):
    secret = generate_totp_secret()
    TOTP.activate(lead, secret)
    answer = enter_password(client, lead)
    assert answer.url == reverse("mfa_authenticate")
    assert "_auth_user_id" not in client.session
    answer = client.post(answer.url, {"code": code(secret)})
    assert answer.url == "/work/"
    assert Event.objects.latest("sequence").action == "accounts.signed-in"


def test_a_wrong_code_says_what_to_do(client, lead):
    TOTP.activate(lead, generate_totp_secret())
    enter_password(client, lead)
    page = client.post(reverse("mfa_authenticate"), {"code": "000000"}).content.decode()
    assert "This code is not right" in page


def test_a_code_works_once(client, lead):
    secret = generate_totp_secret()
    TOTP.activate(lead, secret)
    enter_password(client, lead)
    assert client.post(reverse("mfa_authenticate"), {"code": code(secret)}).status_code == 302
    client.post(reverse("account_logout"))
    enter_password(client, lead)
    assert client.post(reverse("mfa_authenticate"), {"code": code(secret)}).status_code == 200


def test_a_wrong_password_and_an_unknown_address_sound_the_same(client, lead):
    known = enter_password(client, lead, "wrong").content.decode()
    unknown = client.post(
        reverse("account_login"), {"login": "nobody@example.org", "password": "wrong"}
    ).content.decode()
    words = "The email address or the password is not right"
    assert words in known
    assert words in unknown


def test_address_signs_in_in_any_case(client, lead):
    answer = client.post(
        reverse("account_login"), {"login": lead.email.upper(), "password": "amber-barley-cedar-1"}
    )
    assert answer.status_code == 302


def test_guessing_one_persons_password_is_stopped(client, lead):
    for _ in range(5):
        enter_password(client, lead, "wrong")
    page = enter_password(client, lead).content.decode()
    assert "Too many tries to sign in" in page
    assert "_auth_user_id" not in client.session


def test_guessing_many_peoples_passwords_from_one_place_is_stopped(client, lead):
    for number in range(10):
        client.post(reverse("account_login"), {"login": f"p{number}@example.org", "password": "wrong"})
    assert "Too many tries" in enter_password(client, lead).content.decode()


def test_guessing_codes_is_stopped(client, lead):
    secret = generate_totp_secret()
    TOTP.activate(lead, secret)
    enter_password(client, lead)
    for number in range(12):
        page = client.post(reverse("mfa_authenticate"), {"code": f"{number:06}"})
    page = client.post(reverse("mfa_authenticate"), {"code": code(secret)})
    assert page.status_code != 302, "the right code was taken after twelve wrong ones"


@pytest.mark.django_db(transaction=True)
def test_setting_up_an_app_counts_for_this_session(client, lead):
    enter_password(client, lead)
    answer = client.get("/account/onwards/")
    assert answer.url.startswith(reverse("account_second_step"))
    client.post(reverse("account_reauthenticate"), {"password": "amber-barley-cedar-1"})
    page = client.get(reverse("mfa_activate_totp"))
    secret = re.search(r"<code>([A-Z2-7]+)</code>", page.content.decode()).group(1)
    client.post(reverse("mfa_activate_totp"), {"code": code(secret)})
    assert Authenticator.objects.filter(user=lead, type="totp").exists()
    codes = client.get(reverse("mfa_view_recovery_codes"))
    assert "10 of 10 are left" in codes.content.decode()
    assert client.get("/account/onwards/").url == "/work/"


def test_a_password_alone_cannot_change_a_second_step_that_is_set_up(client, lead):
    enter_password(client, lead)
    TOTP.activate(lead, generate_totp_secret())
    client.post(reverse("account_reauthenticate"), {"password": "amber-barley-cedar-1"})
    for name in ("mfa_index", "mfa_deactivate_totp", "mfa_add_webauthn", "mfa_view_recovery_codes"):
        assert client.get(reverse(name)).url.startswith(reverse("mfa_reauthenticate")), name


def test_a_recovery_code_opens_the_door_once(client, lead):
    from allauth.mfa.recovery_codes.internal.auth import RecoveryCodes

    TOTP.activate(lead, generate_totp_secret())
    spare = RecoveryCodes.activate(lead).get_unused_codes()[0]
    enter_password(client, lead)
    assert client.post(reverse("mfa_authenticate"), {"code": spare}).status_code == 302
    client.post(reverse("account_logout"))
    enter_password(client, lead)
    assert client.post(reverse("mfa_authenticate"), {"code": spare}).status_code == 200


def test_demonstration_shows_a_code_that_works_and_then_the_next(client, settings):
    settings.DEMONSTRATION, settings.MFA_TOTP_TOLERANCE = True, 1
    shown = make_people()[0]
    for _ in range(2):
        answer = client.post(reverse("account_login"), {"login": shown.email, "password": shown.password})
        page = client.get(answer.url).content.decode()
        found = re.search(r"Demonstration only:.*?(\d{6})", page, re.DOTALL).group(1)
        assert client.post(answer.url, {"code": found}).status_code == 302
        client.post(reverse("account_logout"))


def test_code_is_shown_to_nobody_real(client, lead, settings):
    settings.DEMONSTRATION = True
    TOTP.activate(lead, generate_totp_secret())
    enter_password(client, lead)
    assert "Demonstration only" not in client.get(reverse("mfa_authenticate")).content.decode()


def test_suspension_ends_a_session_at_its_next_page(client, lead):
    sign_in(client, lead)
    assert client.get("/account/onwards/").url == "/work/"
    lead.is_active, lead.suspended_on = False, "2024-05-01"
    lead.save()
    assert client.get("/account/onwards/").url.startswith(reverse("account_login"))


def test_the_suspended_are_told_so_only_with_the_right_password(client, lead):
    lead.is_active, lead.suspended_on = False, "2024-05-01"
    lead.save()
    assert enter_password(client, lead).url == reverse("account_inactive")
    assert "is not right" in enter_password(client, lead, "wrong").content.decode()


def test_nobody_signs_themselves_up(client):
    page = client.post(
        reverse("account_signup"), {"email": "me@example.org", "password1": "x" * 20, "password2": "x" * 20}
    )
    assert "We do not know you yet" in page.content.decode()


def test_forgotten_password_says_the_same_to_everybody(client, lead, mailoutbox):
    for address in (lead.email, "nobody@example.org"):
        answer = client.post(reverse("account_reset_password"), {"email": address})
        assert answer.url == reverse("account_reset_password_done")
    assert [message.to for message in mailoutbox] == [[lead.email]]


def test_a_short_password_is_refused_with_what_is_wanted(client, lead):
    sign_in(client, lead)
    client.post(reverse("mfa_reauthenticate"), {})
    page = client.post(
        reverse("account_change_password"),
        {"oldpassword": "amber-barley-cedar-1", "password1": "short", "password2": "short"},
    )
    assert "at least 12 characters" in page.content.decode()


def test_administrator_lands_on_people(client):
    sign_in(client, person("administrator"))
    assert client.get("/account/onwards/").url == reverse("accounts_people")


def test_sign_in_leads_nowhere_outside(client, lead):
    answer = client.post(
        reverse("account_login") + "?next=https://evil.example/",
        {"login": lead.email, "password": "amber-barley-cedar-1"},
    )
    assert "evil" not in answer.url


@pytest.mark.parametrize("name", ["account_login", "account_reset_password", "account_signup", "account_inactive",
                                  "account_reset_password_done", "socialaccount_login_cancelled"])  # fmt: skip
def test_page_opens_without_an_account(client, name):
    assert client.get(reverse(name)).status_code == 200


def test_pages_run_no_script_from_within(client):
    page = client.get(reverse("account_login"))
    assert "'unsafe" not in page.headers["Content-Security-Policy"]
    for attributes in re.findall(r"<script([^>]*)>", page.content.decode()):
        assert "src=" in attributes or "application/json" in attributes


def test_stranger_may_look_after_their_own_sign_in(client):
    sign_in(client, stranger(), second_step=False)
    assert client.get(reverse("mfa_index")).status_code == 200
