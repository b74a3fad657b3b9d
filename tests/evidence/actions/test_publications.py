"""One prepares, another publishes; the gate stands between; what is published stays."""

from __future__ import annotations

from datetime import date
from unittest.mock import patch

import pytest
from django.db import DatabaseError, IntegrityError, transaction

from goldenthread.audit.models import Event
from goldenthread.evidence.actions.publications import give_up, let_through, prepare, publish, rewrite
from goldenthread.evidence.models import DocumentDraft, DocumentForm, DocumentVersion
from goldenthread.evidence.publishing.parts import fingerprint
from goldenthread.evidence.queries.publications import changes_from
from goldenthread.kit.dates import PartialDate
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.people.models import Adult
from goldenthread.programme.actions.action_plan import update_action

ON = date(2025, 4, 30)
LATER = date(2025, 5, 2)


def drafted(plan, by, *, form="statement-of-action", summary="", on=ON, **more):
    return prepare(programme=plan.programme, form=form, summary=summary, on=on, by=by, **more)


def published(plan, lead, second, *, on=ON):
    return publish(draft=drafted(plan, lead, on=on), based_on=1, on=on, by=second)


def test_a_second_person_publishes_and_the_hash_is_of_the_content(plan, action, lead, second):
    version = published(plan, lead, second)
    assert version.number == 1
    assert version.sha256 == fingerprint(version.content)
    assert "Publish the new letters" in str(version.content)
    assert Event.objects.filter(action="evidence.document.published", actor=str(second.public_id)).exists()


def test_one_due_date_changed_is_exactly_what_version_2_says(plan, action, lead, second):
    first = published(plan, lead, second)
    update_action(action=action, changes={"due": PartialDate(2025, 7)}, based_on=action.versions.get().pk,
                  reason="The printer closed", on=LATER, by=lead)  # fmt: skip
    after = published(plan, lead, second, on=date(2025, 5, 3))
    assert after.number == 2
    assert changes_from(first, after.content) == [
        "Due date of 1.1 moved from May to July 2025: “Publish the new letters”."
    ]


def test_nobody_publishes_what_they_prepared_made_anew_or_let_through(plan, action, lead, second):
    draft = drafted(plan, lead)
    with pytest.raises(Refused, match="somebody else must"):
        publish(draft=draft, based_on=1, on=ON, by=lead)
    rewrite(draft=draft, based_on=1, summary="Shorter.", on=ON, by=second)
    with pytest.raises(Refused, match="somebody else must"):
        publish(draft=draft, based_on=2, on=ON, by=second)
    assert not DocumentVersion.objects.exists()


def test_the_database_itself_refuses_one_person_for_both(plan, action, lead):
    draft = drafted(plan, lead)
    with pytest.raises(IntegrityError, match="second_person"), transaction.atomic():
        DocumentVersion.objects.create(
            draft=draft, programme=plan.programme, form=draft.form, number=1, content={}, sha256="0", prepared_by=lead,
            published_by=lead, published_on=ON,
        )  # fmt: skip


def test_a_planted_postcode_stops_it_until_a_reason_is_given_by_somebody_else(plan, action, lead, second):
    draft = drafted(plan, lead, summary="Write to us at WV1 1RE.")
    with pytest.raises(Refused, match="a postcode in the paragraph"):
        publish(draft=draft, based_on=1, on=ON, by=second)
    draft.refresh_from_db()
    assert draft.published_on is None
    assert not DocumentVersion.objects.exists()
    with pytest.raises(Refused, match="Say why"):
        let_through(draft=draft, based_on=1, finding="a postcode: WV1 1RE", reason=" ", by=lead)
    let_through(draft=draft, based_on=1, finding="a postcode: WV1 1RE", reason="The council’s own", by=lead)
    assert publish(draft=draft, based_on=2, on=ON, by=second).number == 1


