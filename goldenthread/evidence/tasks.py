"""What the background worker does for evidence: packs, mails to followers, and each night a sweep of what is not used again."""

from __future__ import annotations

from django.db import connection, transaction
from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.evidence.actions.following import LIST, forget_unconfirmed
from goldenthread.evidence.actions.following import tell_followers as tell_all
from goldenthread.evidence.actions.packs import carry_out_pack
from goldenthread.evidence.models import Pack
from goldenthread.kit.uploads import telling

NIGHTLY = "47 2 * * *"
_ADD_UP = """
WITH gone AS (DELETE FROM evidence_change WHERE backend <> 0 RETURNING source, number)
INSERT INTO evidence_change (source, backend, number) SELECT source, 0, sum(number) FROM gone GROUP BY source
ON CONFLICT (source, backend) DO UPDATE SET number = evidence_change.number + EXCLUDED.number
"""
"""The rows of all connections become one, whose sum is theirs: what is kept stays right."""
_SWEEP = """
DELETE FROM evidence_keptcount WHERE changes <>
    (SELECT coalesce(sum(number), 0) FROM evidence_change one WHERE one.source = evidence_keptcount.source)
"""


@app.periodic(cron=NIGHTLY)
@app.task(name="evidence.sweep_counts", queueing_lock="evidence.sweep_counts")
def sweep_counts(timestamp: int = 0) -> None:
    """Remove the counts that something has changed under, and add up how often."""
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_ADD_UP)
        cursor.execute(_SWEEP)


@app.task(name="evidence.make_pack", pass_context=False)
def make_pack(*, pack: int) -> None:
    """Make a pack; one that is gone by then is no trouble."""
    held = Pack.objects.select_related("recorded_by", "programme").filter(pk=pack).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_pack(held, progress=tell)


@app.periodic(cron=NIGHTLY)
@app.task(name="evidence.ask_followers")
def ask_followers(timestamp: int = 0) -> None:
    """Ask each address whether it wants to follow: at once, and each night those not reached."""
    LIST.ask_all()


@app.periodic(cron=NIGHTLY)
@app.task(name="evidence.tell_followers")
def tell_followers(timestamp: int = 0) -> None:
    """Tell followers of what was published: at once, and each night those not reached."""
    tell_all()


@app.periodic(cron=NIGHTLY)
@app.task(name="evidence.forget_unconfirmed", queueing_lock="evidence.forget_unconfirmed")
def forget_addresses(timestamp: int = 0) -> None:
    """Forget the addresses that nobody confirmed."""
    forget_unconfirmed(on=timezone.localdate())
