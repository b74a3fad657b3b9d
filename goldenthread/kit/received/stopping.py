"""A file that is too large is thrown away as it comes, so that 200 MB fill neither the memory nor the disk."""

from __future__ import annotations

from io import BytesIO
from typing import Any

from django.core.files.uploadedfile import InMemoryUploadedFile, UploadedFile
from django.core.files.uploadhandler import FileUploadHandler

LARGEST = 41 * 1024 * 1024
"""Bytes: a little more than the largest file that any form takes, so that the form itself says what is too large for it."""


class StopAtLargest(FileUploadHandler):
    """Counts what comes. Past the limit nothing is passed on, and the form gets an empty file that knows its true size."""

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Another file begins."""
        super().new_file(*args, **kwargs)
        self.came = 0

    def receive_data_chunk(self, raw_data: bytes, start: int) -> bytes | None:
        """The piece, for the handlers after this one; nothing once there is too much."""
        self.came += len(raw_data)
        return raw_data if self.came <= LARGEST else None

    def file_complete(self, file_size: int) -> UploadedFile | None:
        """Nothing for a file within the limit: the next handler has it."""
        if self.came <= LARGEST:
            return None
        return InMemoryUploadedFile(
            BytesIO(), self.field_name, self.file_name or "file", self.content_type, self.came, None
        )
