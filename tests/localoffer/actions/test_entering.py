"""Entries of the council's own, and services that people miss."""

from __future__ import annotations

import pytest

from goldenthread.localoffer.actions import commenting, entering, upkeep
from goldenthread.localoffer.choices import Origin, SuggestionState
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.entries import NewEntryForm, StaffForm
from goldenthread.localoffer.models import Service, Suggestion, record_of
from tests.localoffer import world

pytestmark = pytest.mark.django_db
TYPED = {
    "name": "Judo for all", "organisation": "Bilston Judo", "description": "Judo for wheelchair users.", "kinds": ["leisure"],
    "needs": ["physical"], "place": "Bilston hall", "street": "1 Mount Pleasant", "postcode": "wv14 7na", "days": ["MO"],
    "times": "18:00 to 19:00", "review_months": "6", "phone": "01902 551155",
}  # fmt: skip


def form_of(**changes) -> NewEntryForm:
    form = NewEntryForm({**TYPED, **changes})
    assert form.is_valid(), form.errors
    return form


def added(**changes) -> Service:
    form = form_of(**changes)
    return entering.add_entry(
        record=form.new_record(), organisation=form.cleaned_data["organisation"], now=world.NOW, by=None
    )


def test_entry_is_found_at_once_by_its_need_near_its_place(client):
    service = added()
    found = client.get(
        "/local-offer/search.json", {"need": "physical", "postcode": "WV14 7NA", "within": "1"}
    ).json()
    assert [one["name"] for one in found["results"]] == ["Judo for all"]
    assert (service.origin, service.assured_by, service.assured_on) == (
        Origin.HERE,
        "the council",
        world.TODAY,
    )
    assert service.lapses_on is not None


@pytest.mark.parametrize(
    ("postcode", "words"), [("WV14", "only part of a postcode"), ("WV14 0ZZ", "We know no postcode")]
)
def test_postcode_that_is_none_is_refused(postcode, words):
    form = NewEntryForm({**TYPED, "postcode": postcode})
    assert not form.is_valid()
    assert words in str(form.errors["postcode"])


def test_council_changes_categories_and_leaves_the_rest_byte_for_byte():
    service = added()
    record = record_of(service)
    foreign = {"taxonomy_term": {"id": "x", "name": "Sport", "taxonomy_id": "another"}}
    record["attributes"].append(foreign)
    same = StaffForm({**TYPED, "review_months": "6"}, initial={})
    assert same.is_valid()
    assert same.with_categories(record) == record
    other = StaffForm({**TYPED, "needs": ["autism"]}, initial={})
    assert other.is_valid()
    changed = other.with_categories(record)
    assert StaffForm.categories_of(changed) == {"needs": ["autism"], "kinds": ["leisure"]}
    assert foreign in changed["attributes"]


def test_councils_change_is_refused_while_the_providers_waits():
    service = added()
    sent = {**record_of(service), "description": "Theirs"}
    upkeep.send_change(service=service, record=sent, now=world.NOW, by=None)
    with pytest.raises(Refused, match="Decide on it first"):
        entering.edit_entry(
            service=service, record={**sent, "description": "Ours"}, review_months=12, now=world.NOW, by=None
        )
    service.refresh_from_db()
    assert (record_of(service)["description"], service.review_months) == ("Judo for wheelchair users.", 12)


def test_review_is_set_without_a_new_version():
    service = added()
    entering.edit_entry(service=service, record=record_of(service), review_months=3, now=world.NOW, by=None)
    service.refresh_from_db()
    assert (service.review_months, service.versions.count()) == (3, 1)


def test_suggestion_becomes_an_entry_once():
    wanted = entering.suggest(name="Judo", words="For all", on=world.TODAY, by=None)
    form = form_of()
    entering.add_entry(
        record=form.new_record(), organisation="Judo", suggestion=wanted, now=world.NOW, by=None
    )
    held = Suggestion.objects.get()
    assert (held.state, held.service.name) == (SuggestionState.TAKEN, "Judo for all")
    with pytest.raises(Refused, match="already"):
        entering.add_entry(
            record=form.new_record(), organisation="Judo", suggestion=wanted, now=world.NOW, by=None
        )
    assert Service.objects.count() == 1
    with pytest.raises(Refused, match="already"):
        entering.decline_suggestion(suggestion=wanted, reason="No", on=world.TODAY, by=None)


def test_what_is_published_of_a_comment_holds_no_trace_of_a_person(client):
    said = commenting.comment(topic="content", words="Ring me on 01902 551155", on=world.TODAY, by=None)
    decided = {"comment": said, "outcome": "did", "on": world.TODAY, "by": None}
    with pytest.raises(Refused, match="a telephone number"):
        commenting.publish_answer(published_words="Ring me on 01902 551155", answer="Done", **decided)
    with pytest.raises(Refused, match="an NHS number"):
        commenting.publish_answer(published_words="Ring me", answer="About 943 476 5919", **decided)
    commenting.publish_answer(
        published_words="Ring me", answer="We rang. Our number is 01902 556556.", **decided
    )
