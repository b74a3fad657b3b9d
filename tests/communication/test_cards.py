"""Cards: their words, their translations, their paper, and where they were left."""

import pytest
import time_machine
from django.urls import reverse

from goldenthread.audit.models import Event
from goldenthread.communication.actions import cards as actions
from goldenthread.communication.errors import Conflict, Refused
from goldenthread.communication.models import Card, PrintRun, ShortAddress, Wording
from goldenthread.communication.queries import cards as queries
from tests.communication.world import RUN, TODAY, WORDS, card, print_run, translation
from tests.readers import person, sign_in

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel(f"{TODAY}T10:00:00Z", tick=False):
        yield


@pytest.fixture
def officer(client):
    return sign_in(client, person("communications-officer"))


def _status(held):
    said = queries.said_by(Card.objects.get(pk=held.pk))
    return {str(one.language): (one.is_missing, one.is_out_of_date) for one in said}


def test_ninth_line_is_refused_and_nothing_is_kept():
    with pytest.raises(Refused, match="1 to 8 lines; these are 9"):
        card(lines="\n".join(["It is free."] * 9))
    assert not Card.objects.exists()


def test_hard_words_are_named():
    with pytest.raises(Refused) as refused:
        card(lines="Statutory assessment is multidisciplinary consultation.")
    assert "need a reading age of 2" in str(refused.value)
    assert "“multidisciplinary”" in str(refused.value)
    assert refused.value.field == "lines"


def test_line_that_does_not_fit_is_refused():
    with pytest.raises(Refused, match="61 letters"):
        card(lines="a" * 61)


def test_address_of_a_card_is_its_own():
    card()
    for taken in ("help", "add"):
        with pytest.raises(Refused, match="taken"):
            card(slug=taken)


def test_translation_is_out_of_date_when_the_english_changes():
    held = card()
    translation(held)
    assert _status(held)["pl"] == (False, False)
    assert _status(held)["ur"] == (True, False)
    actions.word_card(card=held, based_on=1, fields=WORDS | {"title": "Get help"}, on=TODAY, by=None)
    assert _status(held)["pl"] == (True, True)
    translation(held)
    assert _status(held)["pl"] == (False, False)
    assert Wording.objects.get(number=1).translations.count() == 1


def test_old_wording_is_not_translated_any_more():
    held = card()
    old = held.wordings.get()
    actions.word_card(card=held, based_on=1, fields=WORDS, on=TODAY, by=None)
    words = {"title": "Pomoc", "lines": "Zobacz.", "checked_by": "", "checked_on": None}
    with pytest.raises(Refused, match="newest wording"):
        actions.translate(wording=old, language="pl", based_on=0, fields=words, by=None)


def test_who_is_slower_sees_what_the_other_wrote():
    held = card()
    translation(held)
    with pytest.raises(Conflict):
        actions.word_card(card=held, based_on=0, fields=WORDS, on=TODAY, by=None)
    with pytest.raises(Conflict):
        translation(held)


def test_check_names_somebody_and_a_day():
    with pytest.raises(Refused, match="both who"):
        translation(card(), checked_by="Polish school")


@pytest.mark.parametrize(
    ("fields", "field"),
    [
        ({"left": 101}, "left"), ({"left_on": None}, "left_on"), ({"left": 0}, "left_on"), ({"place": ""}, "place"),
        ({"language": "pl"}, "language"), ({"left_on": TODAY.replace(day=1)}, "left_on"),
    ],
)  # fmt: skip
def test_run_that_cannot_be_is_refused(fields, field):
    with pytest.raises(Refused) as refused:
        print_run(**fields)
    assert refused.value.field == field
    assert not PrintRun.objects.exists()


def test_no_more_come_back_than_were_left():
    run = print_run()
    with pytest.raises(Refused, match="80 were left"):
        actions.bring_back(run=run, count=81, on=TODAY, by=None)
    actions.bring_back(run=run, count=12, on=TODAY, by=None)
    run.refresh_from_db()
    assert (run.came_back, run.came_back_on) == (12, TODAY)


def test_every_act_leaves_an_event():
    run = print_run()
    translation(run.wording.card)
    actions.bring_back(run=run, count=0, on=TODAY, by=None)
    acts = list(
        Event.objects.filter(action__startswith="communication.card").values_list("action", flat=True)
    )
    assert sorted(acts) == [
        f"communication.card.{one}" for one in ("added", "came_back", "printed", "translated", "worded")
    ]


