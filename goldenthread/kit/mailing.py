"""A list that anybody joins with an address: asked for, confirmed by a link, sent to each by itself, left with one button.

Each mail is marked as sent in the transaction that hands it over, under a lock on its reader. A worker that is killed before
that is followed by one that sends it. Killed in the very moment between, it hands the same message over again with the same
Message-ID, by which mail systems know one that they have. Rooms say who may join, write the events, and make the words.
"""

from __future__ import annotations

import hashlib
import logging
import secrets
from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from typing import Any, Self
from urllib.parse import urlsplit

from django.conf import settings
from django.db import models, transaction
from django.urls import reverse

from goldenthread.kit.errors import Refused
from goldenthread.kit.notices import send_email

CONFIRM_DAYS = 7
KEPT = timedelta(days=CONFIRM_DAYS)
"""How long an address is kept that nobody has confirmed."""
ASK = (
    "Somebody, we hope you, asked for {what} at this address. To get it, open this page and press the button within "
    f"{CONFIRM_DAYS} days:\n\n{{address}}\n\nIf it was not you, do nothing: we then forget the address."
)
out = logging.getLogger(__name__)


class ReaderQuerySet(models.QuerySet[Any]):
    """Addresses on a list."""

    def confirmed(self) -> Self:
        """Those who get mails."""
        return self.filter(confirmed_on__isnull=False)

    def given_up_on(self, day: date) -> Self:
        """Addresses that nobody confirmed in time: they are not kept."""
        return self.filter(confirmed_on=None, asked_on__lt=day - KEPT)


def new_key() -> str:
    """A key that nobody guesses."""
    return secrets.token_urlsafe(24)


class Reader(models.Model):
    """An address that asked for a list. Who leaves is forgotten: the row goes."""

    email = models.EmailField(unique=True)
    key = models.CharField(
        max_length=64, unique=True, default=new_key, help_text="Stands in the mails; confirms and leaves, and no more."
    )  # fmt: skip
    asked_on = models.DateField()
    is_to_be_asked = models.BooleanField(
        default=False, help_text="Whether the mail that asks must still go out."
    )
    confirmed_on = models.DateField(null=True)
    sent_up_to = models.PositiveIntegerField(
        default=0, help_text="The number of what was looked at for it last."
    )

    objects = ReaderQuerySet.as_manager()

    class Meta:
        abstract = True

    def __str__(self) -> str:
        return f"reader {self.pk}"


@dataclass(frozen=True)
class Mail:
    """What goes to one reader; without words nothing does. `number` is what it was about."""

    number: int
    subject: str = ""
    words: str = ""


@dataclass(frozen=True)
class MailingList:
    """A list: whose rows, how it is called, what the asking mail says is asked for, and the two pages of its links."""

    readers: type[Reader]
    title: str
    what: str
    confirm_page: str
    leave_page: str

    def ask(self, email: str, on: date, *, has_more: bool = False) -> Any:
        """The reader, to be asked by mail: once a day, and one who gets mails already only where there `has_more` to confirm."""
        found, is_new = self.readers.objects.get_or_create(
            email=email.strip().lower(), defaults={"asked_on": on}
        )
        if is_new or (found.asked_on != on and (has_more or not found.confirmed_on)):
            found.asked_on, found.is_to_be_asked = on, True
            found.save(update_fields=["asked_on", "is_to_be_asked"])
        return found

    def found(self, key: str) -> Any:
        """The reader of a key under lock; None where the address is gone."""
        return self.readers.objects.select_for_update().filter(key=key[:64]).first()

    def held(self, key: str) -> Any:
        """The reader of a key under lock; Refused where it is unknown or too old."""
        found = self.found(key)
        if found is None:
            raise Refused(f"This link is not good any more: it lasts {CONFIRM_DAYS} days. Sign up again.")
        return found

    def confirm(self, reader: Reader, *, latest: int, on: date) -> bool:
        """What comes after `latest` is sent from now on; whether the reader is new. What was sent before does not come."""
        if reader.confirmed_on is not None:
            return False
        reader.confirmed_on, reader.sent_up_to = on, latest
        reader.save(update_fields=["confirmed_on", "sent_up_to"])
        return True

    def forget(self, on: date) -> int:
        """Delete every address that nobody confirmed in time, and say how many."""
        gone: int = self.readers.objects.given_up_on(on).delete()[1].get(self.readers._meta.label, 0)
        return gone

    def ask_all(self) -> int:
        """Write to every address that is to be asked; say how many mails went."""
        waiting = self.readers.objects.filter(is_to_be_asked=True).values_list("pk", flat=True)
        return sum(self._tried(pk, self._ask_one) for pk in waiting)

    def send_all(self, latest: int, letter: Callable[[Any], Mail | None]) -> int:
        """Send each reader what they have not had yet, one mail each; say how many mails went.

        `letter` gives what comes next for a reader. An address that cannot be written to stops nobody else, and is tried again
        with the next sending.
        """
        behind = self.readers.objects.confirmed().filter(sent_up_to__lt=latest)
        return sum(
            self._tried(pk, lambda one: self._send_next(one, letter))
            for pk in behind.values_list("pk", flat=True)
        )

    def _tried(self, pk: int, send: Callable[[int], bool | None]) -> int:
        """How many mails went to one reader: `send` is called until it says None."""
        count = 0
        try:
            while (went := send(pk)) is not None:
                count += went
        except Exception as trouble:  # the mail system's own; the others are still to be served
            out.warning(
                "%s %s was not reached: %s", self.readers._meta.label_lower, pk, type(trouble).__name__
            )
        return count

    @transaction.atomic
    def _ask_one(self, pk: int) -> bool | None:
        to = self.readers.objects.select_for_update().filter(pk=pk, is_to_be_asked=True).first()
        if to is None:
            return None
        to.is_to_be_asked = False
        to.save(update_fields=["is_to_be_asked"])
        words = ASK.format(what=self.what, address=_address(self.confirm_page, to.key))
        own = self._message_id(to, f"asked {to.asked_on.isoformat()}")
        send_email(to.email, f"{self.title}: one more step", words, message_id=own)
        return True

    @transaction.atomic
    def _send_next(self, pk: int, letter: Callable[[Any], Mail | None]) -> bool | None:
        to = self.readers.objects.select_for_update().confirmed().filter(pk=pk).first()
        mail = letter(to) if to else None
        if to is None or mail is None:
            return None
        to.sent_up_to = mail.number
        to.save(update_fields=["sent_up_to"])
        if mail.words:
            leave, own = _address(self.leave_page, to.key), self._message_id(to, str(mail.number))
            words = f"{mail.words}\n\nNo more of these: {leave}"
            send_email(to.email, f"{self.title}: {mail.subject}", words, leave=leave, message_id=own)
        return bool(mail.words)

    def _message_id(self, to: Reader, of: str) -> str:
        """The same for the same mail, however often it is handed over; it tells nothing of the reader."""
        made = hashlib.sha256(f"{self.readers._meta.label} {to.key} {of}".encode()).hexdigest()[:40]
        return f"<{made}@{urlsplit(settings.SITE_ADDRESS).hostname or 'localhost'}>"


def _address(page: str, key: str) -> str:
    return f"{settings.SITE_ADDRESS}{reverse(page, args=[key])}"
