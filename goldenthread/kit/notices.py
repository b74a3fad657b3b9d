"""Short notices to people: by e-mail through Django, by text through the sender that the settings name.

A notice says that something waits behind the sign-in. It never carries what waits.
"""

from __future__ import annotations

import sys
from typing import Protocol

from django.conf import settings
from django.core.mail import EmailMessage
from django.utils.module_loading import import_string

ONE_CLICK = "List-Unsubscribe-Post"


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


def send_email(address: str, subject: str, words: str, *, leave: str = "", message_id: str = "") -> None:
    """Send a plain e-mail, without any file. Raises what Django's sender raises.

    `leave` is the page on which a list is left, for mail programs that offer it (RFC 2369); with https they do it by one POST
    (RFC 8058). `message_id` is given where the same mail may be handed over twice.
    """
    headers = {"Message-ID": message_id} if message_id else {}
    if leave:
        headers["List-Unsubscribe"] = f"<{leave}>"
        if leave.startswith("https://"):
            headers[ONE_CLICK] = "List-Unsubscribe=One-Click"
    EmailMessage(subject, words, settings.DEFAULT_FROM_EMAIL, [address], headers=headers).send()
