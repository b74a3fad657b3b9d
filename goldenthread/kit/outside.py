"""Asking another site whether an address answers, without being led to a machine of our own.

Whoever writes a link can write any address. So a name is looked up once, every place that it names must lie on the public
internet, and the connection is made to the place that was looked at: a redirect goes through the same, and a name that changes
its mind between question and connection (rebinding) gains nothing. Proxies named in the environment are not used.
"""

from __future__ import annotations

import http.client
import ipaddress
import socket
import urllib.error
import urllib.request
from typing import Any
from urllib.parse import urlsplit

SECONDS = 10.0
NAME = "golden-thread-links"


class NotOutside(OSError):
    """An address that does not lead to the public internet."""


def is_public(place: str) -> bool:
    """Whether an IP address is one of the public internet.

    >>> is_public("93.184.215.14"), is_public("169.254.169.254"), is_public("::1"), is_public("::ffff:10.0.0.1")
    (True, False, False, False)
    """
    found = ipaddress.ip_address(place.partition("%")[0])
    inner = getattr(found, "ipv4_mapped", None) or getattr(found, "sixtofour", None)
    return found.is_global and not found.is_multicast and (inner is None or inner.is_global)


def _connected(host: str, port: int, timeout: float) -> socket.socket:
    places = socket.getaddrinfo(host, port, type=socket.SOCK_STREAM)
    for *_, place in places:
        if not is_public(str(place[0])):
            raise NotOutside(f"{host} is not a site of the public internet")
    place = places[0][-1]
    return socket.create_connection((str(place[0]), port), timeout=timeout)


class _Plain(http.client.HTTPConnection):
    def connect(self) -> None:
        self.sock = _connected(self.host, self.port, SECONDS)


class _Secure(http.client.HTTPSConnection):
    def connect(self) -> None:
        plain = _connected(self.host, self.port, SECONDS)
        self.sock = self._context.wrap_socket(plain, server_hostname=self.host)  # type: ignore[attr-defined]


class _PlainHandler(urllib.request.HTTPHandler):
    def http_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_Plain, req)


class _SecureHandler(urllib.request.HTTPSHandler):
    def https_open(self, req: urllib.request.Request) -> Any:
        return self.do_open(_Secure, req)


class _ToTheWeb(urllib.request.HTTPRedirectHandler):
    max_redirections = 5

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            raise NotOutside("it leads to something that is no address of the web")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.OpenerDirector()
for _handler in (_PlainHandler(), _SecureHandler(), _ToTheWeb(), urllib.request.HTTPErrorProcessor(),
                 urllib.request.HTTPDefaultErrorHandler()):  # fmt: skip
    _OPENER.add_handler(_handler)


def status_of(address: str) -> int:
    """The code with which an address answers, after redirects. It is asked for its head, and where that is not understood for
    its page, of which nothing is read. Raises OSError when there is no answer, NotOutside when we may not ask."""
    if urlsplit(address).scheme not in {"http", "https"} or not urlsplit(address).hostname:
        raise NotOutside("it is no address of the web")
    code = _asked(address, "HEAD")
    return _asked(address, "GET") if code in {403, 404, 405, 501} else code


def _asked(address: str, method: str) -> int:
    asked = urllib.request.Request(address, method=method, headers={"User-Agent": NAME, "Accept": "*/*"})  # noqa: S310
    try:
        with _OPENER.open(asked, timeout=SECONDS) as answer:
            return int(answer.status)
    except urllib.error.HTTPError as trouble:
        trouble.close()
        return trouble.code
    except urllib.error.URLError as trouble:
        raise (
            trouble.reason if isinstance(trouble.reason, OSError) else OSError(str(trouble.reason))
        ) from None
    except (http.client.HTTPException, ValueError) as trouble:
        raise OSError(f"its answer is not understood: {type(trouble).__name__}") from None
