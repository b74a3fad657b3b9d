"""What looks for children's names so that none gets out must know them all, whoever asks: one that sees none finds none."""

from __future__ import annotations

import pytest

from goldenthread.casework.queries import caseload
from goldenthread.casework.queries.other_children import is_of_another
from goldenthread.evidence.queries.publications import people_told
from goldenthread.kit.who_reads import NOBODY, Reading, reading
from goldenthread.people.models import Child
from tests.casework import world
from tests.readers import person

pytestmark = pytest.mark.django_db


@pytest.fixture
def ash_and_bo():
    names = (("Ashleigh", "Larkfield"), ("Bartholomew", "Vantrip"))
    return [world.make_case(world.make_child(*name)) for name in names]


def test_a_document_is_looked_through_for_every_name_by_somebody_who_knows_no_child(ash_and_bo):
    with reading(Reading(person=person("communications-officer").pk, day=world.TODAY)):
        assert not Child.objects.exists()
        assert "Ashleigh Larkfield" in people_told()


def test_a_parents_file_about_another_child_is_found_out(ash_and_bo):
    ash, _ = ash_and_bo
    parent = person("family")
    world.parent_of(ash.child, parent)
    with reading(Reading(person=parent.pk, day=world.TODAY)):
        assert list(Child.objects.all()) == [ash.child]
        assert is_of_another(ash, "A report about Bartholomew Vantrip", world.TODAY)


def test_the_index_that_a_process_keeps_is_whole_whoever_asks_first(ash_and_bo, monkeypatch):
    monkeypatch.setitem(caseload._kept, "state", None)
    with reading(NOBODY):
        assert len(caseload.caseload_index().entries) == 2
