"""Forms speak plainly, are tied to their errors, and carry our markup."""

import re

from django import forms

from goldenthread.kit.forms import KitForm


class Sample(KitForm):
    lead = forms.CharField(label="NHS lead", help_text="As it is on the letter.")
    email = forms.EmailField(label="Email")
    state = forms.ChoiceField(
        label="State", choices=[("a", "Open"), ("b", "Closed")], widget=forms.RadioSelect
    )
    areas = forms.MultipleChoiceField(
        label="Areas", choices=[("1", "First")], widget=forms.CheckboxSelectMultiple
    )
    agreed = forms.BooleanField(label="I have read it")
    paper = forms.FileField(label="Minutes", required=False)
    count = forms.IntegerField(label="How many", error_messages={"required": "Say how many came"})


def test_empty_fields_ask_for_what_they_want_by_name():
    errors = Sample({}).errors
    assert errors["lead"] == ["Enter NHS lead"]
    assert errors["state"] == ["Choose state"]
    assert errors["agreed"] == ["Tick the box: I have read it"]


def test_a_message_that_the_form_wrote_is_kept():
    assert Sample({}).errors["count"] == ["Say how many came"]


def test_no_message_says_invalid():
    form = Sample({"email": "x", "state": "z", "areas": ["9"], "count": "many"})
    assert "nvalid" not in str([*form.errors.values()])
    assert form.errors["state"] == ["Choose state from the list"]
    assert form.errors["email"] == ["Enter an email address like name@example.com"]


def test_every_link_of_the_error_summary_leads_to_a_control():
    html = str(Sample({}))
    targets = re.findall(r'<a href="#([^"]+)"', html)
    assert targets
    assert all(f'id="{target}"' in html for target in targets)


def test_controls_name_their_hint_and_error():
    html = Sample({})["lead"].as_field_group()
    assert 'aria-describedby="id_lead_helptext id_lead_error"' in html
    assert 'id="id_lead_helptext"' in html
    assert 'id="id_lead_error"' in html


def test_optional_fields_say_so():
    assert "(optional)" in Sample()["paper"].as_field_group()


def test_what_was_typed_is_escaped():
    html = str(Sample({"lead": '"><script>alert(1)</script>'}))
    assert "<script>" not in html
