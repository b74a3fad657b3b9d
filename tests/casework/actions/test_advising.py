"""Asking for advice, answering it, and everything that can go otherwise."""

from __future__ import annotations

import re
from datetime import UTC, date, datetime, timedelta

import pytest
import time_machine
from django.core import mail

from goldenthread.audit.models import Event as AuditEvent
from goldenthread.casework.actions.access import let_advise
from goldenthread.casework.actions.advising import (
    Ask,
    ask_again,
    ask_for_advice,
    follow_up,
    give_up_advice,
    send_back,
)
from goldenthread.casework.actions.answering import (
    By,
    enter_advice,
    let_older_stand,
    put_document,
    save_draft,
    send_advice,
    tag_paragraphs,
    take_document_out,
)
from goldenthread.casework.actions.links import ask_for_code, link_of, use_code
from goldenthread.casework.models import Advice, AdviceLink, AdviceState, OpenDuty, Paper
from goldenthread.casework.process.duties import Duty
from goldenthread.casework.queries.arrival import notes_of
from goldenthread.casework.queries.asked import lines_on_what_was_taken_out
from goldenthread.casework.queries.plans import plan_being_written
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.kit.received.files import accepted
from goldenthread.kit.secret_links import hashed
from tests.casework import planworld, world
from tests.kit.received import documents
from tests.readers import person
from tests.worker import work_off

pytestmark = pytest.mark.django_db
ON = date(2026, 11, 2)
AT = datetime(2026, 11, 2, 10, tzinfo=UTC)
WHOSE = By("Meera Psychologist", "Educational psychologist", date(2026, 10, 30))
EP = Ask("d", "Educational psychology service", "meera@example.org")


@pytest.fixture(autouse=True)
def _today():
    with time_machine.travel("2026-11-02T10:00:00Z", tick=False):
        yield


@pytest.fixture
def worker():
    return person("EHC caseworker", name="Nadia Worker")


@pytest.fixture
def case(worker):
    return world.assessing(worker)


@pytest.fixture
def advice(case, worker):
    return ask_for_advice(case=case, asks=[EP], on=ON, by=worker)[0]


def secret_in_mail() -> str:
    return re.findall(r"/advice/link/([\w-]+)/", mail.outbox[-1].body)[0]


def code_in_mail() -> str:
    return re.findall(r"\b[2-9A-Z]{4} [2-9A-Z]{4}\b", mail.outbox[-1].body)[0]


def typed(advice, **more):
    advice = Advice.objects.get(pk=advice.pk)
    draft = {"needs": ["Ash finds it hard to follow speech in noise."], **more}
    return save_draft(advice=advice, draft=draft, edition=advice.edition, by=None)


def sent(advice, on=ON, **more):
    return send_advice(advice=typed(advice, **more), whose=WHOSE, on=on, by=None)


class TestAsking:
    def test_each_body_gets_a_request_a_row_and_a_link(self, case, worker):
        made = ask_for_advice(
            case=case, asks=[EP, Ask("c", "Paediatrics", reached_on=date(2026, 10, 30))], on=ON, by=worker
        )
        assert [one.letter for one in made] == ["d", "c"]
        assert case.events.filter(kind="advice-requested").count() == 2
        assert AdviceLink.objects.get().advice == made[0]
        assert OpenDuty.objects.get(number=made[1].request_id).due_on == date(2026, 12, 11)
        assert AuditEvent.objects.filter(action="casework.advice.asked").count() == 2

    def test_the_mail_names_no_child_and_starts_the_six_weeks(self, advice):
        assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on is None
        assert work_off() == ["casework.send_advice_link"]
        [message] = mail.outbox
        assert message.to == ["meera@example.org"]
        assert not re.search(r"Ash|Example\b|EHC-\d|2017", message.subject + message.body)
        assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on == date(2026, 12, 14)

    def test_only_a_hash_of_the_secret_is_kept(self, advice):
        work_off()
        link = AdviceLink.objects.get()
        assert link.secret_hash == hashed(secret_in_mail())
        assert link_of(secret_in_mail()) == link

    def test_nobody_to_ask_is_refused(self, case, worker):
        with pytest.raises(Refused, match="at least one"):
            ask_for_advice(case=case, asks=[], on=ON, by=worker)

    def test_a_case_that_is_not_assessed_is_refused_and_nothing_is_kept(self, worker):
        case = world.make_case(worker=worker)
        with pytest.raises(Refused):
            ask_for_advice(case=case, asks=[EP], on=ON, by=worker)
        assert not Advice.objects.exists()

    def test_asking_again_ends_the_earlier_link(self, advice, worker):
        work_off()
        first = secret_in_mail()
        ask_again(advice=advice, email="other@example.org", on=ON, by=worker)
        work_off()
        assert not link_of(first).is_good_on(ON)
        assert link_of(secret_in_mail()).is_good_on(ON)
        assert mail.outbox[-1].to == ["other@example.org"]

    def test_a_mail_that_is_never_taken_is_shown_and_starts_no_clock(self, advice, settings):
        from goldenthread.casework import tasks
        from goldenthread.kit.patience import LONG

        settings.EMAIL_BACKEND = "nowhere.Broken"
        link = AdviceLink.objects.get()

        class Last:
            class job:
                attempts = len(LONG)

        with pytest.raises(ImportError):
            tasks.send_advice_link.func(link=link.pk)
        tasks.send_advice_link.func(Last, link=link.pk)
        link.refresh_from_db()
        assert "not taken" in link.trouble
        assert link.sent_at is None
        assert OpenDuty.objects.get(duty=Duty.ADVISE).due_on is None

    def test_a_request_of_an_earlier_record_is_followed_up_once(self, case, worker):
        request = world.tell(case, "advice-requested", ON, of="medical", body="Paediatrics")
        first = follow_up(request=request, by=worker)
        assert (first.letter, first.body) == ("c", "Paediatrics")
        assert follow_up(request=request, by=worker) == first


