"""The virus scanner, asked over its socket. What it does not call clean is not clean: a scanner that is away says nothing.

clamd speaks one small protocol: INSTREAM, the content in pieces with their lengths before them, a length of zero, and then one
line. CLAMD_URL names where it listens: unix:///run/clamav/clamd.ctl or tcp://127.0.0.1:3310. Without it nothing is asked.
"""

from __future__ import annotations

import logging
import re
import socket
from contextlib import closing
from dataclasses import dataclass
from enum import StrEnum
from urllib.parse import urlsplit

from django.conf import settings

log = logging.getLogger(__name__)
PIECE = 64 * 1024
PATIENCE = 30
"""Seconds without a word of it, after which it counts as away."""
LONGEST = 4096
"""Bytes of an answer."""

_FOUND = re.compile(r"stream: \S.* FOUND")


class Scan(StrEnum):
    """What is known of a file."""

    NOT_ASKED = ""
    CLEAN = "clean"
    WAITING = "waiting"
    REFUSED = "refused"


@dataclass(frozen=True)
class Verdict:
    """What the scanner says; `words` are its own. `is_away`: it could not be asked at all, and others need not try now."""

    scan: Scan
    words: str = ""
    is_away: bool = False


def verdict(content: bytes) -> Verdict:
    """Clean, refused, or waiting when the scanner cannot say; not asked where no scanner is set."""
    if not settings.CLAMD_URL:
        return Verdict(Scan.NOT_ASKED)
    try:
        answer = _told(content)
    except OSError as trouble:
        log.warning("the virus scanner is away: %s", trouble)
        return Verdict(Scan.WAITING, str(trouble) or type(trouble).__name__, is_away=True)
    if answer == "stream: OK":
        return Verdict(Scan.CLEAN, answer)
    if _FOUND.fullmatch(answer):
        log.warning("the virus scanner refused a file: %s", answer)
        return Verdict(Scan.REFUSED, answer)
    log.warning("the virus scanner could not say: %s", answer)
    return Verdict(Scan.WAITING, answer or "no answer")


def version() -> str:
    """The scanner's version and the day of its signatures, in its own words. Raises OSError when it is away."""
    with closing(_connected()) as wire:
        wire.sendall(b"zVERSION\0")
        return _line(wire)


def _told(content: bytes) -> str:
    with closing(_connected()) as wire:
        try:
            wire.sendall(b"zINSTREAM\0")
            for place in range(0, len(content), PIECE):
                piece = content[place : place + PIECE]
                wire.sendall(len(piece).to_bytes(4, "big") + piece)
            wire.sendall(bytes(4))
        except BrokenPipeError:
            pass  # it has heard enough, and says why: a file over its own limit
        return _line(wire)


def _connected() -> socket.socket:
    where = urlsplit(settings.CLAMD_URL)
    if where.scheme == "unix":
        wire = socket.socket(socket.AF_UNIX, socket.SOCK_STREAM)
        wire.settimeout(PATIENCE)
        try:
            wire.connect(where.path)
        except OSError:
            wire.close()
            raise
        return wire
    return socket.create_connection((where.hostname or "127.0.0.1", where.port or 3310), PATIENCE)


def _line(wire: socket.socket) -> str:
    came = b""
    while not came.endswith(b"\0") and len(came) < LONGEST:
        more = wire.recv(LONGEST)
        if not more:
            break
        came += more
    return came.rstrip(b"\0\n").decode("utf-8", "replace")
