"""What is told by the first bytes of a file, and the one signature that every virus scanner knows.

This is no virus scanner: a council runs one on its server or in front of it (docs/running/install.md). What we can tell
ourselves, we refuse ourselves.
"""

from __future__ import annotations

_TEST_VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
_PROGRAMS = (b"MZ", b"\x7fELF", b"\xcf\xfa\xed\xfe", b"#!")
_OLD_OFFICE = b"\xd0\xcf\x11\xe0\xa1\xb1\x1a\xe1"


def has_virus_signature(content: bytes) -> bool:
    """Whether the test signature of virus scanners stands anywhere in it."""
    return _TEST_VIRUS in content


def is_program(content: bytes) -> bool:
    """Whether it begins as a program does."""
    return content.startswith(_PROGRAMS)


def is_old_office(content: bytes) -> bool:
    """Whether it is a document of Office before 2007, or an encrypted one: both can hide what they do."""
    return content.startswith(_OLD_OFFICE)
