"""A page that opens without a network in any browser of today and shows nothing without its key.

Pure. What it says is encrypted with AES-256-GCM; the key is made from the words that two people hold by PBKDF2 with SHA-256. The
browser's own cryptography opens it: nothing is installed, and nothing is loaded from anywhere.
"""

from __future__ import annotations

import base64
import json
import secrets
from datetime import datetime
from typing import Any

from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from cryptography.hazmat.primitives.hashes import SHA256
from cryptography.hazmat.primitives.kdf.pbkdf2 import PBKDF2HMAC
from django.template.loader import render_to_string

from goldenthread.kit.secret_links import LETTERS, new_code

ROUNDS = 600_000
HALF = 14
"""Letters that each of two people holds: more than 66 bits each, and more than 133 together."""


def new_key() -> tuple[str, str]:
    """Two halves, each in groups of letters that are not mistaken for one another."""
    return _half(), _half()


def _half() -> str:
    word = new_code(HALF)
    return f"{word[:5]}-{word[5:10]}-{word[10:]}"


def plain(key: str) -> str:
    """The key's letters, however it was typed."""
    return "".join(letter for letter in key.upper() if letter in LETTERS)


def locked(said: dict[str, Any], *, key: str, made_at: datetime, area: str) -> bytes:
    """The page. `made_at` stands on it in the open, so that it says how old it is before anybody opens it."""
    salt, nonce = secrets.token_bytes(16), secrets.token_bytes(12)
    words = json.dumps(said, ensure_ascii=False).encode()
    shut = AESGCM(_derived(key, salt)).encrypt(nonce, words, None)
    values = {"salt": salt, "nonce": nonce, "shut": shut}
    page = render_to_string("keeping/continuity_page.html", {
        "area": area, "made_at": made_at, "rounds": ROUNDS,
        **{name: base64.b64encode(value).decode() for name, value in values.items()},
    })  # fmt: skip
    return page.encode()


def unlocked(page: bytes, *, key: str) -> dict[str, Any]:
    """What a page says. Raises cryptography's InvalidTag for another key or a changed byte."""
    text = page.decode()
    salt, nonce, shut = (
        base64.b64decode(text.partition(f'data-{name}="')[2].partition('"')[0])
        for name in ("salt", "nonce", "shut")
    )
    said: dict[str, Any] = json.loads(AESGCM(_derived(key, salt)).decrypt(nonce, shut, None))
    return said


def _derived(key: str, salt: bytes) -> bytes:
    return PBKDF2HMAC(algorithm=SHA256(), length=32, salt=salt, iterations=ROUNDS).derive(plain(key).encode())
