"""The pages of advice: asking, answering by a link or signed in, sending back, and what strangers are told."""

from __future__ import annotations

import re
from datetime import date

import pytest
import time_machine
from django.core import mail
from django.core.cache import cache
from django.core.files.uploadedfile import SimpleUploadedFile
from django.test import Client

from goldenthread.casework.actions.access import let_advise
from goldenthread.casework.actions.advising import Ask, ask_for_advice
from goldenthread.casework.models import Advice, AdviceLink, AdviceState, Paper
from tests.casework import world
from tests.kit.received import documents
from tests.readers import person, sign_in
from tests.worker import work_off

pytestmark = pytest.mark.django_db
WHO = {"author": "Meera Psychologist", "role": "Educational psychologist", "dated_on_day": "20", "dated_on_month": "11",
       "dated_on_year": "2026"}  # fmt: skip


@pytest.fixture(autouse=True)
def _nothing_was_tried_before():
    cache.clear()


@pytest.fixture
def case(worker):
    return world.assessing(worker)


@pytest.fixture
def advice(case, worker):
    made = ask_for_advice(
        case=case, asks=[Ask("d", "EP service", "meera@example.org")], on=world.TODAY, by=worker
    )[0]
    work_off()
    return made


@pytest.fixture
def where(case, advice):
    return f"/casework/cases/{case.public_id}/advice/{advice.public_id}/"


@pytest.fixture
def link(advice):
    return re.findall(r"(/advice/link/[\w-]+/)", mail.outbox[-1].body)[0]


@pytest.fixture
def author(link):
    """A browser that was let in by the link and its code."""
    client = Client()
    client.post(link)
    work_off()
    code = re.findall(r"\b[2-9A-Z]{4} [2-9A-Z]{4}\b", mail.outbox[-1].body)[0]
    assert client.post(f"{link}code/", {"code": code}).url == f"{link}write/"
    return client


def text(answer):
    return answer.content.decode()


def write(browser, link, **given):
    """Save what somebody typed, from the page as it stands."""
    page = text(browser.get(f"{link}write/"))
    edition = re.findall(r'name="edition" id="edition" value="(\d+)"', page)[0]
    return browser.post(f"{link}write/", {**WHO, "edition": edition, "button": "save", **given})


def send(author, link):
    page = text(author.get(f"{link}check/"))
    edition = re.findall(r'name="edition" value="(\d+)"', page)[0]
    return author.post(f"{link}check/", {"edition": edition})


class TestAsking:
    def test_the_page_names_everybody_the_regulation_does_and_asks_those_filled_in(self, as_worker, case):
        address = f"/casework/cases/{case.public_id}/advice/"
        page = text(as_worker.get(address))
        assert page.count("Nobody asked yet") == 5
        given = {"body_d": "EP service", "email_d": "ep@example.org", "body_h": "Private therapist"}
        assert as_worker.post(address, given).status_code == 302
        assert sorted(Advice.objects.values_list("letter", "email")) == [("d", "ep@example.org"), ("h", "")]
        assert "no clock yet" in text(as_worker.get(address))

    def test_an_address_without_a_body_is_told_so_and_nothing_is_asked(self, as_worker, case):
        answer = as_worker.post(f"/casework/cases/{case.public_id}/advice/", {"email_d": "ep@example.org"})
        assert answer.status_code == 422
        assert "Say who is asked at this address under (d)" in text(answer)
        assert not Advice.objects.exists()

    def test_a_case_with_a_plan_says_why_nobody_is_asked(self, as_worker, worker):
        case = world.bring_to(world.make_case(worker=worker), "final-issued")
        assert "This case does not stand there now" in text(
            as_worker.get(f"/casework/cases/{case.public_id}/advice/")
        )

    def test_year_nine_is_asked_about_adulthood(self, as_worker, worker):
        case = world.assessing(worker, world.make_child("Cass", born_on=date(2012, 10, 1)))
        assert text(as_worker.get(f"/casework/cases/{case.public_id}/advice/")).count("Nobody asked yet") == 6

    def test_a_request_entered_by_hand_is_followed_up_by_a_button(self, as_worker, case):
        asked = world.tell(case, "advice-requested", date(2026, 10, 14), of="medical", body="Paediatrics")
        address = f"/casework/cases/{case.public_id}/advice/"
        assert "Follow this up here" in text(as_worker.get(address))
        assert as_worker.post(f"{address}requests/{asked.pk}/").status_code == 302
        assert "Follow this up here" not in text(as_worker.get(address))
        assert as_worker.post(f"{address}requests/{asked.pk}/").status_code == 404

    def test_the_pages_cost_the_same_for_twenty_requests(
        self, as_worker, case, worker, django_assert_max_num_queries
    ):
        ask_for_advice(
            case=case,
            asks=[Ask("f", f"Body {n}", f"b{n}@example.org") for n in range(20)],
            on=world.TODAY,
            by=worker,
        )
        with django_assert_max_num_queries(26):
            as_worker.get(f"/casework/cases/{case.public_id}/advice/")


