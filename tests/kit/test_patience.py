"""What is away is waited for longer than a day; what was refused for good is given up soon."""

from __future__ import annotations

import smtplib
from types import SimpleNamespace

import pytest

from goldenthread.kit.patience import LONG, QUICK, Patiently, is_refused, most_tries


class Answered(Exception):
    def __init__(self, status_code):
        self.status_code = status_code


@pytest.mark.parametrize(
    ("trouble", "refused"),
    [
        (ConnectionRefusedError(), False),
        (TimeoutError(), False),
        (smtplib.SMTPDataError(451, b"later"), False),
        (smtplib.SMTPDataError(554, b"no"), True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (550, b"no such user")}), True),
        (smtplib.SMTPRecipientsRefused({"a@example.org": (450, b"greylisted")}), False),
        (Answered(400), True),
        (Answered(429), False),
        (Answered(503), False),
    ],
)
def test_is_refused_tells_for_good_from_for_now(trouble, refused):
    assert is_refused(trouble) is refused
    assert most_tries(trouble) == 1 + len(QUICK if refused else LONG)


def test_a_job_is_put_off_for_more_than_a_day_in_all():
    assert sum(LONG) > 25 * 3600


def test_patiently_ends_after_the_last_try():
    def decided(attempts):
        return Patiently().get_retry_decision(
            exception=TimeoutError(), job=SimpleNamespace(attempts=attempts)
        )

    assert decided(0) is not None
    assert decided(len(LONG)) is not None
    assert decided(len(LONG) + 1) is None
