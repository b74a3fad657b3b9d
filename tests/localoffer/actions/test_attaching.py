"""Other forms of a page: a file or a link, and only what we take; and large print of everything."""

from __future__ import annotations

from io import BytesIO

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from pypdf import PdfReader

from goldenthread.kit.received.files import accepted
from goldenthread.localoffer.actions import editing
from goldenthread.localoffer.actions.attaching import attach, detach
from goldenthread.localoffer.errors import Refused
from goldenthread.localoffer.forms.attaching import AttachForm
from goldenthread.localoffer.models import Attachment
from tests.localoffer import world

pytestmark = pytest.mark.django_db
WHEN = {"on": world.TODAY, "by": None}
BODY = "Go to bed.\n## When\n- at eight\n- or at nine\n1. Brush your teeth\n2. [Ask us](/local-offer/), [ring](tel:01902 556556)"


@pytest.fixture
def page():
    words = editing.Words(title="Sleep", summary="How to sleep", body=BODY)
    return editing.publish_page(slug="sleep", words=words, now=world.NOW, by=None)


def test_file_is_shown_with_its_size_and_comes_back_as_it_was(client, page):
    held = attach(
        to=page,
        form="easy-read",
        title="Sleep: easy read",
        file=accepted("sleep.txt", b"Sleep well."),
        **WHEN,
    )
    shown = client.get("/local-offer/guide/sleep/").content.decode()
    assert "Sleep: easy read" in shown
    assert "11\xa0bytes" in shown
    answer = client.get(f"/local-offer/files/{held.public_id}/")
    assert (answer.content, answer["X-Content-Type-Options"]) == (b"Sleep well.", "nosniff")
    assert "sandbox" in answer["Content-Security-Policy"]


def test_link_leads_to_the_film(client, page):
    held = attach(to=page, form="bsl", title="Signed", link="https://films.test/1", **WHEN)
    assert client.get(f"/local-offer/files/{held.public_id}/")["Location"] == "https://films.test/1"


@pytest.mark.parametrize("given", [{}, {"link": "https://a.test/", "file": accepted("a.txt", b"a")}])
def test_neither_or_both_is_refused(page, given):
    with pytest.raises(Refused, match="one of the two"):
        attach(to=page, form="film", title="T", **given, **WHEN)
    assert not Attachment.objects.exists()


def test_translation_says_its_language(page):
    with pytest.raises(Refused, match="language"):
        attach(to=page, form="translated", title="T", link="https://a.test/", **WHEN)


def test_what_could_do_harm_is_refused_with_a_sentence():
    harm = SimpleUploadedFile("page.html", b"<script>\x00")
    form = AttachForm({"form": "document", "title": "T"}, {"file": harm})
    assert not form.is_valid()
    assert "of a kind that we cannot open" in str(form.errors["file"])


def test_removed_form_is_gone(client, page):
    held = attach(to=page, form="document", title="T", file=accepted("a.txt", b"a"), **WHEN)
    detach(attachment=held, by=None)
    assert client.get(f"/local-offer/files/{held.public_id}/").status_code == 404


def test_form_of_a_hidden_entry_is_not_given_away(client):
    world.load(world.record(1, "Chess"))
    chess = world.service("Chess")
    held = attach(to=chess, form="document", title="T", file=accepted("a.txt", b"a"), **WHEN)
    assert client.get(f"/local-offer/files/{held.public_id}/").status_code == 200
    chess.is_archived = True
    chess.save()
    assert client.get(f"/local-offer/files/{held.public_id}/").status_code == 404


def test_large_print_says_all_that_the_page_says(client, page):
    world.load(world.record(1, "Chess", description="For all.", phones=[{"number": "01632 960001"}]))
    answers = [client.get("/local-offer/guide/sleep/large-print.pdf"),
               client.get(f"/local-offer/services/{world.service('Chess').public_id}/large-print.pdf")]  # fmt: skip
    texts = [
        " ".join(
            word for one in PdfReader(BytesIO(answer.content)).pages for word in one.extract_text().split()
        )
        for answer in answers
    ]
    for words in (
        "Sleep",
        "Go to bed.",
        "When",
        "at eight",
        "1. Brush your teeth",
        "Ask us (",
        "ring (01902 556556)",
    ):
        assert words in texts[0]
    for words in ("Chess", "For all.", "01632 960001"):
        assert words in texts[1]