class TestCodes:
    @pytest.fixture
    def link(self, advice):
        work_off()
        return AdviceLink.objects.get()

    def code(self, link, at=AT):
        ask_for_code(link=link, at=at, by=None)
        work_off()
        return code_in_mail()

    def test_a_code_lets_in_once(self, link):
        code = self.code(link)
        assert use_code(link=link, code=code.lower().replace(" ", "-"), at=AT, by=None) == link
        with pytest.raises(Refused, match="used up"):
            use_code(link=link, code=code, at=AT, by=None)

    def test_five_wrong_codes_use_up_the_right_one(self, link):
        code = self.code(link)
        for _ in range(5):
            with pytest.raises(Refused, match="not the code"):
                use_code(link=link, code="BBBB BBBB", at=AT, by=None)
        with pytest.raises(Refused, match="used up"):
            use_code(link=link, code=code, at=AT, by=None)

    def test_a_code_is_too_old_after_half_an_hour(self, link):
        code = self.code(link)
        with pytest.raises(Refused, match="too old"):
            use_code(link=link, code=code, at=AT + timedelta(minutes=31), by=None)

    def test_a_second_code_in_a_minute_is_refused_and_a_later_one_ends_the_first(self, link):
        code = self.code(link)
        with pytest.raises(Refused, match="on its way"):
            ask_for_code(link=link, at=AT + timedelta(seconds=30), by=None)
        later = AT + timedelta(minutes=2)
        ask_for_code(link=link, at=later, by=None)
        with pytest.raises(Refused):
            use_code(link=link, code=code, at=later, by=None)

    def test_no_code_was_asked_for(self, link):
        with pytest.raises(Refused, match="used up"):
            use_code(link=link, code="", at=AT, by=None)

    def test_a_code_of_another_link_opens_nothing(self, link, case, worker):
        other = ask_for_advice(case=case, asks=[Ask("c", "Paediatrics", "dr@example.org")], on=ON, by=worker)[
            0
        ].links.get()
        work_off()
        code = self.code(link)
        self.code(other)
        with pytest.raises(Refused, match="not the code"):
            use_code(link=other, code=code, at=AT, by=None)


