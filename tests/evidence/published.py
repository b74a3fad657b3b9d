"""A published document and a draft of another, for tests that fill addresses in."""

from __future__ import annotations

from datetime import date
from typing import Any

from goldenthread.evidence.actions.publications import prepare, publish
from goldenthread.evidence.models import DocumentForm
from goldenthread.programme.models import Programme
from tests.readers import stranger


def records(programme: Programme, *, on: date) -> dict[str, Any]:
    """The keys of a version of the young people's document and of a draft of a progress report."""
    one, two = stranger("Prep One"), stranger("Pub Two")
    draft = prepare(programme=programme, form=DocumentForm.YOUNG_PEOPLE, on=on, by=one)
    version = publish(draft=draft, based_on=1, on=on, by=two)
    waiting = prepare(programme=programme, form=DocumentForm.PROGRESS, on=on, by=one)
    return {"document_version": version.key, "document_draft": waiting.key}
