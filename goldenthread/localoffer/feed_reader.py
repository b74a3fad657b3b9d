"""Reading another publisher's Open Referral feed over HTTP, page by page.

A feed may be slow, broken, huge or endless: every answer is bounded in time and size, and a feed that repeats itself or does
not end is left with a sentence.
"""

from __future__ import annotations

import json
import time
import urllib.error
import urllib.request
from collections.abc import Iterator
from http.client import HTTPException
from typing import Any
from urllib.parse import quote, urlencode, urlsplit

from goldenthread.openreferral.feeds import BadFeed, Row
from goldenthread.openreferral.reading import Problem, Read, read_service

SECONDS_AN_ANSWER = 20.0
LARGEST_ANSWER = 20_000_000
MOST_PAGES = 5_000
PIECE = 65_536
Json = dict[str, Any]


class _NoSurprises(urllib.request.HTTPRedirectHandler):
    """Follows a redirect only to the web."""

    def redirect_request(self, req: Any, fp: Any, code: int, msg: str, headers: Any, newurl: str) -> Any:
        if urlsplit(newurl).scheme not in {"http", "https"}:
            raise BadFeed(f"The feed sends us to {newurl[:80]}, which is no address of the web.")
        return super().redirect_request(req, fp, code, msg, headers, newurl)


_OPENER = urllib.request.build_opener(_NoSurprises)


def rows_of_feed(address: str) -> Iterator[Row]:
    """Every service of a feed, fully nested. `address` is its stub, such as https://example.org/open-referral."""
    stub = address.rstrip("/").removesuffix("/services")
    if urlsplit(stub).scheme not in {"http", "https"} or not urlsplit(stub).netloc:
        raise BadFeed("The address of a feed begins with https:// or http://.")
    seen: set[str] = set()
    for number in range(1, MOST_PAGES + 1):
        page = _get(f"{stub}/services?{urlencode({'page': number, 'full': 'true'})}")
        contents = page.get("contents", page.get("content"))
        if not isinstance(contents, list):
            raise BadFeed(f"Page {number} of the feed has no list of contents.")
        fresh = [one for one in contents if not (isinstance(one, dict) and str(one.get("id")) in seen)]
        if contents and not fresh:
            yield _refusal(f"page {number}", "repeats services of earlier pages; the rest was not read")
            return
        for place, one in enumerate(fresh, 1):
            seen.add(str(one.get("id")) if isinstance(one, dict) else "")
            yield Row(f"page {number}, record {place}", read_service(_whole(stub, one)))
        if not contents or page.get("last_page") is True or page.get("last") is True:
            return
    yield _refusal(f"page {MOST_PAGES + 1}", "the feed does not end; the rest was not read")


def _whole(stub: str, record: Any) -> Any:
    """A record with all that is inside it, asked for alone where the list has only its short form."""
    is_short = isinstance(record, dict) and record.get("id") and not (
        record.keys() & {"schedules", "service_at_locations", "attributes", "cost_options", "contacts"}
    )  # fmt: skip
    if not is_short:
        return record
    try:
        whole = _get(f"{stub}/services/{quote(str(record['id']), safe='')}")
    except BadFeed:
        return record
    return whole if whole.get("id") == record["id"] else record


def _refusal(place: str, sentence: str) -> Row:
    return Row(place, Read(None, [Problem("the feed", sentence, is_fatal=True)]))


def _get(address: str) -> Json:
    """One answer as JSON, within its bounds of time and size."""
    headers = {"Accept": "application/json", "User-Agent": "golden-thread"}
    request = urllib.request.Request(address, headers=headers)  # noqa: S310 (the scheme is checked)
    try:
        with _OPENER.open(request, timeout=SECONDS_AN_ANSWER) as answer:
            data = json.loads(_bounded(answer))
    except BadFeed:
        raise
    except urllib.error.HTTPError as trouble:
        raise BadFeed(f"{address[:120]} answered {trouble.code}.") from None
    except (OSError, HTTPException) as trouble:
        raise BadFeed(f"{address[:120]} did not answer: {trouble}.") from None
    except (ValueError, RecursionError):
        raise BadFeed(f"{address[:120]} did not answer with JSON.") from None
    if not isinstance(data, dict):
        raise BadFeed(f"{address[:120]} did not answer with an object.")
    return data


def _bounded(answer: Any) -> bytes:
    """The body, unless it is too large or drips on for too long."""
    ends, parts, size = time.monotonic() + SECONDS_AN_ANSWER, [], 0
    while piece := answer.read1(PIECE):
        size += len(piece)
        if size > LARGEST_ANSWER:
            raise BadFeed(f"An answer of the feed is larger than {LARGEST_ANSWER:,} bytes.")
        if time.monotonic() > ends:
            raise BadFeed("An answer of the feed does not end.")
        parts.append(piece)
    return b"".join(parts)
