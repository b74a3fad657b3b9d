"""The worked example: area 2 with its asks, two statements, three published versions; a second time adds nothing."""

from __future__ import annotations

from datetime import date
from itertools import pairwise

import pytest

from goldenthread.accounts.actions.demonstration import make_people
from goldenthread.evidence.demonstration import load
from goldenthread.evidence.models import DocumentVersion, StatementVersion
from goldenthread.evidence.queries.publications import changes_from
from goldenthread.evidence.queries.statements import statement_held
from goldenthread.programme.demonstration.load import load as load_programme

ON = date(2026, 11, 27)


@pytest.mark.django_db
def test_area_2_is_shown_from_finding_to_signature_and_says_what_is_invented():
    make_people()
    load_programme(on=ON)
    assert load(on=ON) == "area 2 with 1 pieces of evidence, 2 position statements, 3 published versions"
    first, second = StatementVersion.objects.order_by("number")
    assert statement_held(first, ON).words == "Stands"
    assert statement_held(second, ON).words == "Waits for 1 of 3 signatures"
    assert not statement_held(second, ON).reds
    versions = list(DocumentVersion.objects.order_by("number"))
    assert all(changes_from(earlier, later.content) for earlier, later in pairwise(versions))
    assert load(on=ON) == "statements unchanged"
    assert StatementVersion.objects.count() == 2
