"""A large file is put down while it comes, under no name: a process that is killed leaves nothing of it on the disk."""

from __future__ import annotations

import tempfile
from contextlib import suppress
from io import BytesIO
from typing import Any

from django.conf import settings
from django.core.files.uploadedfile import UploadedFile
from django.core.files.uploadhandler import FileUploadHandler


class NamelessFiles(FileUploadHandler):
    """Django's own handler gives the file a name, and a process that dies before it is closed leaves a child's report there.

    Where there is no room for it, the rest is let by and the trouble raised at the end: a browser that is answered while it still
    sends shows its own page about a broken line, and not our sentence.
    """

    trouble: OSError | None = None

    def new_file(self, *args: Any, **kwargs: Any) -> None:
        """Another file begins."""
        super().new_file(*args, **kwargs)
        held = tempfile.TemporaryFile(dir=settings.FILE_UPLOAD_TEMP_DIR)  # noqa: SIM115 (closed with the request)
        self.file = UploadedFile(
            held, self.file_name, self.content_type, 0, self.charset, self.content_type_extra
        )

    def receive_data_chunk(self, raw_data: bytes, start: int) -> None:
        """Put a piece down."""
        if self.trouble is None:
            try:
                self.file.write(raw_data)
            except OSError as trouble:
                self._without_room(trouble)

    def file_complete(self, file_size: int) -> UploadedFile:
        """The whole file."""
        try:
            self.file.seek(0)
        except OSError as trouble:  # the last piece is put down only now
            self._without_room(trouble)
        self.file.size = file_size
        return self.file

    def upload_complete(self) -> None:
        """The form has come to its end."""
        if self.trouble is not None:
            raise self.trouble

    def _without_room(self, trouble: OSError) -> None:
        self.trouble = trouble
        with suppress(OSError):  # what could not be put down, cannot be now
            self.file.close()
        self.file = UploadedFile(BytesIO(), self.file_name, self.content_type, 0, self.charset)

    def upload_interrupted(self) -> None:
        """Let go what came."""
        if hasattr(self, "file"):
            self.file.close()
