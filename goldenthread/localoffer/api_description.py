"""The OpenAPI page of the Open Referral interface, made from the same shapes that read and write the records."""

from __future__ import annotations

from dataclasses import fields
from typing import Any

from goldenthread.openreferral import kinds, shapes
from goldenthread.openreferral.paging import MOST

Json = dict[str, Any]
_KINDS: dict[Any, Json] = {
    kinds.text: {"type": "string"},
    kinds.identifier: {"type": "string", "format": "uuid"},
    kinds.address: {"type": "string", "format": "uri"},
    kinds.email: {"type": "string", "format": "email"},
    kinds.moment: {"type": "string", "format": "date-time"},
    kinds.number: {"type": "number"},
    kinds.whole: {"type": "integer"},
    kinds.yes_or_no: {"type": "boolean"},
}
_UUID = {"type": "string", "format": "uuid"}
_FORMAT = (
    "format",
    {"type": "string", "enum": ["json", "ndjson"]},
    "ndjson: every record, one a line, without pages.",
)
_PAGING = (
    ("page", {"type": "integer", "minimum": 1, "maximum": 999_999}, "Which page, from 1."),
    ("per_page", {"type": "integer", "minimum": 1, "maximum": MOST}, "Records a page."),
    _FORMAT,
)
_SEARCH = ("search", {"type": "string"}, "Words, with their synonyms and endings.")
_NARROWING = (
    _SEARCH,
    ("taxonomy_term_id", _UUID, "With this term."),
    ("taxonomy_id", _UUID, "With any term of this vocabulary."),
    ("organization_id", _UUID, "Of this organisation."),
    ("modified_after", {"type": "string", "format": "date-time"}, "Changed at or after this moment."),
    (
        "minimum_age",
        {"type": "number", "minimum": 0, "maximum": 120, "multipleOf": 1},
        "For somebody of this age or older.",
    ),
    (
        "maximum_age",
        {"type": "number", "minimum": 0, "maximum": 120, "multipleOf": 1},
        "For somebody of this age or younger.",
    ),
    (
        "start_time",
        {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"},
        "On at or after this time.",
    ),
    ("end_time", {"type": "string", "pattern": "^([01][0-9]|2[0-3]):[0-5][0-9]$"}, "On before this time."),
    ("day", {"type": "string", "enum": list(kinds.DAYS)}, "On this day of the week."),
    ("postcode", {"type": "string"}, "A full postcode, as the middle of a circle."),
    ("proximity", {"type": "string", "pattern": "^[1-9][0-9]{0,4}$"}, "Metres from the postcode."),
    ("full", {"type": "boolean"}, "Fully nested records."),
)
_MINIMAL = ("minimal", {"type": "boolean"}, "Only each service's id and when it changed, all on one page.")
_HAS_SERVICES = ("full_service", {"type": "boolean"}, "With each service in full.")
_ORGANIZATION = (_SEARCH, _HAS_SERVICES, ("full", {"type": "boolean"}, "With its services."))
_TERM = (
    _SEARCH,
    ("taxonomy_id", _UUID, "Of this vocabulary."),
    ("parent_id", _UUID, "Below this term."),
    ("top_only", {"type": "boolean"}, "Only terms without a parent."),
)
PATHS: tuple[tuple[str, str, tuple[Any, ...], tuple[Any, ...]], ...] = (
    ("services", "Service", (*_NARROWING, _MINIMAL, *_PAGING), ()),
    ("service_at_locations", "ServiceAtLocation", (*_NARROWING, *_PAGING), ()),
    ("organizations", "Organization", (*_ORGANIZATION, *_PAGING), (_HAS_SERVICES,)),
    ("taxonomies", "Taxonomy", (_SEARCH, *_PAGING), ()),
    ("taxonomy_terms", "TaxonomyTerm", (*_TERM, *_PAGING), ()),
)


def description(address: str) -> Json:
    """The whole page."""
    paths: Json = {
        "/": {"get": _operation("Which version this is", {"$ref": "#/components/schemas/About"}, ())}
    }
    for name, shape, listing, single in PATHS:
        row = {"$ref": f"#/components/schemas/{shape}"}
        paths[f"/{name}"] = {
            "get": _operation(f"A list of {name}", _page(_row(shape) if name == "services" else row), listing)
        }
        one = _operation(f"One of the {name}", row, single)
        one["parameters"].append({"name": "id", "in": "path", "required": True, "schema": _UUID})
        one["responses"]["404"] = _response(
            {"$ref": "#/components/schemas/Errors"}, "There is none with this id."
        )
        paths[f"/{name}/{{id}}"] = {"get": one}
    return {
        "openapi": "3.1.0",
        "info": {"title": "Local Offer: Open Referral UK", "version": "3.0",
                 "description": "The directory of services for children and young people with SEND. No key is needed."},
        "servers": [{"url": address}],
        "paths": paths,
        "components": {"schemas": _schemas()},
    }  # fmt: skip


def _row(shape: str) -> Json:
    """A row of a list that may be minimal: its id alone is certain."""
    return {"anyOf": [{"$ref": f"#/components/schemas/{shape}"}, {"$ref": "#/components/schemas/Minimal"}]}


def _operation(summary: str, schema: Json, parameters: tuple[Any, ...]) -> Json:
    written = [
        {"name": name, "in": "query", "required": False, "description": words, "schema": kind}
        for name, kind, words in parameters
    ]
    responses = {
        "200": _response(schema, "Found."),
        "304": {"description": "Nothing has changed since the ETag given."},
    }
    if parameters:
        responses["400"] = _response({"$ref": "#/components/schemas/Errors"}, "A parameter cannot be used.")
        if any(name == "format" for name, _, _ in parameters):
            responses["200"]["content"]["application/x-ndjson"] = {"schema": {"type": "string"}}
    return {"summary": summary, "parameters": written, "responses": responses}


def _response(schema: Json, words: str) -> Json:
    return {"description": words, "content": {"application/json": {"schema": schema}}}


def _page(row: Json) -> Json:
    numbers = {name: {"type": "integer"} for name in ("total_items", "total_pages", "page_number", "size")}
    marks = {name: {"type": "boolean"} for name in ("first_page", "last_page", "empty")}
    properties = {**numbers, **marks, "contents": {"type": "array", "items": row}}
    return {"type": "object", "required": list(properties), "properties": properties}


def _schemas() -> Json:
    made: Json = {name: _schema(shape) for name, shape in shapes.SHAPES.items()}
    made["ServiceAtLocation"]["properties"]["service"] = {"$ref": "#/components/schemas/Service"}
    made["Organization"]["properties"]["services"] = {
        "type": "array",
        "items": {"$ref": "#/components/schemas/Service"},
    }
    made["About"] = {"type": "object", "required": ["version", "profile", "openapi_url"],
                     "properties": {"version": {"type": "string"}, "profile": {"type": "string", "format": "uri"},
                                    "openapi_url": {"type": "string", "format": "uri"}}}  # fmt: skip
    made["Minimal"] = {"type": "object", "required": ["id", "modified_date"],
                       "properties": {"id": _UUID, "modified_date": {"type": "string", "format": "date-time"}}}  # fmt: skip
    texts = {name: {"type": "string"} for name in ("parameter", "message")}
    one = {"type": "object", "required": ["message"], "properties": texts}
    made["Errors"] = {
        "type": "object",
        "required": ["errors"],
        "properties": {"errors": {"type": "array", "items": one}},
    }
    return made


def _schema(shape: type[Any]) -> Json:
    properties: Json = {}
    for one in fields(shape):
        if inside := one.metadata.get("shape"):
            ref = {"$ref": f"#/components/schemas/{inside}"}
            properties[one.name] = {"type": "array", "items": ref} if one.metadata.get("many") else ref
        else:
            properties[one.name] = dict(_KINDS.get(one.metadata["kind"], {"type": "string"}))
    return {
        "type": "object",
        "required": [one.name for one in fields(shape) if one.metadata.get("required")],
        "properties": properties,
    }
