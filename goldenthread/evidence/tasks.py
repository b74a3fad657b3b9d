"""What the background worker does for evidence."""

from __future__ import annotations

from procrastinate.contrib.django import app

from goldenthread.evidence.actions.packs import carry_out_pack
from goldenthread.evidence.models import Pack
from goldenthread.kit.uploads import telling


@app.task(name="evidence.make_pack", pass_context=False)
def make_pack(*, pack: int) -> None:
    """Make a pack; one that is gone by then is no trouble."""
    held = Pack.objects.select_related("recorded_by", "programme").filter(pk=pack).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_pack(held, progress=tell)
