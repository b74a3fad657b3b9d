"""A button pressed twice does its work once; anything else is done each time."""

from __future__ import annotations

import itertools

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.db import OperationalError
from django.http import HttpResponse, HttpResponseRedirect
from django.test import RequestFactory

from goldenthread.accounts import once

pytestmark = pytest.mark.django_db


def pressed(fields: dict, *, answer=None, path: str = "/a/", times: int = 2) -> tuple[int, list]:
    """How often the work was done, and what was answered."""
    done = itertools.count()
    answers = (
        iter(answer) if answer else (HttpResponseRedirect(f"/done/{number}/") for number in itertools.count())
    )

    def work(http):
        next(done)
        return next(answers)

    given = [once.Once(work)(RequestFactory().post(path, fields)) for _ in range(times)]
    return next(done), given


def test_the_same_form_is_done_once_and_answered_alike():
    done, (first, second) = pressed({once.TOKEN: "t1", "words": "Hello"})
    assert done == 1
    assert (first.url, second.url) == ("/done/0/", "/done/0/")


def test_a_file_is_part_of_the_form():
    def form(content: bytes) -> dict:
        return {once.TOKEN: "t2", "file": SimpleUploadedFile("a.txt", content)}

    http = RequestFactory()
    work = once.Once(lambda asked: HttpResponseRedirect(f"/{asked.FILES['file'].read().decode()}/"))
    assert work(http.post("/a/", form(b"one"))).url == "/one/"
    assert work(http.post("/a/", form(b"two"))).url == "/two/"
    assert work(http.post("/a/", form(b"one"))).url == "/one/"


@pytest.mark.parametrize(
    "forms",
    [
        [{"words": "Hello"}, {"words": "Hello"}],
        [{once.TOKEN: "t3", "words": "Hello"}, {once.TOKEN: "t4", "words": "Hello"}],
        [{once.TOKEN: "t3", "words": "Hello"}, {once.TOKEN: "t3", "words": "Hello, again"}],
    ],
    ids=["no token", "drawn anew", "a word was changed"],
)
def test_another_form_is_done(forms):
    assert sum(pressed(one, times=1)[0] for one in forms) == 2


def test_another_address_is_another_form():
    assert (
        pressed({once.TOKEN: "t5"}, path="/a/", times=1)[0]
        + pressed({once.TOKEN: "t5"}, path="/b/", times=1)[0]
        == 2
    )


def test_a_form_that_was_not_taken_may_come_again():
    done, answers = pressed(
        {once.TOKEN: "t6"}, answer=[HttpResponse(status=422), HttpResponseRedirect("/in/")]
    )
    assert (done, [one.status_code for one in answers]) == (2, [422, 302])


def test_a_form_whose_work_failed_may_come_again():
    def fail(http):
        raise ValueError

    form = RequestFactory().post("/a/", {once.TOKEN: "t7"})
    with pytest.raises(ValueError):  # noqa: PT011 (the one above)
        once.Once(fail)(form)
    assert pressed({once.TOKEN: "t7"}, times=1)[0] == 1


def test_where_a_cookie_is_set_both_are_done():
    def signed_in():
        answer = HttpResponseRedirect("/work/")
        answer.set_cookie("sessionid", "s")
        return answer

    assert pressed({once.TOKEN: "t8"}, answer=[signed_in(), signed_in()])[0] == 2


def test_looking_is_never_held_up():
    http = RequestFactory().get("/a/", {once.TOKEN: "t9"})
    assert once.Once(lambda asked: HttpResponse("a"))(http).content == b"a"


def test_the_answer_goes_out_though_the_database_went_after_the_work(monkeypatch):
    def away(*words):
        raise OperationalError("server closed the connection unexpectedly")

    monkeypatch.setattr(once.cache, "set", away)
    done, (given,) = pressed({once.TOKEN: "t9", "words": "Hello"}, times=1)
    assert (done, given.url) == (1, "/done/0/")