class TestAnswering:
    def test_it_comes_in_numbered_and_closes_the_request(self, advice):
        came = sent(advice)
        assert came.state == AdviceState.IN
        assert came.paragraphs == [[1, "Ash finds it hard to follow speech in noise.", ["need"]]]
        assert came.case.events.get(kind="advice-received").facts["author"] == "Meera Psychologist"
        assert not OpenDuty.objects.filter(duty=Duty.ADVISE).exists()
        assert AdviceLink.objects.get().ended_on == ON

    def test_nothing_can_be_changed_after_it_is_sent(self, advice):
        sent(advice)
        with pytest.raises(Refused, match="closed"):
            typed(advice, words="More")

    def test_an_empty_one_and_one_dated_tomorrow_are_refused(self, advice):
        with pytest.raises(Refused, match="nothing to send"):
            send_advice(advice=advice, whose=WHOSE, on=ON, by=None)
        with pytest.raises(Refused, match="after today"):
            send_advice(advice=typed(advice), whose=By("a", "b", ON + timedelta(days=1)), on=ON, by=None)

    def test_of_two_windows_the_second_sees_what_the_first_kept(self, advice):
        save_draft(advice=advice, draft={"words": "First", "window": "a"}, edition=1, by=None)
        with pytest.raises(Conflict) as conflict:
            save_draft(advice=advice, draft={"words": "Second", "window": "b"}, edition=1, by=None)
        assert conflict.value.theirs.draft["words"] == "First"

    def test_a_window_does_not_conflict_with_itself(self, advice):
        save_draft(advice=advice, draft={"words": "First", "window": "a"}, edition=1, by=None)
        save_draft(advice=advice, draft={"words": "First and more", "window": "a"}, edition=1, by=None)
        assert Advice.objects.get().draft["words"] == "First and more"

    def test_advice_that_comes_after_the_draft_plan_is_kept_all_the_same(self, advice, case):
        world.tell(case, "plan-agreed", ON)
        world.tell(case, "draft-issued", ON, information=True)
        came = sent(advice)
        assert came.is_in
        assert not case.events.filter(kind="advice-received").exists()
        assert AuditEvent.objects.filter(action="casework.advice.came_late").exists()

    def test_a_document_gives_its_paragraphs_and_is_kept_with_its_hash(self, advice):
        file = accepted("report.docx", documents.word("Needs", "Ash finds noise hard.", headings=("Needs",)))
        put = put_document(advice=advice, file=file, on=ON, by=None)
        assert put.draft["upload"]["paragraphs"] == [[1, "Needs", []], [2, "Ash finds noise hard.", ["need"]]]
        came = send_advice(advice=put, whose=WHOSE, on=ON, by=None)
        assert came.paper.name == "report.docx"
        assert len(came.paper.sha256) == 64

    def test_a_second_document_takes_the_place_of_the_first(self, advice):
        for name in ("one.txt", "two.txt"):
            put_document(advice=advice, file=accepted(name, b"Ash reads."), on=ON, by=None)
        assert [one.name for one in Paper.objects.all()] == ["two.txt"]
        take_document_out(advice=advice, by=None)
        assert not Paper.objects.exists()

    def test_a_scan_waits_for_somebody_to_type_it(self, advice):
        put = put_document(advice=advice, file=accepted("scan.pdf", documents.blank(2)), on=ON, by=None)
        assert put.draft["upload"]["is_scan"]
        with pytest.raises(Refused, match="nothing to send"):
            send_advice(advice=put, whose=WHOSE, on=ON, by=None)

    def test_a_document_about_another_child_is_refused_and_not_kept(self, advice):
        world.make_case(world.make_child("Bo", "Otherwise", upn="A123456789012", born_on=date(2016, 3, 9)))
        for words in (
            "Bo Otherwise needs help.",
            "The pupil A123456789012 needs help.",
            "Born on 9 March 2016.",
        ):
            with pytest.raises(Refused, match="names another child"):
                put_document(advice=advice, file=accepted("a.txt", words.encode()), on=ON, by=None)
        assert not Paper.objects.exists()
        with pytest.raises(Refused, match="names another child"):
            send_advice(advice=typed(advice, needs=["Bo Otherwise needs help."]), whose=WHOSE, on=ON, by=None)

    def test_a_document_that_names_both_is_taken_and_says_so(self, advice):
        world.make_case(world.make_child("Bo", "Otherwise"))
        came = sent(advice, needs=["Ash plays with Bo Otherwise at school."])
        assert [one.check for one in notes_of(came, ON) if one.number == 1] == ["N1"]


class TestSendingBack:
    def test_the_author_gets_a_new_link_and_the_reason_and_what_came_stays(self, advice, worker):
        work_off()
        came = sent(advice, provision=[{"what": "Regular support as required"}])
        notes = [one.check for one in notes_of(came, ON)]
        assert "P4" in notes
        back = send_back(advice=came, reason="Say how often.", on=ON, by=worker)
        work_off()
        assert (back.state, back.reason) == ("returned", "Say how often.")
        assert "asks you for more" in mail.outbox[-1].body
        assert link_of(secret_in_mail()).is_good_on(ON)
        assert back.case.events.filter(kind="advice-returned").exists()

    def test_a_second_submission_keeps_the_first(self, advice, worker):
        back = send_back(advice=sent(advice), reason="Say more.", on=ON, by=worker)
        came = sent(back, needs=["Ash needs a quiet place for 20 minutes a day."])
        assert [one.number for one in came.submissions.all()] == [1, 2]
        assert came.submissions.first().paragraphs[0][1].startswith("Ash finds")
        assert came.paragraphs[0][1].startswith("Ash needs")
        assert came.reason == ""

    def test_only_what_is_in_goes_back_and_with_a_reason(self, advice, worker):
        with pytest.raises(Refused, match="that is in"):
            send_back(advice=advice, reason="x", on=ON, by=worker)
        with pytest.raises(Refused, match="Say what"):
            send_back(advice=sent(advice), reason=" ", on=ON, by=worker)

    def test_an_account_has_the_request_again(self, case, worker):
        request = world.tell(case, "advice-requested", date(2026, 10, 20), of="psychology", body="EP")
        adviser = person("adviser", name="Meera")
        access = let_advise(request=request, adviser=adviser, on=date(2026, 10, 20), by=worker)
        came = sent(follow_up(request=request, by=worker))
        access.refresh_from_db()
        assert access.ends_on == ON
        send_back(advice=came, reason="Say more.", on=ON, by=worker)
        access.refresh_from_db()
        assert access.ends_on is None


