"""How long the worker tries to send what others carry: quickly at first, then every half hour for more than a day.

A mail server or GOV.UK Notify may be away for a day, and what was to be sent is sent when it is back. What was refused for good
(an address that is none) is tried a few times only, so that somebody hears of it soon.
"""

from __future__ import annotations

from smtplib import SMTPRecipientsRefused, SMTPResponseException

from procrastinate import BaseRetryStrategy, RetryDecision
from procrastinate.jobs import Job

QUICK = (4, 16, 64, 256)
"""Seconds before the second try, the third, and so on."""
LONG = (*QUICK, *[1800] * 52)
"""The same while those who carry it are away: 26 hours."""


def is_refused(trouble: BaseException) -> bool:
    """Whether a message was refused for good, and not only for now: by a mail server (5xx) or by Notify (400)."""
    if isinstance(trouble, SMTPRecipientsRefused):
        return all(code >= 500 for code, _ in trouble.recipients.values())
    if isinstance(trouble, SMTPResponseException):
        return trouble.smtp_code >= 500
    return getattr(trouble, "status_code", None) == 400


def most_tries(trouble: BaseException) -> int:
    """How often something is tried that ended in this trouble."""
    return 1 + len(QUICK if is_refused(trouble) else LONG)


class Patiently(BaseRetryStrategy):
    """Procrastinate's word for it."""

    def get_retry_decision(self, *, exception: BaseException, job: Job) -> RetryDecision | None:
        """When a job is tried again; None for no more."""
        if job.attempts >= most_tries(
            exception
        ):  # one more than that, should a worker have died over one of them
            return None
        return RetryDecision(retry_in={"seconds": LONG[min(job.attempts, len(LONG) - 1)]})