def test_an_nhs_number_is_let_through_by_no_reason(plan, action, lead, second):
    draft = drafted(plan, lead, summary="It is 943 476 5919.")
    with pytest.raises(Refused, match="never published"):
        let_through(draft=draft, based_on=1, finding="an NHS number: 943 476 5919", reason="Why not", by=lead)


def test_the_name_of_a_parent_whom_the_system_knows_is_found_in_any_letters(plan, action, lead, second):
    Adult.objects.create(name="Hope Summer")
    draft = drafted(plan, lead, summary="we thank hope summer.")
    with pytest.raises(Refused, match="a person’s name"):
        publish(draft=draft, based_on=1, on=ON, by=second)


def test_two_people_at_once_the_second_sees_that_it_changed(plan, action, lead, second):
    draft = drafted(plan, lead)
    rewrite(draft=draft, based_on=1, summary="New words.", on=ON, by=lead)
    with pytest.raises(Conflict):
        rewrite(draft=draft, based_on=1, summary="Other words.", on=ON, by=second)
    with pytest.raises(Conflict):
        publish(draft=draft, based_on=1, on=ON, by=second)
    draft.refresh_from_db()
    assert draft.summary == "New words."
    assert not draft.written_by.filter(pk=second.pk).exists()


def test_nothing_is_half_published(plan, action, lead, second):
    draft = drafted(plan, lead)
    with (
        patch("goldenthread.evidence.actions.publications.log.record", side_effect=RuntimeError),
        pytest.raises(RuntimeError),
        transaction.atomic(),
    ):
        publish(draft=draft, based_on=1, on=ON, by=second)
    draft.refresh_from_db()
    assert draft.published_on is None
    assert not DocumentVersion.objects.exists()


@pytest.mark.parametrize("change", [lambda held: held.update(note="x"), lambda held: held.delete()])
def test_what_is_published_is_never_changed_or_removed(plan, action, lead, second, change):
    published(plan, lead, second)
    with pytest.raises(DatabaseError, match="never changed or removed"), transaction.atomic():
        change(DocumentVersion.objects.all())


def test_a_draft_ends_once(plan, action, lead, second):
    draft = drafted(plan, lead)
    with pytest.raises(Refused, match="waits already"):
        drafted(plan, second)
    give_up(draft=draft, based_on=1, on=ON, by=lead)
    with pytest.raises(Refused, match="given up"):
        publish(draft=draft, based_on=1, on=ON, by=second)
    version = published(plan, lead, second)
    with pytest.raises(Refused, match="published already"):
        rewrite(draft=version.draft, based_on=1, summary="", on=ON, by=lead)


OF_ANOTHER_KIND = {DocumentForm.HIGHLIGHT, DocumentForm.SELF_EVALUATION, DocumentForm.STRATEGY_PROGRESS}


@pytest.mark.parametrize("form", [form for form in DocumentForm.values if form not in OF_ANOTHER_KIND])
def test_each_document_is_made_of_the_plan(plan, action, lead, form):
    content = drafted(plan, lead, form=form, summary="In short.").content
    assert content["parts"][0]["text"] == "In short."
    assert "Plans need work" in str(content["parts"])


def test_a_highlight_report_is_about_one_area_of_a_public_plan(plan, action, lead):
    with pytest.raises(Refused, match="Choose the area"):
        drafted(plan, lead, form=DocumentForm.HIGHLIGHT)
    with pytest.raises(Refused, match="Only a highlight report"):
        drafted(plan, lead, area=action.area)
    assert (
        drafted(plan, lead, form=DocumentForm.HIGHLIGHT, area=action.area).content["parts"][-1]["number"]
        == "1.1"
    )
    plan.is_public = False
    plan.save()
    action.area.plan.refresh_from_db()
    with pytest.raises(Refused, match="not in a public plan"):
        drafted(plan, lead, form=DocumentForm.HIGHLIGHT, area=action.area)


def test_what_is_not_public_is_in_no_document(plan, action, lead):
    plan.is_public = False
    plan.save()
    assert drafted(plan, lead).content["parts"] == []
    assert DocumentDraft.objects.waiting().count() == 1
