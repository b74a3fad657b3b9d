"""Making the pack for when the system is down, and handing it out."""

from __future__ import annotations

import hashlib
from datetime import datetime
from typing import Any

from django.conf import settings
from django.db import transaction
from django.utils import timezone

from goldenthread.audit import log
from goldenthread.keeping.locked_page import HALF, locked, plain
from goldenthread.keeping.models import ContinuityPack
from goldenthread.keeping.queries.continuity import needed
from goldenthread.kit.errors import Refused

KEPT = 3


@transaction.atomic
def make_pack(*, at: datetime, by: Any) -> ContinuityPack:
    """The pack as things stand now; all but the newest few go. Refuses without a key of two halves."""
    if len(plain(settings.CONTINUITY_KEY)) < 2 * HALF:
        raise Refused("CONTINUITY_KEY holds no key. Make one: goldenthread continuity key")
    said = needed(timezone.localdate(at))
    content = locked(said, key=settings.CONTINUITY_KEY, made_at=at, area=settings.AREA_NAME)
    made = ContinuityPack.objects.create(
        made_at=at, content=content, sha256=hashlib.sha256(content).hexdigest(),
        counts={name: len(rows) for name, rows in said.items()},
    )  # fmt: skip
    old = ContinuityPack.objects.order_by("-made_at", "-pk").values_list("pk", flat=True)[KEPT:]
    ContinuityPack.objects.filter(pk__in=list(old)).delete()
    log.record("keeping.continuity.made", subject=log.subject_of(made), by=by, detail={"sha256": made.sha256})
    return made


@transaction.atomic
def take_pack(*, pack: ContinuityPack, by: Any) -> bytes:
    """Its bytes; who took it is in the audit."""
    log.record(
        "keeping.continuity.taken", subject=log.subject_of(pack), by=by, detail={"sha256": pack.sha256}
    )
    return bytes(pack.content)
