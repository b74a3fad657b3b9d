"""Open Referral UK 3.0 at one stub: no key, open to scripts of other sites, conditional requests answered without work."""

from __future__ import annotations

import hashlib
import json
from collections.abc import Callable, Iterable
from functools import wraps
from typing import Any

from django.http import HttpRequest, HttpResponse, HttpResponseBase, StreamingHttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.localoffer import api_parameters as parameters
from goldenthread.localoffer.api_description import description
from goldenthread.localoffer.queries import open_referral as records
from goldenthread.localoffer.queries import open_referral_words as words
from goldenthread.localoffer.queries.directory import directory
from goldenthread.localoffer.search.bitsets import members
from goldenthread.localoffer.search.index import Index
from goldenthread.openreferral.paging import page as as_page

PROFILE = "https://docs.openreferraluk.org/en/3.0-Unstable/"
CACHED = "public, max-age=60, stale-while-revalidate=600"
PREFLIGHT = {
    "Access-Control-Allow-Methods": "GET, HEAD, OPTIONS",
    "Access-Control-Allow-Headers": "If-None-Match",
    "Access-Control-Max-Age": "86400",
    "Allow": "GET, HEAD, OPTIONS",
}
View = Callable[..., HttpResponseBase]


def _answer(content: Any, status: int = 200) -> HttpResponse:
    text = (
        content
        if isinstance(content, str)
        else json.dumps(content, ensure_ascii=False, separators=(",", ":"))
    )
    return HttpResponse(text, content_type="application/json", status=status)


def _lines(rows: Iterable[Any]) -> StreamingHttpResponse:
    written = (json.dumps(row, ensure_ascii=False, separators=(",", ":")) + "\n" for row in rows)
    return StreamingHttpResponse(written, content_type="application/x-ndjson")


def _not_found(what: str) -> HttpResponse:
    return _answer({"errors": [{"message": f"There is no such {what}."}]}, status=404)


def interface(view: View) -> View:
    """Everything that the endpoints share: methods, a tag of the version, refusals as JSON, and headers."""

    @wraps(view)
    def wrapped(http: HttpRequest, **kwargs: Any) -> HttpResponseBase:
        response = _respond(view, http, kwargs)
        response.headers["Access-Control-Allow-Origin"] = "*"
        response.headers["Access-Control-Expose-Headers"] = "ETag"
        return response

    return wrapped


def _respond(view: View, http: HttpRequest, kwargs: dict[str, Any]) -> HttpResponseBase:
    if http.method == "OPTIONS":
        return HttpResponse(status=204, headers=PREFLIGHT)
    if http.method not in ("GET", "HEAD"):
        refused = _answer({"errors": [{"message": "This interface is for reading: use GET."}]}, status=405)
        refused.headers["Allow"] = "GET, HEAD, OPTIONS"
        return refused
    index, today = directory(), timezone.localdate()
    asked = hashlib.sha256(http.get_full_path().encode()).hexdigest()[:16]
    tag = f'W/"{index.version}-{today:%Y%m%d}-{asked}"'
    if tag in http.headers.get("If-None-Match", ""):
        response: HttpResponseBase = HttpResponse(status=304)
    else:
        try:
            response = view(http, index=index, today=today, **kwargs)
        except parameters.BadParameter as trouble:
            return _answer(parameters.said(trouble), status=400)
    if response.status_code in (200, 304):
        response.headers["ETag"], response.headers["Cache-Control"] = tag, CACHED
    return response


def _asked(http: HttpRequest) -> dict[str, str]:
    return {name: str(http.GET.get(name, "")) for name in http.GET}


