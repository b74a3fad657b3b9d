"""Pictures and sound for somebody's own words in a plan, each with words for those who do not see or hear it."""

from __future__ import annotations

from datetime import date
from typing import Any

from django.db import transaction

from goldenthread.audit import log
from goldenthread.casework.actions.planning import change_line
from goldenthread.casework.actions.talking import keep_paper
from goldenthread.casework.models import Case, Picture
from goldenthread.casework.queries.editor import kinds_of, line_in
from goldenthread.casework.queries.plans import text_of
from goldenthread.kit.documents import is_picture
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.files import accepted_media


@transaction.atomic
def add_picture(
    *, case: Case, line: str, name: str, content: bytes, description: str, on: date, by: Any
) -> Picture:
    """A picture or sound for a line of views. Refuses what is neither, and one that has no words."""
    text = text_of(case)
    found = line_in(text, line)
    if found is None:
        raise Refused("This line is gone: somebody has taken it out. Open the plan again.")
    section, held = found
    kind = kinds_of(text, on).section(section)
    if kind is None or not kind.own_words:
        raise Refused("Pictures and sound belong to somebody’s own words.")
    words = " ".join(description.split())
    if len(words.split()) < 2:
        raise Refused("Say what it shows or says, for somebody who cannot see or hear it.", "description")
    if words in held.get("media", []):
        raise Refused(
            "The line has one with these words already. Say what is different about this one.", "description"
        )
    file = accepted_media(name, content)
    if file.mime.startswith("image/") and not is_picture(content):
        raise Refused(
            f"“{file.name}” cannot be opened as a picture. Save it as JPEG or PNG and try again.", "file"
        )
    paper = keep_paper(case=case, file=file, on=on, by=by)
    made = Picture.objects.create(case=case, line=line, paper=paper, description=words, recorded_by=by)
    changed = {name: value for name, value in held.items() if name != "id"}
    change_line(case=case, section=section, line=line, content={**changed, "media": [*held.get("media", []), words]},
                seen=held, on=on, by=by)  # fmt: skip
    log.record("casework.plan.picture_added", subject=log.subject_of(made), by=by)
    return made
