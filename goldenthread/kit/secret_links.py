"""Links and codes that open something without a password: how a code is made and typed, and what is kept of a secret."""

from __future__ import annotations

import hashlib
import secrets

LETTERS = "23456789BCDFGHJKMNPQRSTVWXZ"
"""No two are mistaken for one another, and no word can be spelt with them."""


def new_code(length: int) -> str:
    """Letters and figures to be read out, or copied from paper."""
    return "".join(secrets.choice(LETTERS) for _ in range(length))


def tidied(code: str) -> str:
    """A code as it was made, however it was typed.

    >>> tidied("bcdf 2345"), tidied("BCDF-2345")
    ('BCDF2345', 'BCDF2345')
    """
    return "".join(one for one in code.upper() if one.isalnum())


def hashed(secret: str) -> str:
    """What is kept of a secret. A short code is hashed with the key of its row before it, so that equal codes are not told."""
    return hashlib.sha256(secret.encode()).hexdigest()
