"""S4: somebody who is suspended, or whose role has ended, is out at their next request."""

from __future__ import annotations

from datetime import timedelta

import pytest
from django.conf import settings
from django.test import Client
from django.utils import timezone

from assurance.amount import times
from goldenthread.accounts.actions.holdings import end
from goldenthread.accounts.actions.people import reinstate, suspend
from goldenthread.accounts.models import User
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db
TIMES = times(50, full=1000)
PAGE = "/work/"


def test_the_suspended_are_out_at_once(record_property):
    """Out, and what they had open stays shut when they come back."""
    chief, user = person("administrator"), person("programme lead")
    kept_in = 0
    for _ in range(TIMES):
        client = sign_in(Client(), user)
        assert client.get(PAGE).status_code == 200
        suspend(user=user, on=timezone.localdate(), by=chief)
        kept_in += client.get(PAGE).status_code != 302
        reinstate(user=user, by=chief)
        kept_in += client.get(PAGE).status_code != 302
        user.refresh_from_db()
    record_property("counted", {"what": "suspended and brought back", "tried": 2 * TIMES, "failed": kept_in})
    assert kept_in == 0


def test_who_lost_a_role_is_out_at_once(record_property):
    chief, kept_in, rounds, page = person("administrator"), 0, TIMES // 5, "/account/people/"
    today = timezone.localdate()
    for _ in range(rounds):
        user = person("administrator", starts_on=today - timedelta(days=9))
        client = sign_in(Client(), user)
        assert client.get(page).status_code == 200
        end(holding=user.holdings.get(), on=today, by=chief)
        kept_in += client.get(page).status_code != 403
    record_property("counted", {"what": "roles ended", "tried": rounds, "failed": kept_in})
    assert kept_in == 0


def test_no_account_comes_with_the_system(record_property):
    record_property(
        "counted",
        {"what": "accounts in a new database", "tried": User.objects.count(), "failed": User.objects.count()},
    )
    assert not User.objects.exists()


def test_a_password_like_the_name_is_refused(record_property):
    from django.contrib.auth.password_validation import validate_password
    from django.core.exceptions import ValidationError

    user = User(email="barnaby.underhill@example.org", name="Barnaby Underhill")
    taken = []
    words = [
        "barnaby.underhill@example.org",
        "barnabyunderhill",
        "Barnaby Underhill",
        "barnaby.underhill1",
        "password1234",
        "short",
    ]
    for word in words:
        try:
            validate_password(word, user)
            taken.append(word)
        except ValidationError:
            pass
    record_property(
        "counted",
        {"what": "passwords like the name, common or short", "tried": len(words), "failed": len(taken)},
    )
    assert taken == []
    assert settings.AUTH_PASSWORD_VALIDATORS


def test_an_account_that_nobody_used_for_90_days_is_shut(record_property):
    """On the 90th day and not the day before; families later; the last administrator never."""
    from datetime import UTC, datetime

    from goldenthread.accounts.actions.unused import shut_unused

    day, wrong, tried = datetime(2026, 11, 24, 12, tzinfo=UTC), 0, 0
    chief = person("administrator")
    User.objects.filter(pk=chief.pk).update(created_at=day, last_login=day)
    for role, limit in (("caseworker", 90), ("programme lead", 90), ("family", 400)):
        for days in (0, limit - 1, limit, limit + 500):
            for is_new in (True, False):  # never signed in, or signed in once
                user = person(role)
                used = day - timedelta(days=days)
                User.objects.filter(pk=user.pk).update(
                    created_at=used if is_new else day - timedelta(days=3000),
                    last_login=None if is_new else used,
                )
                shut_unused(on=day.date(), by=None)
                user.refresh_from_db()
                wrong += user.is_active == (days >= limit)
                tried += 1
    record_property(
        "counted", {"what": "accounts that were used some days ago", "tried": tried, "failed": wrong}
    )
    assert wrong == 0
    assert User.objects.get(pk=chief.pk).is_active
    User.objects.exclude(pk=chief.pk).update(is_active=False, suspended_on=day.date())
    shut_unused(on=day.date() + timedelta(days=1000), by=None)
    assert User.objects.get(pk=chief.pk).is_active


def test_who_was_let_in_again_is_not_shut_the_next_night():
    from goldenthread.accounts.actions.unused import shut_unused

    today, chief, user = timezone.localdate(), person("administrator"), person("caseworker")
    long_ago = timezone.now() - timedelta(days=200)
    User.objects.filter(pk=user.pk).update(created_at=long_ago, last_login=long_ago)
    assert shut_unused(on=today, by=None) == 1
    reinstate(user=user, by=chief)
    assert shut_unused(on=today + timedelta(days=1), by=None) == 0