def test_places_are_told_apart_by_their_codes(officer):
    held = card()
    for place in ("Library", "Surgery"):
        officer.post(f"/communication/cards/{held.slug}/place/", {"stands_in": place})
    assert set(queries.codes_of(held).values_list("stands_in", "leads_to", "channel")) == {
        ("Library", "/card/help/", "card"), ("Surgery", "/card/help/", "card"),
    }  # fmt: skip
    library = ShortAddress.objects.get(stands_in="Library")
    actions.record_run(card=held, fields=RUN | {"address": library}, by=None)
    officer.get(f"/go/{library.code}/", headers={"user-agent": "Mozilla/5.0 (Linux; Android 14) Mobile"})
    assert [run.visited for run in queries.runs(held)] == [1]


def test_card_prints_two_pages_and_only_with_its_own_codes(officer):
    held = card()
    path = reverse("communication:card_pdf", args=[held.slug])
    answer = officer.get(path)
    assert answer["Content-Type"] == "application/pdf"
    assert answer.content.startswith(b"%PDF")
    assert b"/StructTreeRoot" in answer.content
    assert b"/Count 2" in answer.content
    for asked in ({"language": "pl"}, {"code": "NOSUCH"}):
        assert officer.get(path, asked).status_code == 404


@pytest.mark.parametrize("language", ["pa", "ur"])
def test_letters_that_are_not_installed_stop_the_press(officer, settings, tmp_path, language):
    held = card()
    translation(held, language)
    path = reverse("communication:card_pdf", args=[held.slug])
    assert officer.get(path, {"language": language, "sheet": "1"}).status_code == 200
    settings.PROJECT = tmp_path
    answer = officer.get(path, {"language": language})
    assert answer.status_code == 503
    assert "not installed" in answer.text


def test_everybody_reads_the_newest_words_alone(client):
    held = card()
    translation(held, title="Pomoc")
    translation(held, "ur", title="مدد", checked_by="Urdu school", checked_on=TODAY)
    page = client.get("/card/help/").text
    assert 'lang="ur" dir="rtl"' in page
    assert "No speaker of Polish has checked" in page
    assert "No speaker of Urdu" not in page
    actions.word_card(card=held, based_on=1, fields=WORDS, on=TODAY, by=None)
    assert "Pomoc" not in client.get("/card/help/").text


def test_forms_keep_a_card(officer):
    officer.post("/communication/cards/add/", WORDS | {"slug": "free"})
    base = "/communication/cards/free"
    officer.post(f"{base}/in/pl/", {"title": "Pomoc", "lines": "Zobacz.", "based_on": "0"})
    assert "It is free." in officer.get(f"{base}/in/pl/").text
    refused = officer.post(
        f"{base}/edit/", WORDS | {"lines": "Multidisciplinary consultation.", "based_on": "1"}
    )
    assert refused.status_code == 422
    assert "“multidisciplinary”" in refused.text
    late = officer.post(f"{base}/edit/", WORDS | {"based_on": "0"})
    assert late.status_code == 422
    assert "Somebody else wrote meanwhile" in late.text
    assert "It is free." in officer.get(f"{base}/edit/").text
    officer.post(f"{base}/edit/", WORDS | {"title": "Get help", "based_on": "1"})
    page = officer.get(f"{base}/").text
    assert "Out of date" in page
    assert "Get help" in page
    assert officer.get(f"{base}/in/cy/").status_code == 404
    printed = {
        "language": "en",
        "copies": "5",
        "printed_by": "Us",
        "left": "0",
        "printed_on_day": "26",
        "printed_on_month": "11",
        "printed_on_year": "2026",
    }
    answer = officer.post(f"{base}/printed/", printed)
    assert answer.status_code == 302, str(answer.context["form"].errors)
    run = PrintRun.objects.get()
    assert officer.post(f"/communication/cards/runs/{run.pk}/back/", {"count": "1"}).status_code == 422


def test_list_costs_the_same_for_one_and_for_many(officer, django_assert_num_queries):
    for number in range(5):
        translation(card(slug=f"card-{number}"))
    with django_assert_num_queries(3):
        assert len(queries.cards()) == 5
