"""A file past the limit is thrown away as it comes."""

import io
import tempfile

from django.test import RequestFactory

from goldenthread.kit.received.stopping import LARGEST


class Endless(io.RawIOBase):
    """A form with one file of 200 MB, made as it is read."""

    def __init__(self, size):
        self.head = b'--b\r\nContent-Disposition: form-data; name="f"; filename="a.pdf"\r\nContent-Type: text/x\r\n\r\n'
        self.tail = b"\r\n--b--\r\n"
        self.total = len(self.head) + size + len(self.tail)
        self.place = 0
        self.size = size

    def read(self, most=-1):
        most = self.total - self.place if most is None or most < 0 else min(most, self.total - self.place)
        found = bytearray()
        while len(found) < most:
            at = self.place + len(found)
            left = most - len(found)
            if at < len(self.head):
                found += self.head[at : at + left]
            elif at < len(self.head) + self.size:
                found += b"x" * min(left, len(self.head) + self.size - at)
            else:
                start = at - len(self.head) - self.size
                found += self.tail[start : start + left]
        self.place += most
        return bytes(found)


def sent(size):
    body = Endless(size)
    environ = {
        "REQUEST_METHOD": "POST", "CONTENT_TYPE": "multipart/form-data; boundary=b", "CONTENT_LENGTH": str(body.total),
        "wsgi.input": body,
    }  # fmt: skip
    http = RequestFactory().request(**environ)
    return http.FILES["f"]


def test_200_megabytes_leave_nothing_in_memory_or_on_disk(monkeypatch, tmp_path):
    monkeypatch.setattr(tempfile, "tempdir", str(tmp_path))
    came = sent(200 * 1024 * 1024)
    assert came.size == 200 * 1024 * 1024
    assert came.read() == b""
    assert sum(one.stat().st_size for one in tmp_path.iterdir()) <= LARGEST


def test_a_file_within_the_limit_comes_whole():
    assert sent(1000).read() == b"x" * 1000
