"""A large file that comes in has no name on the disk, and arrives whole."""

from __future__ import annotations

import errno

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.http import HttpRequest
from django.test import RequestFactory

from goldenthread.kit.received.nameless import NamelessFiles

WORDS = b"words " * 1_000_000


def sent(folder, settings) -> HttpRequest:
    settings.FILE_UPLOAD_TEMP_DIR = str(folder)
    settings.FILE_UPLOAD_HANDLERS = ["goldenthread.kit.received.nameless.NamelessFiles"]
    return RequestFactory().post("/", {"paper": SimpleUploadedFile("report.txt", WORDS)})


def test_a_file_arrives_whole_and_leaves_no_name(tmp_path, settings):
    paper = sent(tmp_path, settings).FILES["paper"]
    assert list(tmp_path.iterdir()) == []
    assert (paper.name, paper.size) == ("report.txt", len(WORDS))
    assert paper.read() == WORDS


def test_an_interrupted_file_is_let_go():
    handler = NamelessFiles()
    handler.new_file("paper", "report.txt", "text/plain", None)
    handler.receive_data_chunk(b"half", 0)
    handler.upload_interrupted()
    assert handler.file.closed


def test_a_file_without_room_is_let_by_to_its_end_and_told_then(tmp_path, settings, monkeypatch):
    def full(*arguments):
        raise OSError(errno.ENOSPC, "No space left on device")

    monkeypatch.setattr("django.core.files.uploadedfile.UploadedFile.write", full)
    request = sent(tmp_path, settings)
    with pytest.raises(OSError, match="No space left"):
        request._load_post_and_files()
    assert request._stream.read() == b""
