"""An object store that speaks S3, where a council keeps files outside the database. It knows keys and bytes, and no rows.

Why and how it is used is in docs/decisions/0014.
"""

from __future__ import annotations

import base64
import hashlib
import logging
from functools import lru_cache
from typing import Any

from django.conf import settings

log = logging.getLogger(__name__)
CONNECT, READ, TRIES = 3, 15, 2
"""Seconds to be let in, seconds to wait for bytes, and how often we ask before the store is taken for away."""
NOT_THERE = {"404", "NoSuchKey", "NotFound"}


class StoreAway(Exception):
    """The object store does not answer, does not let us in, or is not named."""


class NotAsKept(Exception):
    """An object is gone, or its bytes are not those that were kept."""


def is_on() -> bool:
    """Whether a bucket is named."""
    return bool(settings.FILES_BUCKET)


def place() -> str:
    """The bucket and where it is, in words."""
    return f"{settings.FILES_BUCKET} at {settings.FILES_ADDRESS or settings.FILES_REGION}"


def put(key: str, content: bytes) -> None:
    """Keep bytes under a key. The store itself refuses bytes that were damaged on the way. Raises StoreAway."""
    digest = hashlib.md5(content, usedforsecurity=False).digest()
    _ask("put_object", Key=key, Body=content, ContentMD5=base64.b64encode(digest).decode())


def get(key: str, sha256: str) -> bytes:
    """The bytes under a key, if they are those with this hash. Raises StoreAway and NotAsKept."""
    try:
        content: bytes = _ask("get_object", Key=key)
    except NotAsKept:
        log.error("the object %s is gone from the store", key)
        raise
    if hashlib.sha256(content).hexdigest() != sha256:
        log.error("the object %s was changed in the store", key)
        raise NotAsKept(f"The object {key} was changed in the store.")
    return content


def remove(key: str) -> None:
    """Remove what is under a key; no trouble when nothing is. Raises StoreAway."""
    _ask("delete_object", Key=key)


def is_encrypted() -> bool | None:
    """Whether the bucket encrypts what it keeps; nothing when it does not say."""
    try:
        return bool(_ask("get_bucket_encryption"))
    except (StoreAway, NotAsKept):
        return None


def address_of(key: str) -> str:
    """The address at which anybody would find an object, if the bucket were open."""
    return str(_client().generate_presigned_url("get_object", Params=_named(Key=key))).partition("?")[0]


def _named(**asked: Any) -> dict[str, Any]:
    return {"Bucket": settings.FILES_BUCKET, **asked}


def _ask(what: str, **asked: Any) -> Any:
    """One question to the store: its answer, or the bytes where it gives some."""
    from botocore.exceptions import BotoCoreError, ClientError

    if not is_on():
        raise StoreAway("FILES_BUCKET names no bucket, and there are files in one.")
    try:
        answer = getattr(_client(), what)(**_named(**asked))
        return answer["Body"].read() if what == "get_object" else answer
    except ClientError as refused:
        if what == "get_object" and refused.response["Error"]["Code"] in NOT_THERE:
            raise NotAsKept(f"The object {asked['Key']} is gone from the store.") from None
        raise StoreAway(f"The object store refused: {refused}") from refused
    except (BotoCoreError, OSError, ValueError) as trouble:  # ValueError: an address that is none
        raise StoreAway(f"The object store does not answer: {trouble}") from trouble


def _client() -> Any:
    return _made(settings.FILES_ADDRESS, settings.FILES_REGION, settings.FILES_KEY, settings.FILES_SECRET)


@lru_cache(maxsize=1)
def _made(address: str, region: str, key: str, secret: str) -> Any:
    """One way in for each process; several threads may use it. Loaded when it is needed: it takes half a second."""
    from botocore.config import Config
    from botocore.session import get_session

    return get_session().create_client(
        "s3", endpoint_url=address or None, region_name=region, aws_access_key_id=key or None,
        aws_secret_access_key=secret or None,
        config=Config(
            signature_version="s3v4", connect_timeout=CONNECT, read_timeout=READ,
            retries={"total_max_attempts": TRIES, "mode": "standard"},
            request_checksum_calculation="when_required", response_checksum_validation="when_required",
            s3={"addressing_style": "path" if address else "auto"},
        ),
    )  # fmt: skip