class TestTheLink:
    def test_it_asks_for_a_code_and_tells_nothing_of_the_child(self, link):
        page = text(Client().get(link))
        assert "m…@example.org" in page
        assert "Ash" not in page
        assert "Ash" not in text(Client().get(f"{link}code/"))

    def test_the_link_alone_opens_nothing(self, link):
        assert Client().get(f"{link}write/").url == link
        assert Client().get(f"{link}check/").url == link
        assert Client().post(f"{link}check/", {"edition": 1}).url == link

    def test_a_wrong_link_and_an_ended_one_are_answered_alike(self, link):
        AdviceLink.objects.update(ended_on=world.TODAY)
        ended, never = Client().get(link), Client().get("/advice/link/never/")
        assert (ended.status_code, never.status_code) == (410, 410)
        assert re.sub(r'value="\w+"', "", text(ended)) == re.sub(r'value="\w+"', "", text(never))

    def test_a_wrong_code_is_told_so(self, link):
        answer = Client().post(f"{link}code/", {"code": "BBBBBBBB"})
        assert answer.status_code == 422
        assert "code" in text(answer)

    def test_codes_are_tried_ten_times_a_minute_at_most(self, link):
        answers = [Client().post(f"{link}code/", {"code": "BBBBBBBB"}).status_code for _ in range(11)]
        assert answers == [422] * 10 + [429]

    def test_the_session_opens_this_advice_and_nothing_else(self, author, link, case, worker):
        assert author.get(f"{link}write/").status_code == 200
        ask_for_advice(case=case, asks=[Ask("c", "Paediatrics", "dr@example.org")], on=world.TODAY, by=worker)
        work_off()
        other = re.findall(r"(/advice/link/[\w-]+/)", mail.outbox[-1].body)[0]
        assert author.get(f"{other}write/").url == other
        assert author.get(f"/casework/cases/{case.public_id}/").status_code == 302
        assert "/account/login/" in author.get("/advice/").url

    def test_no_page_of_it_is_kept_or_told_on(self, author, link):
        answer = author.get(f"{link}write/")
        assert answer.headers["Cache-Control"] == "private, no-store"
        assert answer.headers["Referrer-Policy"] == "same-origin"

    def test_after_two_hours_the_words_are_given_back(self, author, link):
        with time_machine.travel("2026-11-24T12:30:00Z", tick=False):
            answer = author.post(
                f"{link}write/", {"needs-0": "Ash finds noise in a full classroom hard.", "edition": "1"}
            )
            assert answer.status_code == 401
            assert "Ash finds noise in a full classroom hard." in text(answer)
            quiet = author.post(
                f"{link}write/", {"needs-0": "x", "edition": "1"}, headers={"HX-Request": "true"}
            )
            assert "Not saved" in text(quiet)
        assert Advice.objects.get().draft == {}


