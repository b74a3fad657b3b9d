"""The virus scanner: that it answers, and that no file waits for it for long."""

from __future__ import annotations

from datetime import timedelta

from django.conf import settings
from django.utils import timezone

from goldenthread.casework.models import QuarantinedPaper
from goldenthread.kit.received import scanner
from goldenthread.running.checks.finding import Finding, broken, look, well

LONG = timedelta(hours=1)
NAME = "Virus scanner"


def answers() -> Finding:
    """Whether the scanner is there; look when none is set."""
    if not settings.CLAMD_URL:
        return look(NAME, "None is set: files are looked through by us alone.",
                    "Install clamav-daemon and set CLAMD_URL (docs/running/install.md).")  # fmt: skip
    try:
        return well(NAME, f"It answers: {scanner.version()}.")
    except OSError as trouble:
        return broken(NAME, f"It does not answer ({trouble}): files wait or are turned away.",
                      "Start it (systemctl start clamav-daemon), or mend CLAMD_URL.")  # fmt: skip


def quarantined() -> Finding:
    """Whether files wait for it for long."""
    held = QuarantinedPaper.objects.order_by("since").first()
    if held is None:
        return well("Files that wait for the scan", "None.")
    count = QuarantinedPaper.objects.count()
    said = f"{count}; the first came {timezone.localtime(held.since):%-d %B, %H:%M}."
    if timezone.now() - held.since < LONG:
        return well("Files that wait for the scan", said)
    why = f" It last said: {held.trouble}." if held.trouble else ""
    return look(
        "Files that wait for the scan", said + why, "Look at the scanner and its limits (StreamMaxLength)."
    )
