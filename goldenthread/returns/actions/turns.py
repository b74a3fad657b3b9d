"""Drafts and signatures come one after the other, or two could have one number."""

from __future__ import annotations

from django.db import connection

LOCK = 7_204_261


def one_at_a_time() -> None:
    """Wait for whoever asks for a draft or signs one; held until the transaction is over."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