class TestWriting:
    def test_it_shows_what_the_request_needs_and_no_more(self, author, link, case):
        world.tell(case, "note", world.TODAY, words="A worker’s own thought")
        page = text(author.get(f"{link}write/"))
        assert "Ash Example" in page
        assert "own thought" not in page

    def test_a_draft_is_saved_by_a_button_and_by_a_script(self, author, link):
        assert write(author, link, **{"needs-0": "Reading"}).status_code == 302
        answer = author.post(
            f"{link}write/", {"needs-0": "Reading aloud", "edition": "2"}, headers={"HX-Request": "true"}
        )
        assert "Saved at" in text(answer)
        assert 'value="3"' in text(answer)
        assert Advice.objects.get().draft["needs"] == ["Reading aloud"]
        assert "Reading aloud" in text(author.get(f"{link}write/"))

    def test_add_another_saves_first(self, author, link):
        answer = write(author, link, **{"needs-0": "Reading", "button": "add-needs"})
        assert text(author.get(answer.url)).count('name="needs-') == 2

    def test_two_windows_show_both(self, author, link):
        write(author, link, **{"needs-0": "First words"})
        answer = author.post(f"{link}write/", {"needs-0": "Second words", "edition": "1", "window": "b"})
        assert answer.status_code == 409
        assert "First words" in text(answer)
        assert "Second words" in text(answer)
        assert Advice.objects.get().draft["needs"] == ["First words"]

    def test_a_bent_edition_loses_nothing(self, author, link):
        answer = author.post(f"{link}write/", {"needs-0": "Kept words", "edition": "x"})
        assert answer.status_code == 422
        assert "Kept words" in text(answer)

    def test_a_report_is_put_there_with_its_paragraphs(self, author, link):
        report = SimpleUploadedFile(
            "r.docx", documents.word("Provision", "Daily help.", headings=("Provision",))
        )
        assert write(author, link, button="upload", papers=report).status_code == 302
        page = text(author.get(f"{link}write/"))
        assert "Daily help." in page
        assert re.search(r'name="tag-2".*?value="provision" selected', page, re.DOTALL)

    def test_a_dangerous_report_is_refused_and_what_was_typed_is_kept(self, author, link):
        report = SimpleUploadedFile(
            "r.docx", documents.with_part(documents.word("x"), "word/vbaProject.bin", b"m")
        )
        answer = write(author, link, button="upload", papers=report, words="My words")
        assert answer.status_code == 422
        assert "holds macros" in text(answer)
        assert "My words" in text(answer)
        assert not Paper.objects.exists()

    def test_a_scan_is_said_to_be_one_and_typed_by_hand(self, author, link):
        write(author, link, button="upload", papers=SimpleUploadedFile("s.pdf", documents.blank(2)))
        page = text(author.get(f"{link}write/"))
        assert "pictures of pages" in page
        write(author, link, **{"page-1": "Ash reads.", "page-2": "", "tag-1": "need"})
        assert "Ash reads." in text(author.get(f"{link}check/"))

    def test_it_cannot_go_without_a_name_and_says_what_is_missing(self, author, link):
        write(author, link, author="", **{"needs-0": "Reading"})
        page = text(author.get(f"{link}check/"))
        assert "your name" in page
        assert "Send my advice" not in page

    def test_the_checks_warn_its_author_and_stop_nothing(self, author, link):
        write(author, link, **{"provision-0-what": "Regular support as required"})
        assert "Check P4" in text(author.get(f"{link}check/"))
        assert send(author, link).status_code == 302
        assert Advice.objects.get().state == AdviceState.IN
        assert "Thank you" in text(author.get(f"{link}write/"))

    def test_what_changed_since_it_was_read_is_not_sent(self, author, link):
        write(author, link, **{"needs-0": "Reading"})
        answer = author.post(f"{link}check/", {"edition": "1"})
        assert answer.status_code == 422
        assert "changed in another window" in text(answer)

    def test_after_sending_another_browser_finds_the_link_over(self, author, link):
        write(author, link, **{"needs-0": "Reading"})
        send(author, link)
        assert Client().get(link).status_code == 410


class TestSignedIn:
    @pytest.fixture
    def access(self, case, advice):
        return let_advise(
            request=advice.request, adviser=person("adviser", name="Meera"), on=world.TODAY, by=None
        )

    def test_the_same_pages_answer_it(self, access):
        client, where = sign_in(Client(), access.adviser), f"/advice/{access.pk}/"
        assert "Write your advice" in text(client.get(where))
        assert (
            client.post(f"{where}write/", {**WHO, "edition": 1, "needs-0": "Reading", "button": "check"}).url
            == f"{where}check/"
        )
        assert client.post(f"{where}check/", {"edition": 2}).status_code == 302
        assert Advice.objects.get().submissions.get().recorded_by == access.adviser

    def test_another_professional_is_told_nothing(self, access):
        client = sign_in(Client(), person("adviser", name="Other"))
        assert client.get(f"/advice/{access.pk}/write/").status_code == 404
        assert client.post(f"/advice/{access.pk}/check/", {"edition": 1}).status_code == 404


