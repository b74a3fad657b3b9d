"""Short notices to people: by e-mail through Django, by text through the sender that the settings name.

A notice says that something waits behind the sign-in. It never carries what waits.
"""

from __future__ import annotations

import sys
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string


class TextSender(Protocol):
    """Something that sends a text message."""

    def __call__(self, number: str, words: str) -> None: ...


def to_console(number: str, words: str) -> None:
    """Write a text message to the console: for the demonstration."""
    sys.stdout.write(f"--- text to {number} ---\n{words}\n--- end ---\n")


def send_text(number: str, words: str) -> None:
    """Send a text message. Raises what its sender raises."""
    sender: TextSender = import_string(settings.TEXT_SENDER)
    sender(number, words)


def send_email(address: str, subject: str, words: str, *, leave: str = "") -> None:
    """Send a plain e-mail, without any file. `leave` is the page on which a list is left, for mail programs that offer it
    (RFC 2369). Raises what Django's sender raises."""
    headers = {"List-Unsubscribe": f"<{leave}>"} if leave else {}
    EmailMessage(subject, words, settings.DEFAULT_FROM_EMAIL, [address], headers=headers).send()
