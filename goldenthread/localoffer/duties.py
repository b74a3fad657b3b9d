"""What the law wants in a Local Offer: Schedule 2 of the SEND Regulations 2014, regulations 53 to 57, section 30 and chapter 4
of the Code, each in our own words in duties.json with where it can be read."""

from __future__ import annotations

import json
import re
from dataclasses import dataclass
from pathlib import Path

from goldenthread.localoffer.models import Coverage, GuidePage, Service


@dataclass(frozen=True)
class Duty:
    """One item. `is_confirmed`: its paragraph was read in the instrument itself."""

    reference: str
    group: str
    requires: str
    force: str
    is_confirmed: bool
    source: str

    @property
    def slug(self) -> str:
        """Its reference as part of an address."""
        return re.sub(r"[^a-z0-9]+", "-", self.reference.lower()).strip("-")


DUTIES = tuple(
    Duty(**one) for one in json.loads((Path(__file__).parent / "duties.json").read_text(encoding="utf-8"))
)
BY_SLUG = {duty.slug: duty for duty in DUTIES}
BY_REFERENCE = {duty.reference: duty for duty in DUTIES}


def cover(*, reference: str, page: GuidePage | None = None, service: Service | None = None) -> None:
    """Note that a page or a service answers an item; twice changes nothing."""
    if reference not in BY_REFERENCE:
        raise KeyError(f"there is no duty {reference}")
    Coverage.objects.get_or_create(reference=reference, page=page, service=service)