@public
@interface
def about(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Which version this is, and where it is described."""
    address = http.build_absolute_uri(reverse("openreferral:openapi"))
    return _answer({"version": "HSDS-UK-3.0", "profile": PROFILE, "openapi_url": address})


@public
@interface
def openapi(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """The interface described for programs."""
    return _answer(description(http.build_absolute_uri(reverse("openreferral:about")).rstrip("/")))


@public
@interface
def services(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Services: a page of them, or all, one a line."""
    asked = _asked(http)
    narrowed, span, is_lines = (
        parameters.filters_of(asked),
        parameters.span_of(asked),
        parameters.is_lines(asked),
    )
    bits = records.matching(index, narrowed, today)
    if narrowed.is_minimal:
        rows = [_minimal(index, number) for number in members(bits)]
        if is_lines:
            return _lines(rows)
        return _answer(as_page(rows, total=len(rows), span=parameters.Span(1, max(1, len(rows)))))
    write = records.full_service if narrowed.is_full else records.short_service
    if is_lines:
        return _lines(write(one) for one in records.records_of(index, members(bits)))
    numbers = members(bits, span.start, span.stop)
    contents = [write(one) for one in records.records_of(index, numbers)]
    return _answer(as_page(contents, total=bits.bit_count(), span=span))


def _minimal(index: Index, number: int) -> dict[str, str]:
    entry = index.entries[number]
    return {"id": entry.shown["id"], "modified_date": entry.modified, "last_modified": entry.modified}


@public
@interface
def service(http: HttpRequest, index: Index, today: Any, key: Any) -> HttpResponseBase:
    """One service, fully nested."""
    record = words.service_record(key, today)
    return _answer(records.full_service(record)) if record else _not_found("service")


@public
@interface
def places(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Services at locations."""
    asked = _asked(http)
    narrowed, span, is_lines = (
        parameters.filters_of(asked),
        parameters.span_of(asked),
        parameters.is_lines(asked),
    )
    found = records.places_of(index, records.matching(index, narrowed, today), narrowed)
    shown = found if is_lines else found[span.start : span.stop]
    rows = _places(index, shown, narrowed.is_full)
    return _lines(rows) if is_lines else _answer(as_page(list(rows), total=len(found), span=span))


def _places(index: Index, found: list[tuple[int, int]], is_full: bool) -> Iterable[Any]:
    for at in range(0, len(found), records.CHUNK):
        part = found[at : at + records.CHUNK]
        held = {
            one["id"]: one
            for one in records.records_of(index, list(dict.fromkeys(number for number, _ in part)))
        }
        for number, place in part:
            record = held.get(index.entries[number].shown["id"])
            if record:
                yield records.at_location(record, place, is_full=is_full)


@public
@interface
def place(http: HttpRequest, index: Index, today: Any, key: Any) -> HttpResponseBase:
    """One service at one location, fully nested."""
    number = index.at_places.get(str(key))
    if number is None or not index.shown_on(today) >> number & 1:
        return _not_found("service at a location")
    which = [one for one, _ in index.entries[number].places].index(str(key))
    record = next(iter(records.records_of(index, [number])), None)
    return (
        _answer(records.at_location(record, which, is_full=True))
        if record
        else _not_found("service at a location")
    )


@public
@interface
def organizations(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Organisations that give a service that is shown."""
    asked = _asked(http)
    span, is_lines = parameters.span_of(asked), parameters.is_lines(asked)
    is_full, has_services = parameters.yes(asked, "full"), parameters.yes(asked, "full_service")
    found = words.organizations(asked.get("search", "").replace("\0", "")[:300].strip(), today)
    rows = found if is_lines else found[span.start : span.stop]
    contents = [
        words.organization(one, today, is_full=is_full, has_full_services=has_services) for one in rows
    ]
    return _lines(contents) if is_lines else _answer(as_page(contents, total=found.count(), span=span))


@public
@interface
def organization(http: HttpRequest, index: Index, today: Any, key: Any) -> HttpResponseBase:
    """One organisation with its services."""
    has_services = parameters.yes(_asked(http), "full_service")
    found = words.organizations("", today).filter(public_id=key).first()
    if found is None:
        return _not_found("organization")
    return _answer(words.organization(found, today, is_full=True, has_full_services=has_services))


@public
@interface
def taxonomies(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Vocabularies."""
    asked = _asked(http)
    found = words.taxonomies(asked.get("search", "").replace("\0", "")[:300].strip())
    return _listed(asked, found, lambda one: words.taxonomy(one, has_terms=False))


@public
@interface
def taxonomy(http: HttpRequest, index: Index, today: Any, key: Any) -> HttpResponseBase:
    """One vocabulary with its terms."""
    found = words.taxonomies("").filter(public_id=key).first()
    return _answer(words.taxonomy(found, has_terms=True)) if found else _not_found("taxonomy")


@public
@interface
def terms(http: HttpRequest, index: Index, today: Any) -> HttpResponseBase:
    """Words of the vocabularies."""
    asked = _asked(http)
    found = words.terms(
        asked.get("search", "").replace("\0", "")[:300].strip(), taxonomy=parameters.identifier(asked, "taxonomy_id"),
        parent=parameters.identifier(asked, "parent_id"), is_top_only=parameters.yes(asked, "top_only"),
    )  # fmt: skip
    return _listed(asked, found, words.term)


def _listed(asked: dict[str, str], found: Any, write: Callable[[Any], Any]) -> HttpResponseBase:
    span, is_lines = parameters.span_of(asked), parameters.is_lines(asked)
    if is_lines:
        return _lines(write(one) for one in found)
    return _answer(
        as_page([write(one) for one in found[span.start : span.stop]], total=found.count(), span=span)
    )


@public
@interface
def term(http: HttpRequest, index: Index, today: Any, key: Any) -> HttpResponseBase:
    """One word of a vocabulary."""
    found = words.terms("").filter(public_id=key).first()
    return _answer(words.term(found)) if found else _not_found("taxonomy term")
