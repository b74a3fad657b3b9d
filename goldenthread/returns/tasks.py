"""What the background worker does for returns."""

from __future__ import annotations

from django.utils import timezone
from procrastinate.contrib.django import app

from goldenthread.kit.uploads import telling
from goldenthread.returns.actions.drafting import carry_out_draft
from goldenthread.returns.actions.loading import carry_out_release
from goldenthread.returns.models import ReleaseUpload, ReturnDraft


@app.task(name="returns.load_release", pass_context=False)
def load_release(*, upload: int) -> None:
    """Load a release; one that is gone by then is no trouble."""
    held = ReleaseUpload.objects.select_related("recorded_by").filter(pk=upload).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_release(held, on=timezone.localdate(), progress=tell)


@app.task(name="returns.make_draft", pass_context=False)
def make_draft(*, draft: int) -> None:
    """Make a draft of the return; one that is gone by then is no trouble."""
    held = ReturnDraft.objects.select_related("recorded_by").filter(pk=draft).first()
    if held is None:
        return
    with telling(held) as tell:
        carry_out_draft(held, at=timezone.localtime(), progress=tell)
