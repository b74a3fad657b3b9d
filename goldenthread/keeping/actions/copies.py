"""What was made from a child's file and kept elsewhere: returns, packs for inspectors, imports, and money by reference."""

from __future__ import annotations

import re
import zlib

from django.db.models import Min

from goldenthread.casework.models import Case, CaseImport, ImportedRow
from goldenthread.commissioning.models import PersonalBudget, SharedCost
from goldenthread.evidence.models import Pack, PackKind
from goldenthread.keeping.queries.reach import Rows
from goldenthread.returns.models import ReturnDraft, ReturnedCase

_PERSON = re.compile(rb"<Person>.*?</Person>", re.DOTALL)
_CUT = b"<Person><!-- removed by rule --></Person>"


def remove_copies(found: Rows) -> dict[str, int]:
    """Take the child out of every kept copy; how many of each. Called while the child's rows are still there."""
    cases = Case.objects.filter(pk__in=found.get(Case, set()))
    references = list(cases.values_list("reference", flat=True))
    first = cases.aggregate(first=Min("opened_on"))["first"]
    packs = Pack.objects.filter(kind=PackKind.INSPECTION, as_at__gte=first) if first else Pack.objects.none()
    gone = {
        "evidence.Pack": packs.delete()[0],
        "commissioning.PersonalBudget": PersonalBudget.objects.filter(reference__in=references).delete()[0],
        "commissioning.SharedCost": SharedCost.objects.filter(reference__in=references).delete()[0],
        "casework.CaseImport": _imports(found),
        "returns.ReturnDraft": sum(_cut(draft, found) for draft in _drafts(found)),
    }
    return {label: count for label, count in gone.items() if count}


def _imports(found: Rows) -> int:
    """Files with which nobody else came in are forgotten; of the others, what was wrong in which row."""
    rows = found.get(ImportedRow, set())
    uploads = CaseImport.objects.filter(rows__in=rows).distinct()
    alone = [one.pk for one in uploads if not one.rows.exclude(pk__in=rows).exists()]
    CaseImport.objects.filter(pk__in=uploads.values("pk")).exclude(pk__in=alone).update(troubles=[])
    found[CaseImport] = set(alone)
    found[ImportedRow] = found.pop(ImportedRow, set())
    return len(alone)


def _drafts(found: Rows) -> list[ReturnDraft]:
    returned = found.get(ReturnedCase, set())
    return list(ReturnDraft.objects.filter(returned__in=returned, packed__isnull=False).distinct())


def _cut(draft: ReturnDraft, found: Rows) -> int:
    """Empty the person in a return's XML. The others keep their numbers; its hash stays that of what was sent."""
    numbers = ReturnedCase.objects.filter(pk__in=found[ReturnedCase], draft=draft, person__gt=0)
    mine = set(numbers.values_list("person", flat=True))
    if not mine:
        return 0
    place = iter(range(1, draft.xml.count(b"<Person>") + 1))
    text = _PERSON.sub(lambda person: _CUT if next(place) in mine else person.group(), draft.xml)
    ReturnDraft.objects.filter(pk=draft.pk).update(packed=zlib.compress(text, 6), changes={})
    return 1
