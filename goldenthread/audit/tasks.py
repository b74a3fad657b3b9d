"""What the background worker does for the audit: every night it reads the whole chain again."""

from __future__ import annotations

import logging

from django.db import transaction
from procrastinate.contrib.django import app

from goldenthread.audit.log import record
from goldenthread.audit.verify import verify

log = logging.getLogger(__name__)
NIGHTLY = "17 2 * * *"
VERIFIED = "audit.verified"


@app.periodic(cron=NIGHTLY)
@app.task(name="audit.verify", queueing_lock="audit.verify")
def verify_audit(timestamp: int = 0) -> None:
    """Check every event, and say in the audit itself what was found; trouble is shown to administrators and logged."""
    report = verify()
    detail = {"sound": report.ok, "events": report.count, "problems": report.problems}
    with transaction.atomic():
        record(VERIFIED, subject="audit", by=None, detail=detail)
    if report.ok:
        log.info("the audit is sound: %s events", report.count)
    else:
        log.error("the audit was tampered with: %s problems", report.problem_count)
