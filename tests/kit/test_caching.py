"""What caches between us and readers may keep: pages that are the same for everybody, and nobody's own."""

from __future__ import annotations

import pytest
from django.conf import settings
from django.http import HttpResponse
from django.middleware.csrf import get_token

from goldenthread.kit.caching import EVERYBODY, for_everybody
from tests.readers import person, sign_in


def answer(http, **headers):
    return for_everybody(lambda http: HttpResponse("words", **headers))(http)


def test_a_page_for_everybody_may_be_kept_by_cookie(rf):
    kept = answer(rf.get("/"))
    assert kept.headers["Cache-Control"] == EVERYBODY
    assert kept.headers["Vary"] == "Cookie"


def test_a_page_for_whoever_has_a_session_is_their_own(rf):
    http = rf.get("/")
    http.COOKIES[settings.SESSION_COOKIE_NAME] = "one"
    assert answer(http).headers["Cache-Control"] == "private, no-cache"


def test_a_page_with_a_form_is_one_browsers_own(rf):
    http = rf.get("/")
    get_token(http)
    assert answer(http).headers["Cache-Control"] == "private, no-cache"


@pytest.mark.parametrize("status", [302, 404, 503])
def test_what_is_not_a_page_is_not_kept(rf, status):
    assert answer(rf.get("/"), status=status).headers["Cache-Control"] == "private, no-cache"


def test_a_page_that_sets_a_cookie_is_not_kept(rf):
    def view(http):
        page = HttpResponse("words")
        page.set_cookie("one", "mine")
        return page

    assert for_everybody(view)(rf.get("/")).headers["Cache-Control"] == "private, no-cache"


@pytest.mark.django_db
@pytest.mark.parametrize(
    "address", ["/accessibility/", "/privacy/", "/have-your-say/", "/local-offer/events/"]
)
def test_public_pages_are_kept_for_strangers_and_never_for_somebody_with_a_name(client, address):
    assert client.get(address).headers["Cache-Control"] == EVERYBODY
    page = sign_in(client, person("family")).get(address)
    assert page.headers["Cache-Control"] == "private, no-cache"
