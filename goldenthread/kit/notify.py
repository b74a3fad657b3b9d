"""E-mail and texts by GOV.UK Notify. The council makes one template for each there, whose text is ((message))."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from django.conf import settings
from django.core.exceptions import ImproperlyConfigured
from django.core.mail import EmailMessage
from django.core.mail.backends.base import BaseEmailBackend
from notifications_python_client.errors import HTTPError
from notifications_python_client.notifications import NotificationsAPIClient

from goldenthread.kit.notices import ONE_CLICK


def client() -> NotificationsAPIClient:
    """A client with the council's key. Raises ImproperlyConfigured without one."""
    if not settings.NOTIFY_API_KEY:
        raise ImproperlyConfigured(
            "NOTIFY_API_KEY is empty. Put the key of your GOV.UK Notify service there."
        )
    return NotificationsAPIClient(settings.NOTIFY_API_KEY, base_url=settings.NOTIFY_ADDRESS)


def send_text(number: str, words: str) -> None:
    """Send a text message by Notify. Raises HTTPError when Notify refuses it."""
    client().send_sms_notification(number, settings.NOTIFY_TEXT_TEMPLATE, personalisation={"message": words})


def can_text() -> bool:
    """Whether people can be asked by text: the key and both templates of text messages are set."""
    return bool(
        settings.NOTIFY_API_KEY and settings.NOTIFY_TEXT_TEMPLATE and settings.NOTIFY_INVITATION_TEMPLATE
    )


def send_by_template(number: str, template: str, values: dict[str, str], reference: str) -> None:
    """Send a text message by a template of its own. `reference` is ours, and tells nothing of the reader."""
    client().send_sms_notification(number, template, personalisation=values, reference=reference)


def has_taken(reference: str) -> bool:
    """Whether Notify has a text message of this reference, and so must not be given it again."""
    found = client().get_all_notifications(template_type="sms", reference=reference)
    return bool(found.get("notifications"))


class EmailBackend(BaseEmailBackend):
    """Django's mail, sent by Notify. Set EMAIL_BACKEND to goldenthread.kit.notify.EmailBackend.

    The template there has the subject ((subject)) and the text ((message)). A message with a file is refused: we send links.
    """

    def send_messages(self, email_messages: Sequence[EmailMessage]) -> int:
        """Send them one by one; gives how many were taken."""
        sender, taken = client(), 0
        for message in email_messages:
            if message.attachments:
                raise ValueError("No file leaves by mail: send a link.")
            for address in message.recipients():
                taken += self._send(sender, address, message)
        return taken

    def _send(self, sender: Any, address: str, message: EmailMessage) -> int:
        words = {"subject": message.subject, "message": message.body}
        leave = message.extra_headers.get("List-Unsubscribe", "").strip("<>")
        more = {"one_click_unsubscribe_url": leave} if ONE_CLICK in message.extra_headers else {}
        try:
            sender.send_email_notification(
                address, settings.NOTIFY_EMAIL_TEMPLATE, personalisation=words, **more
            )
        except HTTPError:
            if not self.fail_silently:
                raise
            return 0
        return 1