class TestTheWorker:
    @pytest.fixture
    def came(self, author, link):
        write(
            author,
            link,
            **{"needs-0": "Ash finds noise hard.", "provision-0-what": "Regular support as required"},
        )
        send(author, link)
        return Advice.objects.get()

    def test_a_draft_is_its_authors_own(self, as_worker, where, author, link):
        write(author, link, **{"needs-0": "Half a thought"})
        page = text(as_worker.get(where))
        assert "Half a thought" not in page
        assert "Being written" in page

    def test_paragraphs_stand_with_numbers_and_what_the_checks_say(self, as_worker, where, came):
        page = text(as_worker.get(where))
        assert "Check P4" in page
        assert "Ash finds noise hard." in page

    def test_one_click_sends_it_back_with_the_reasons(self, as_worker, where, came, author, link):
        page = text(as_worker.get(where))
        reason = re.findall(r'<textarea[^>]*name="reason"[^>]*>(.*?)</textarea>', page, re.DOTALL)[0]
        assert "Paragraph 2" in reason
        assert as_worker.post(f"{where}return/", {"reason": reason}).status_code == 302
        work_off()
        again = re.findall(r"(/advice/link/[\w-]+/)", mail.outbox[-1].body)[0]
        assert again != link
        assert author.get(f"{link}write/").status_code == 410

    def test_what_changed_in_a_second_submission_is_shown(self, as_worker, where, came, case):
        as_worker.post(f"{where}return/", {"reason": "Say more"})
        assert as_worker.get(f"{where}enter/").status_code == 200
        given = {**WHO, "words": "Ash needs a quiet place."}
        assert as_worker.post(f"{where}enter/", given).status_code == 302
        page = text(as_worker.get(where))
        assert "<ins>Ash needs a quiet place.</ins>" in page
        assert "It came 2 times" in page

    def test_what_a_worker_enters_leaves_the_draft_of_the_author_alone(self, as_worker, where, author, link):
        write(author, link, **{"needs-0": "Half a thought"})
        assert as_worker.post(f"{where}enter/", {**WHO, "words": "From the letter."}).status_code == 302
        advice = Advice.objects.get()
        assert advice.paragraphs == [[1, "From the letter.", []]]
        assert advice.draft["needs"] == ["Half a thought"]

    def test_a_scan_is_entered_with_its_words_typed(self, as_worker, where, advice):
        scan = {"papers": SimpleUploadedFile("scan.pdf", documents.blank())}
        answer = as_worker.post(f"{where}enter/", {**WHO, **scan, "words": ""})
        assert "is a scan" in text(answer)
        assert not Paper.objects.exists()
        scan = {"papers": SimpleUploadedFile("scan.pdf", documents.blank())}
        assert as_worker.post(f"{where}enter/", {**WHO, **scan, "words": "Ash reads."}).status_code == 302
        assert Advice.objects.get().paper.name == "scan.pdf"

    def test_tags_are_saved(self, as_worker, where, came):
        assert as_worker.post(f"{where}tags/", {"tag-1": "outcome", "tag-x": "need"}).status_code == 302
        assert Advice.objects.get().paragraphs[0][2] == ["outcome"]

    def test_no_advice_needs_a_reason(self, as_worker, where, advice):
        assert as_worker.post(f"{where}none/", {"state": "declined"}).status_code == 422
        assert (
            as_worker.post(f"{where}none/", {"state": "declined", "reason": "Long waits"}).status_code == 302
        )
        assert "Long waits" in text(as_worker.get(where))

    def test_older_advice_of_this_child_may_stand_with_three_ticks(
        self, as_worker, where, came, case, worker
    ):
        other = ask_for_advice(case=case, asks=[Ask("d", "Second EP")], on=world.TODAY, by=worker)[0]
        address = where.replace(str(came.public_id), str(other.public_id)) + "older/"
        assert "Meera Psychologist, 20 November 2026" in text(as_worker.get(address))
        given = {"earlier": came.pk, "provider": "on", "authority": "on"}
        answer = as_worker.post(address, given)
        assert "Not yet: the family" in text(answer)
        assert as_worker.post(address, {**given, "family": "on"}).status_code == 302
        other.refresh_from_db()
        assert (other.state, other.dated_on, len(other.paragraphs)) == ("reused", date(2026, 11, 20), 2)

    def test_a_link_is_sent_again(self, as_worker, where, advice):
        assert as_worker.post(f"{where}mail/", {"email": "nonsense"}).status_code == 422
        assert as_worker.post(f"{where}mail/", {"email": "new@example.org"}).status_code == 302
        work_off()
        assert mail.outbox[-1].to == ["new@example.org"]

    def test_a_family_sees_who_was_asked_and_who_answered(self, case, came):
        parent = person("family", name="Robin Parent")
        world.parent_of(case.child, parent)
        page = text(sign_in(Client(), parent).get(f"/my/{case.public_id}/"))
        assert "EP service" in page
        assert "Answered" in page