class TestWithoutAnswer:
    def test_not_needed_ends_the_clock_and_the_link(self, advice, worker):
        work_off()
        give_up_advice(advice=advice, state="not-needed", reason="Seen by another team.", on=ON, by=worker)
        assert not OpenDuty.objects.filter(duty=Duty.ADVISE).exists()
        assert not link_of(secret_in_mail()).is_good_on(ON)

    def test_declined_keeps_the_clock_running_for_somebody_else_must_be_asked(self, advice, worker):
        work_off()
        give_up_advice(advice=advice, state="declined", reason="Long waits.", on=ON, by=worker)
        assert OpenDuty.objects.filter(duty=Duty.ADVISE).exists()
        assert Advice.objects.get().reason == "Long waits."

    def test_a_reason_is_asked_for(self, advice, worker):
        with pytest.raises(Refused, match="Say why"):
            give_up_advice(advice=advice, state="declined", reason="", on=ON, by=worker)

    @pytest.mark.parametrize("missing", ["provider", "authority", "family"])
    def test_older_advice_stands_only_if_all_three_agree(self, advice, worker, missing):
        agreed = dict.fromkeys(("provider", "authority", "family"), True) | {missing: False}
        with pytest.raises(Refused, match="all three"):
            let_older_stand(
                advice=advice,
                whose=WHOSE,
                paragraphs=[[1, "Ash reads.", []]],
                paper=None,
                on=ON,
                by=worker,
                **agreed,
            )
        assert Advice.objects.get().state == AdviceState.ASKED

    def test_older_advice_stands_in_the_place_of_new(self, advice, worker):
        came = let_older_stand(advice=advice, whose=WHOSE, paragraphs=[[1, "Ash reads.", []]], paper=None, provider=True,
                               authority=True, family=True, on=ON, by=worker)  # fmt: skip
        assert came.state == AdviceState.REUSED
        assert came.case.events.get(kind="advice-received").facts["is_older"] is True


def test_tags_change_what_a_paragraph_gives_and_not_its_words(advice, worker):
    came = tag_paragraphs(
        advice=sent(advice, words="Alone with an adult."), tags={1: "", 2: "provision", 9: "need"}, by=worker
    )
    assert [one[2] for one in came.paragraphs] == [[], ["provision"]]
    assert came.submissions.get().paragraphs[0][2] == ["need"]


def test_a_second_submission_never_moves_what_a_line_of_the_plan_cites(worker):
    case = planworld.drafting(worker=worker)
    planworld.written(case)
    advice = next(one for one in case.advice.all() if len(one.paragraphs) > 1 and one.letter == "d")
    advice.submissions.create(number=1, came_on=advice.received_on, author="A", role="B", dated_on=advice.dated_on,
                              paragraphs=advice.paragraphs)  # fmt: skip
    before = {number: words for number, words, _ in advice.paragraphs}
    back = send_back(advice=advice, reason="Say more.", on=planworld.ON, by=worker)
    whose = By("A", "B", planworld.ON)
    words = f"A first paragraph that is new.\n\n{before[max(before)]}"
    came = enter_advice(advice=back, whose=whose, words=words, file=None, on=planworld.ON, by=worker)
    assert [one[0] for one in came.paragraphs] == [max(before) + 1, max(before)]
    cited = next(
        one for one in plan_being_written(case, planworld.ON).advice if one.id == advice.key
    ).paragraphs
    assert {one.number: one.text for one in cited} == before | {
        max(before) + 1: "A first paragraph that is new."
    }
    stale = {number for _, number in lines_on_what_was_taken_out(came)}
    assert stale
    assert stale <= set(before) - {max(before)}
