"""Every form of the product that takes a file: who sends it, with what beside it, and how one sees that the file was taken."""

from __future__ import annotations

import io
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import Any

from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client
from openpyxl import Workbook

from assurance.tests.corpus import png
from goldenthread.casework.actions.advising import follow_up
from goldenthread.casework.models import Case, CaseFileUpload, CaseImport
from goldenthread.commissioning.models import WaitsUpload
from goldenthread.kit.uploads import UploadState
from goldenthread.localoffer.models import ServiceImport
from goldenthread.programme.models import Upload
from goldenthread.returns.models import ReleaseUpload
from tests.casework import world
from tests.casework.importing.rows import as_csv, row
from tests.casework.portable.moving import small
from tests.commissioning import waits
from tests.kit.received import documents
from tests.localoffer import lists
from tests.worker import work_off

HELD = (CaseFileUpload, CaseImport, WaitsUpload, ServiceImport, Upload, ReleaseUpload)
DAY = world.TODAY
COUNCIL = "Exampleshire Council"
UNTIL = {"until_day": DAY.day, "until_month": DAY.month, "until_year": DAY.year}
BORN = {"dated_on_day": 1, "dated_on_month": 11, "dated_on_year": 2026}
WHOSE = {"author": "A. Author", "role": "Psychologist", **BORN}

Good = Callable[[int], tuple[str, bytes]]


@dataclass(frozen=True)
class Door:
    """`name` in tests/access/table.py, the form’s class, who sends, what beside the file, and sound files for it."""

    name: str
    form: str
    who: str
    good: tuple[Good, ...]
    beside: dict[str, Any] = field(default_factory=dict)
    called: str = "file"
    keeps_letters: bool = False
    reads_text: bool = False  # any plain text is read as a list, and shown before anything of it is saved
    fresh: Callable[[dict[str, Any]], dict[str, Any]] | None = None  # a new record, where one file closes it

    def send(self, client: Client, address: str, name: str, content: bytes, **more: Any) -> tuple[int, bool]:
        """The answer's status, and whether the file was taken: led on, and the worker did not refuse it."""
        before = {model: set(model.objects.values_list("pk", flat=True)) for model in HELD}
        file = SimpleUploadedFile("a", content)
        file._name = name  # what a browser may say; Django's own class would shorten it first
        answer = client.post(address, {self.called: file, **self.beside, **more})
        if answer.status_code != 302:
            return answer.status_code, False
        work_off()
        new = [one for model in HELD for one in model.objects.exclude(pk__in=before[model])]
        return 302, not any(_is_refused(one) for one in new)


def _is_refused(upload: Any) -> bool:
    """Whether the worker, or the look at a held file, says that it is not taken."""
    return bool(
        upload.state == UploadState.FAILED
        or upload.outcome.get("trouble")
        or getattr(upload, "troubles", None)
    )


def open_advice(records: dict[str, Any]) -> dict[str, Any]:
    """Advice that is still awaited."""
    case = Case.objects.get(public_id=records["case"])
    asked = world.tell(case, "advice-requested", DAY, of="psychology", body=f"Service {case.events.count()}")
    return {"advice": follow_up(request=asked, by=None).public_id}


def letter(n: int) -> tuple[str, bytes]:
    """A Word document."""
    return f"letter{n}.docx", documents.word(f"Ash needs help with reading, number {n}.")


def report(n: int) -> tuple[str, bytes]:
    """A PDF."""
    return f"report{n}.pdf", documents.pdf(f"Ash finds it hard to follow instructions of {n} parts.")


def note(n: int) -> tuple[str, bytes]:
    """Plain text."""
    return f"note{n}.txt", f"Ash said “hello” {n} times, in Zoë’s class.\n".encode()


def photo(n: int) -> tuple[str, bytes]:
    """A small picture."""
    return f"photo{n}.png", png(40 + n, 40, bytes([0] + [n % 255, 90, 120] * (40 + n)) * 40)


