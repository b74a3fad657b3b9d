"""An object store that speaks S3, on a port of its own, with one empty bucket."""

from __future__ import annotations

import logging
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from moto.server import ThreadedMotoServer

from goldenthread.kit import object_store

NOBODY = "http://127.0.0.1:1"
"""An address at which no store answers."""


class Bucket:
    """The bucket that the settings name."""

    def __init__(self, settings: Any, address: str) -> None:
        self.settings, self.address, self.name = settings, address, f"files-{secrets.token_hex(8)}"
        settings.FILES_BUCKET, settings.FILES_ADDRESS = self.name, address
        settings.FILES_KEY, settings.FILES_SECRET = "key", secrets.token_hex(8)
        self.client.create_bucket(
            Bucket=self.name, CreateBucketConfiguration={"LocationConstraint": settings.FILES_REGION}
        )

    @property
    def client(self) -> Any:
        """Our own way in."""
        return object_store._client()

    def keys(self) -> list[str]:
        """What it holds."""
        return [one["Key"] for one in self.client.list_objects_v2(Bucket=self.name).get("Contents", [])]

    def flip(self, key: str) -> None:
        """Change one bit of an object."""
        content = bytearray(self.client.get_object(Bucket=self.name, Key=key)["Body"].read())
        content[len(content) // 2] ^= 1
        self.client.put_object(Bucket=self.name, Key=key, Body=bytes(content))

    def go_away(self) -> None:
        """Let nobody reach it."""
        self.settings.FILES_ADDRESS = NOBODY

    def come_back(self) -> None:
        """As it was."""
        self.settings.FILES_ADDRESS = self.address

    def environment(self) -> dict[str, str]:
        """What a process needs to reach it."""
        names = ("FILES_BUCKET", "FILES_ADDRESS", "FILES_REGION", "FILES_KEY", "FILES_SECRET")
        return {name: str(getattr(self.settings, name)) for name in names}


@contextmanager
def store() -> Iterator[str]:
    """The address of a store, stopped afterwards."""
    logging.getLogger("werkzeug").setLevel(logging.ERROR)
    server = ThreadedMotoServer(ip_address="127.0.0.1", port=0, verbose=False)
    server.start()
    host, port = server.get_host_and_port()
    try:
        yield f"http://{host}:{port}"
    finally:
        server.stop()
