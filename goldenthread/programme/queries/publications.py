"""Published versions and what differs between them."""

from __future__ import annotations

from goldenthread.programme.differences import Difference, differences
from goldenthread.programme.models import Publication


def compared_with_last(publication: Publication) -> tuple[Publication | None, list[Difference]]:
    """The publication before this one, and what this one says differently."""
    last = publication.plan.publications.filter(number__lt=publication.number).last()
    return last, differences(last.content, publication.content) if last else []
