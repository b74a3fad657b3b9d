"""Who passes the gate, and what the others are told."""

from datetime import date

import pytest
import time_machine
from allauth.mfa.totp.internal.auth import TOTP, generate_totp_secret
from django.contrib.auth.models import AnonymousUser
from django.core.exceptions import PermissionDenied
from django.http import Http404, HttpResponse
from django.test import RequestFactory

from goldenthread.accounts.gate import needs, public, signed_in
from goldenthread.accounts.models import RoleHolding, User
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.models import Programme
from tests.accounts.factories import request_of
from tests.readers import person, stranger

pytestmark = pytest.mark.django_db


@pytest.fixture
def here():
    return Programme.objects.create(
        slug="wolverhampton", local_area="Wolverhampton", authority="City of Wolverhampton Council"
    )


@pytest.fixture
def elsewhere():
    return Programme.objects.create(slug="elsewhere", local_area="Elsewhere", authority="Elsewhere Council")


@needs(Permission.VIEW_PROGRAMME)
def listing(http):
    return HttpResponse("list")


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def page(http, programme):
    return HttpResponse(programme.local_area)


@needs(Permission.EDIT_PLAN, programme=Programme)
def edit(http, programme):
    return HttpResponse("edited")


@signed_in
def own_page(http):
    return HttpResponse("mine")


def test_public_page_is_for_anybody():
    assert public(lambda http: HttpResponse("all"))(request_of()).content == b"all"


def test_public_record_is_hidden_until_its_model_opens_it(here):
    view = public(user=User)(lambda http, user: HttpResponse("shown"))
    with pytest.raises(Http404):
        view(request_of(), user=person("programme lead").public_id)


@pytest.mark.parametrize("view", [listing, own_page])
def test_anonymous_is_sent_to_sign_in_and_back(view):
    answer = view(request_of(path="/here/?page=2"))
    assert answer.status_code == 302
    assert answer.url == "/account/login/?next=/here/%3Fpage%3D2"


def test_anonymous_is_sent_to_sign_in_before_a_record_is_looked_for():
    assert page(request_of(), programme="no-such").status_code == 302


def test_htmx_is_told_to_take_the_whole_browser_to_sign_in():
    http = request_of()
    http.META["HTTP_HX_REQUEST"] = "true"
    answer = listing(http)
    assert (answer.status_code, answer.headers["HX-Redirect"]) == (200, "/account/login/?next=/here/")


def test_a_page_that_saves_by_itself_keeps_its_words_when_the_session_is_over():
    http = RequestFactory().post(
        "/here/", {"words": "Half an hour’s work, not saved yet."}, headers={"HX-Request": "true"}
    )
    http.user = AnonymousUser()
    answer = listing(http)
    assert answer.status_code == 401
    assert "HX-Redirect" not in answer.headers


@pytest.mark.parametrize("view", [listing, own_page])
def test_staff_without_a_second_step_are_sent_to_set_one_up(view):
    answer = view(request_of(person("board member"), methods=("password",)))
    assert answer.url == "/account/second-step/first/?next=%2Fhere%2F"


def test_staff_who_have_one_but_did_not_use_it_are_asked_for_it():
    lead = person("programme lead")
    TOTP.activate(lead, generate_totp_secret())
    answer = listing(request_of(lead, methods=("password",)))
    assert answer.url == "/account/again/code/?next=%2Fhere%2F"


def test_single_sign_on_alone_is_not_a_second_step_unless_it_is_trusted(settings):
    lead = person("programme lead")
    assert listing(request_of(lead, methods=("socialaccount",))).status_code == 302
    settings.OIDC_MFA_TRUSTED = True
    assert listing(request_of(lead, methods=("socialaccount",))).status_code == 200


def test_another_persons_second_step_does_not_count():
    lead, other = person("programme lead"), person("programme lead")
    http = request_of(other)
    http.user = lead
    assert listing(http).status_code == 302


def test_stranger_needs_no_second_step_for_a_page_of_their_own():
    assert own_page(request_of(stranger(), methods=("password",))).content == b"mine"


def test_stranger_is_refused_a_list():
    with pytest.raises(PermissionDenied):
        listing(request_of(stranger()))


