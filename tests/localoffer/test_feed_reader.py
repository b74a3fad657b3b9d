"""Another publisher's feed is read page by page; one that is broken, huge or endless is left with a sentence."""

from __future__ import annotations

import contextlib
import json
import threading
from collections.abc import Callable, Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from urllib.parse import parse_qs, urlsplit

import pytest

from goldenthread.localoffer import feed_reader
from goldenthread.localoffer.feed_reader import rows_of_feed
from goldenthread.openreferral.feeds import BadFeed
from tests.localoffer import world

Answer = Callable[[str, int], bytes]


@pytest.fixture
def publisher() -> Iterator[Callable[[Answer], str]]:
    """A real server that answers as a test says: from the path and the page."""
    servers = []

    def begin(answer: Answer) -> str:
        class Handler(BaseHTTPRequestHandler):
            def do_GET(self) -> None:
                parts = urlsplit(self.path)
                body = answer(parts.path, int(parse_qs(parts.query).get("page", ["0"])[0]))
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):
                    self.wfile.write(body)

            def log_message(self, *args: object) -> None: ...

        server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
        threading.Thread(target=server.serve_forever, daemon=True).start()
        servers.append(server)
        return f"http://127.0.0.1:{server.server_port}/feed"

    yield begin
    for server in servers:
        server.shutdown()
        server.server_close()


def _page(number: int, of: int, *records: dict) -> bytes:
    return json.dumps({"contents": records, "page_number": number, "last_page": number >= of}).encode()


def test_every_page_is_read_and_short_records_are_asked_for_whole(publisher):
    whole = world.record(1, "Chess", schedules=[{"byday": "MO"}])

    def answer(path, page):
        if path.endswith(whole["id"]):
            return json.dumps(whole).encode()
        return _page(page, 2, world.record(page, "Chess" if page == 1 else "Draughts"))

    rows = list(rows_of_feed(publisher(answer)))
    assert [row.read.record.name for row in rows] == ["Chess", "Draughts"]
    assert rows[0].read.record.schedules[0].byday == "MO"


def test_feed_that_repeats_itself_is_left(publisher):
    rows = list(rows_of_feed(publisher(lambda path, page: _page(page, 9999, world.record(1, "Chess")))))
    assert len(rows) == 2
    assert "repeats services" in str(rows[1].read.problems[0])


def test_feed_that_never_ends_is_left(publisher, monkeypatch):
    monkeypatch.setattr(feed_reader, "MOST_PAGES", 5)
    rows = list(
        rows_of_feed(
            publisher(lambda path, page: _page(page, 9999, world.record(page, f"Chess {page}", schedules=[])))
        )
    )
    assert len(rows) == 6
    assert "does not end" in str(rows[5].read.problems[0])


@pytest.mark.parametrize(
    ("body", "said"),
    [(b"<html>", "did not answer with JSON"), (b"[]", "did not answer with an object"),
     (b'{"contents": 7}', "has no list of contents"),
     (b" " * 300_000, "is larger than"), (b"[" * 100_000, "did not answer with JSON")],
)  # fmt: skip
def test_answer_that_cannot_be_used_is_said(publisher, monkeypatch, body, said):
    monkeypatch.setattr(feed_reader, "LARGEST_ANSWER", 200_000)
    with pytest.raises(BadFeed, match=said):
        list(rows_of_feed(publisher(lambda path, page: body)))


@pytest.mark.parametrize(
    "address", ["file:///etc/passwd", "ftp://example.org", "nonsense", "http://127.0.0.1:1/feed"]
)
def test_address_that_is_no_feed_is_said(address):
    with pytest.raises(BadFeed):
        list(rows_of_feed(address))
