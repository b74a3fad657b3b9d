"""Square codes that a phone reads."""

from __future__ import annotations

from io import BytesIO

import segno
from django.utils.safestring import SafeString, mark_safe


def qr(address: str) -> SafeString:
    """A square code that leads a phone to an address."""
    drawn = BytesIO()
    segno.make(address, error="m", micro=False).save(
        drawn, kind="svg", border=2, dark="#17223b", light="#ffffff", xmldecl=False, svgns=True, omitsize=True, svgclass="gt-qr",
        title=f"QR code that leads to {address}",
    )  # fmt: skip
    return mark_safe(drawn.getvalue().decode())  # noqa: S308 drawn here
