"""Another site is asked, and no machine of our own."""

from __future__ import annotations

import socket
import threading
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer

import pytest

from goldenthread.kit import outside

PRIVATE = [
    "127.0.0.1", "127.8.8.8", "10.1.2.3", "172.16.0.1", "192.168.1.1", "169.254.169.254", "100.64.0.1", "224.0.0.1",
    "::1", "::", "fe80::1", "fe80::1%eth0", "fc00::1", "::ffff:127.0.0.1", "::ffff:169.254.169.254", "2002:7f00:1::", "ff02::1",
]  # fmt: skip
WRITTEN = [
    "http://127.0.0.1/", "http://localhost/", "http://[::1]/", "http://2130706433/", "http://0x7f.1/", "http://0177.0.0.1/",
    "http://127.1/", "http://0/", "http://169.254.169.254/latest/meta-data/", "http://[::ffff:169.254.169.254]/",
    "https://127.0.0.1:5432/", "file:///etc/passwd", "ftp://127.0.0.1/", "gopher://127.0.0.1/", "http:///x",
    "javascript:alert(1)",
]  # fmt: skip


@pytest.fixture
def site():
    """A real server on this machine: /404, /500, /no-head, /to?address, anything else is well. It counts what it is asked."""
    asked = []

    class Handler(BaseHTTPRequestHandler):
        def do_GET(self):
            asked.append(f"{self.command} {self.path}")
            path, _, to = self.path.partition("?")
            code = {"/404": 404, "/500": 500, "/to": 302}.get(path, 200)
            if path == "/no-head" and self.command == "HEAD":
                code = 405
            self.send_response(code)
            if to:
                self.send_header("Location", to)
            self.end_headers()

        do_HEAD = do_GET

        def log_message(self, *args):
            pass

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    server.asked = asked
    yield server
    server.shutdown()
    server.server_close()


@pytest.mark.parametrize("place", PRIVATE)
def test_no_private_place_is_public(place):
    assert not outside.is_public(place)


@pytest.mark.parametrize("address", WRITTEN)
def test_address_of_our_own_machine_is_not_asked_however_it_is_written(address):
    with pytest.raises(outside.NotOutside, match=r"public internet|no address"):
        outside.status_of(address)


def test_nothing_is_sent_to_a_private_place(site):
    with pytest.raises(outside.NotOutside):
        outside.status_of(f"http://127.0.0.1:{site.server_port}/")
    assert site.asked == []


def test_redirect_to_a_private_place_is_not_followed(site, monkeypatch):
    """The first name is let through, as if it were public; where it leads is not."""
    port = site.server_port
    monkeypatch.setattr(outside, "is_public", lambda place, seen=[]: not seen and not seen.append(place))
    with pytest.raises(outside.NotOutside, match="public internet"):
        outside.status_of(f"http://127.0.0.1:{port}/to?http://127.0.0.1:{port}/secret")
    assert not [one for one in site.asked if "secret" in one and "/to" not in one]


def test_name_is_looked_up_once_and_the_place_that_was_looked_at_is_used(site, monkeypatch):
    """A name that answers otherwise the second time gains nothing: there is no second time."""
    looked = []

    def answers(host, port, **rest):
        looked.append(host)
        return [(socket.AF_INET, socket.SOCK_STREAM, 6, "", ("127.0.0.1", site.server_port))]

    monkeypatch.setattr(outside, "is_public", lambda place: True)
    with monkeypatch.context() as patched:
        patched.setattr(outside.socket, "getaddrinfo", answers)
        patched.setattr(outside.socket, "create_connection", _straight)
        assert outside.status_of(f"http://changes.test:{site.server_port}/") == 200
    assert looked == ["changes.test"]


def _straight(place, timeout):
    made = socket.socket()
    made.settimeout(timeout)
    made.connect(place)
    return made


def test_codes_come_back(site, monkeypatch):
    monkeypatch.setattr(outside, "is_public", lambda place: True)
    base = f"http://127.0.0.1:{site.server_port}"
    assert [outside.status_of(f"{base}/{path}") for path in ("", "404", "500", "no-head", "to?/404")] == [
        200, 404, 500, 200, 404,
    ]  # fmt: skip
    assert outside.status_of(f"{base}/to?{base}/to?{base}/") == 200
