"""The files of a return, each made from the XML that is kept."""

from __future__ import annotations

import io
import tempfile
import zipfile
from pathlib import Path

from goldenthread.returns.models import ReturnDraft
from goldenthread.sen2.converting import convert
from goldenthread.sen2.reading.opening import open_return

KINDS = {
    "xml": ("xml", "application/xml"),
    "csv": ("zip", "application/zip"),
    "workbook": ("xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet"),
}
"""By kind: the ending of the name, and what a browser is told."""


def file_of(draft: ReturnDraft, kind: str) -> bytes:
    """A return as XML, as plain CSV files in a ZIP, or as the Department's workbook."""
    content = draft.xml
    if kind == "xml":
        return content
    with tempfile.TemporaryDirectory(prefix="return-") as name:
        folder = Path(name)
        source = folder / "return.xml"
        source.write_bytes(content)
        if kind == "workbook":
            convert(open_return(source, draft.year), "workbook", folder / "return.xlsx")
            return (folder / "return.xlsx").read_bytes()
        convert(open_return(source, draft.year), "folder", folder / "csv")
        return _packed(folder / "csv")


def _packed(folder: Path) -> bytes:
    whole = io.BytesIO()
    with zipfile.ZipFile(whole, "w", zipfile.ZIP_DEFLATED) as package:
        for path in sorted(folder.iterdir()):
            package.write(path, path.name)
    return whole.getvalue()
