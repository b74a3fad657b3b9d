"""A file of cases from the command line: the same way as from the page, in one go and without the worker."""

from __future__ import annotations

import csv
import io

from django.utils import timezone

from goldenthread.casework.actions.importing import carry_out_import, hold, settle_columns
from goldenthread.casework.importing.troubles import UnreadableFile
from goldenthread.casework.models import CaseImport, ImportMapping, Way
from goldenthread.kit.errors import Refused
from goldenthread.kit.spreadsheets import safe_cell
from goldenthread.kit.uploads import Progress, UploadState


class CannotBringIn(Exception):
    """Why nothing could be done with a file, in words for the terminal."""


def bring_in_file(
    name: str, data: bytes, *, mapping: str | None, check: bool, is_all: bool, progress: Progress
) -> CaseImport:
    """Hold, settle, check and bring in. With `check`, the first three. Raises CannotBringIn."""
    try:
        upload = hold(name=name, data=data, by=None)
        columns = upload.columns
        if mapping is not None:
            columns = _kept(mapping)
        if not upload.is_sen2:
            settle_columns(upload=upload, columns=columns, by=None)
    except (UnreadableFile, Refused) as trouble:
        raise CannotBringIn(str(trouble)) from trouble
    _run(upload, True, progress)
    if check or not upload.outcome["new"]:
        return upload
    if is_all and upload.outcome["wrong"]:
        raise CannotBringIn(_not_all(upload))
    CaseImport.objects.filter(pk=upload.pk).update(way=Way.ALL if is_all else Way.EACH)
    upload.refresh_from_db()
    return _run(upload, False, progress)


def _not_all(upload: CaseImport) -> str:
    lines = [
        f"row {row}{f', {column}' if column else ''}: {sentence}"
        for row, column, sentence in upload.troubles[:20]
    ]
    return "\n".join([*lines, f"{upload.outcome['wrong']} rows are wrong, so nothing came in."])


def _kept(mapping: str) -> dict[str, str]:
    kept = ImportMapping.objects.filter(name=mapping).first()
    if kept is None:
        names = (
            ", ".join(f"“{one}”" for one in ImportMapping.objects.values_list("name", flat=True))
            or "none yet"
        )
        raise CannotBringIn(f"No columns are kept as “{mapping}”. Kept are: {names}.")
    return dict(kept.columns)


def _run(upload: CaseImport, rehearse: bool, progress: Progress) -> CaseImport:
    carry_out_import(upload, rehearse=rehearse, on=timezone.localdate(), progress=progress)
    if upload.state == UploadState.FAILED:
        raise CannotBringIn(" ".join(upload.outcome["trouble"]))
    return upload


def as_csv(upload: CaseImport) -> str:
    """Everything that is wrong in a file, a line for each."""
    text = io.StringIO()
    writer = csv.writer(text)
    writer.writerow(["Row", "Column", "What is wrong, and how to mend it"])
    writer.writerows([safe_cell(cell) for cell in trouble] for trouble in upload.troubles)
    return text.getvalue()
