"""Short notices to people: by e-mail through Django, by text through the sender that the settings name.

A notice says that something waits behind the sign-in. It never carries what waits.
"""

from __future__ import annotations

import sys
from typing import Protocol

from django.conf import settings
from django.core.mail import send_mail
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


def send_email(address: str, subject: str, words: str) -> None:
    """Send a plain e-mail, without any file. Raises what Django's sender raises."""
    send_mail(subject, words, settings.DEFAULT_FROM_EMAIL, [address])