def _cases(n: int) -> tuple[str, bytes]:
    return f"cases{n}.csv", as_csv(row(100 + n))


def _handed(n: int) -> tuple[str, bytes]:
    return f"case{n}.zip", small(given_names=f"Kit{'abcdefghijklmnopqrstuvwxyz'[n % 26]}")


def _schools(n: int) -> tuple[str, bytes]:
    return f"schools{n}.csv", lists.schools({})


def _plan(n: int) -> tuple[str, bytes]:
    book, kept = Workbook(), io.BytesIO()
    book.active.append(["Action", "Lead", "Due"])
    book.active.append([f"Do it {n} times", "Ann", "May 2027"])
    book.save(kept)
    return f"plan{n}.xlsx", kept.getvalue()


def _plan_csv(n: int) -> tuple[str, bytes]:
    return f"plan{n}.csv", f"Action,Lead,Due\nDo it {n} times,Ann,May 2027\n".encode()


def _register(n: int) -> tuple[str, bytes]:
    return f"list{n}.csv", f"Forename,Surname,DOB,SEN,Need\nIvy,Oak{n},31/12/2018,K,SLCN\n".encode()


def _roll(n: int) -> tuple[str, bytes]:
    head = "Forename,Surname,DOB,UPN,Attendance %,Suspension days,Social worker,Part-time timetable\n"
    return f"roll{n}.csv", (head + f"Other,O{n},01/03/2017,,95,,no,\n").encode()


def _waits(n: int) -> tuple[str, bytes]:
    from goldenthread.commissioning.models import ServiceLine

    return f"waits{n}.csv", waits.file_of(
        [
            waits.row(
                ServiceLine.objects.get(name="Speech therapy"), "2026-10", note=f"{n} came from another area"
            )
        ]
    )


LETTERS = (letter, report, note, photo)
DOORS = (
    Door("case:messages", "FilesField", "parent", LETTERS, {"words": "Here"}, "papers", keeps_letters=True),
    Door("case:correct", "FilesField", "parent", LETTERS, {"words": "Wrong", "should_say": "Right"}, "papers",
         keeps_letters=True),
    Door("advice:own_write", "DocumentForm", "adviser", (letter, report, note), {"button": "upload", "edition": "1"}, "papers",
         keeps_letters=True),
    Door("casework:enter_advice", "EnterForm", "worker", (letter, report, note), WHOSE, "papers", keeps_letters=True,
         fresh=open_advice),
    Door("casework:older_advice", "OlderForm", "worker", (letter, report, note),
         {**WHOSE, "provider": "on", "authority": "on", "family": "on"}, "papers", keeps_letters=True,
         fresh=open_advice),
    Door("casework:add_plan_picture", "PictureForm", "worker", (photo,), {}),
    Door("offer_staff:forms_of_page", "AttachForm", "local-offer-officer", LETTERS, {"form": "document", "title": "A paper"},
         keeps_letters=True),
    Door("casework:import", "CaseFileForm", "manager", (_cases,), reads_text=True),
    Door("casework:take_over_start", "HandedOverForm", "worker", (_handed,)),
    Door("offer_staff:import", "ListForm", "local-offer-officer", (_schools,)),
    Door("programme_staff:import", "ImportForm", "programme-lead", (_plan, _plan_csv), reads_text=True),
    Door("programme_staff:import_file", "ProgrammeFileForm", "programme-lead", ()),
    Door("returns:releases", "ReleaseForm", "analyst", (), {"title": "2025"}),
    Door("sensupport:bring", "ListForm", "setting", (_register,)),
    Door("sensupport:bring_roll", "RollForm", "setting", (_roll,), {**UNTIL, "is_again": "on"}),
    Door("transitions:destinations_bring", "ListForm", "adulthood-officer", ()),
    Door("commissioning:send", "FileForm", "service-lead", (_waits,)),
)  # fmt: skip
"""Those without sound files here have them in the tests of their rooms: their files come out of the product itself."""