def test_stranger_is_told_that_a_record_does_not_exist(here):
    with pytest.raises(Http404):
        page(request_of(stranger()), programme="wolverhampton")


def test_holder_is_given_the_record_itself(here):
    assert page(request_of(person("inspector")), programme="wolverhampton").content == b"Wolverhampton"


def test_inside_but_not_allowed_is_refused(here):
    with pytest.raises(PermissionDenied):
        edit(request_of(person("inspector")), programme="wolverhampton")


def test_outside_the_scope_does_not_exist(here, elsewhere):
    lead = person("programme lead", programme="wolverhampton")
    assert edit(request_of(lead), programme="wolverhampton").content == b"edited"
    with pytest.raises(Http404):
        edit(request_of(lead), programme="elsewhere")


def test_reading_here_and_leading_there_do_not_mix(here, elsewhere):
    user = person("inspector", programme="wolverhampton")
    RoleHolding.objects.create(
        user=user, role="programme-lead", scope="programme:elsewhere", starts_on=date(2020, 1, 1)
    )
    assert edit(request_of(user), programme="elsewhere").content == b"edited"
    with pytest.raises(PermissionDenied):
        edit(request_of(user), programme="wolverhampton")


def test_administrator_sees_no_plans(here):
    with pytest.raises(Http404):
        page(request_of(person("administrator")), programme="wolverhampton")
    with pytest.raises(PermissionDenied):
        listing(request_of(person("administrator")))


@pytest.mark.parametrize(
    ("today", "is_let_in"),
    [("2024-03-31", False), ("2024-04-01", True), ("2024-06-30", True), ("2024-07-01", False)],
)
def test_role_counts_from_its_first_to_its_last_day(here, today, is_let_in):
    lead = person("programme lead", starts_on=date(2024, 4, 1), ends_on=date(2024, 6, 30))
    with time_machine.travel(f"{today} 12:00+01:00", tick=False):
        http = request_of(lead)
        if is_let_in:
            assert page(http, programme="wolverhampton").status_code == 200
        else:
            with pytest.raises(Http404):
                page(http, programme="wolverhampton")


def test_role_ends_at_midnight_in_london_not_in_greenwich(here):
    lead = person("programme lead", ends_on=date(2024, 6, 30))
    with time_machine.travel("2024-06-30 23:30+00:00", tick=False), pytest.raises(Http404):
        page(request_of(lead), programme="wolverhampton")


def test_a_role_that_the_table_no_longer_has_gives_nothing(here):
    user = stranger()
    RoleHolding.objects.create(user=user, role="abolished", starts_on=date(2020, 1, 1))
    with pytest.raises(Http404):
        page(request_of(user), programme="wolverhampton")


@pytest.mark.parametrize("key", ["", "no-such", "x" * 500, "\x00", "'; DROP TABLE"])
def test_a_strange_key_is_not_found(here, key):
    with pytest.raises(Http404):
        page(request_of(person("programme lead")), programme=key)


def test_a_number_too_large_for_the_database_is_not_found():
    view = needs(Permission.MANAGE_USERS, holding=RoleHolding)(lambda http, holding: HttpResponse())
    with pytest.raises(Http404):
        view(request_of(person("administrator")), holding=10**30)


def test_a_record_must_belong_to_the_one_named_before_it():
    admin, one, other = person("administrator"), person("inspector"), person("board member")
    view = needs(Permission.MANAGE_USERS, person=User, holding=RoleHolding)(
        lambda http, person, holding: HttpResponse("both")
    )
    holding = one.holdings.get()
    assert view(request_of(admin), person=one.public_id, holding=holding.pk).content == b"both"
    with pytest.raises(Http404):
        view(request_of(admin), person=other.public_id, holding=holding.pk)


def test_pages_behind_the_gate_are_not_kept_by_caches():
    assert listing(request_of(person("inspector"))).headers["Cache-Control"] == "private, no-store"


def test_gate_costs_two_queries_however_many_roles(here, django_assert_num_queries):
    user = person("programme lead")
    for number in range(10):
        RoleHolding.objects.create(
            user=user, role="inspector", scope=f"programme:p-{number}", starts_on=date(2020, 1, 1)
        )
    http = request_of(user)
    with django_assert_num_queries(2):
        edit(http, programme="wolverhampton")
