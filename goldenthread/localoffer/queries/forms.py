"""The other forms of a page or an entry, for lists: without the bytes of their files."""

from __future__ import annotations

from typing import Any

from goldenthread.localoffer.models import Attachment, GuidePage, Service


def other_forms(of: GuidePage | Service) -> Any:
    """Easy read, signed, translated and the rest, in the order of their kinds."""
    owner = {"page": of} if isinstance(of, GuidePage) else {"service": of}
    return Attachment.objects.filter(**owner).defer("content")
