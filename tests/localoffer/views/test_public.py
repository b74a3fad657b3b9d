"""The public pages, the JSON search, and the Open Referral interface."""

import json

import pytest
from django.db import transaction
from django.urls import reverse

from goldenthread.localoffer.actions.showing import show_changes
from goldenthread.localoffer.demonstration.load import load
from goldenthread.localoffer.models import Comment, SearchWithoutResult, Service
from tests.localoffer import world

pytestmark = pytest.mark.django_db


@pytest.fixture
def offer(time_machine_day):
    load(on=world.TODAY)


@pytest.fixture
def time_machine_day():
    import time_machine

    with time_machine.travel(world.NOW, tick=False):
        yield


def _found(client, **asked):
    return client.get("/local-offer/search.json", asked).json()


def test_search_gives_results_facets_and_what_was_understood(client, offer):
    found = _found(client, q="my 3 year old is not talking", postcode="WV1 1RE")
    assert found["results"][0]["name"].startswith("Talking Together")
    assert found["understood"]["age"] == 3
    assert found["results"][0]["distance_km"] < 5
    assert {one["value"] for one in found["facets"]["need"]["values"]} >= {"speech", "autism"}


def test_page_and_json_agree_on_the_number(client, offer):
    page = client.get("/local-offer/search/", {"q": "autism", "cost": "free"})
    assert page.context["found"].total == _found(client, q="autism", cost="free")["total"]


def test_bad_question_is_said_on_the_page_and_refused_as_json(client, offer):
    page = client.get("/local-offer/search/", {"age": "fifteen"})
    assert page.status_code == 200
    assert "Enter an age in years as a number" in page.content.decode()
    answer = client.get("/local-offer/search.json", {"age": "fifteen"})
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["field"] == "age"


def test_markup_that_was_typed_is_text(client, offer):
    page = client.get("/local-offer/search/", {"q": "<script>alert(1)</script>"}).content.decode()
    assert "<script>alert" not in page


def test_search_without_result_is_counted_without_what_was_typed(client, offer):
    client.get(
        "/local-offer/search/",
        {"q": "Xavierzzz Quillfeather autism", "need": "vision", "day": "SU", "cost": "paid"},
    )
    counted = SearchWithoutResult.objects.get()
    assert "quill" not in counted.words.lower()
    assert counted.words == "autism"
    assert counted.times == 1


def test_every_need_finds_something_or_says_what_to_do(client, offer):
    needs = [one["value"] for one in _found(client)["facets"]["need"]["values"]]
    assert len(needs) >= 12
    for need in needs:
        for age in (1, 7, 14, 20):
            found = _found(client, need=need, age=age)
            assert found["total"] or found["next_step"], (need, age)


def test_change_shows_with_the_next_question(client, offer):
    assert _found(client, q="Chess")["total"] == 0
    world.load(world.record(1, "Chess"))
    assert _found(client, q="Chess")["total"] == 1
    with transaction.atomic():
        chess = world.service("Chess")
        Service.objects.filter(pk=chess.pk).update(is_archived=True)
        show_changes([chess.pk])
    assert _found(client, q="Chess")["total"] == 0


def test_public_page_may_be_kept_by_a_cache_and_a_shortlist_not(client, offer):
    assert "public" in client.get("/local-offer/search/")["Cache-Control"]
    assert "no-store" in client.get("/local-offer/shortlist/")["Cache-Control"]


def test_shortlist_is_kept_in_a_cookie(client, offer):
    key = str(Service.objects.first().public_id)
    client.post("/local-offer/shortlist/", {"keep": key})
    assert Service.objects.first().name in client.get("/local-offer/shortlist/").content.decode()
    client.post("/local-offer/shortlist/", {"drop": key})
    assert "Nothing is on it yet" in client.get("/local-offer/shortlist/").content.decode()


@pytest.mark.parametrize("value", ["x" * 5000, "../../", "abc.def", "0" * 32])
def test_odd_shortlist_cookie_is_an_empty_list(client, offer, value):
    client.cookies["shortlist"] = value
    assert "Nothing is on it yet" in client.get("/local-offer/shortlist/").content.decode()


def test_shortlist_leads_nowhere_else(client, offer):
    answer = client.post(
        "/local-offer/shortlist/", {"clear": "all", "back": "https://example.com/local-offer/"}
    )
    assert answer.url == "/local-offer/shortlist/"


def test_service_outside_its_dates_is_not_shown(client, time_machine_day):
    world.load(world.record(1, "Over", local_offer={"visible_to": "2026-01-01"}))
    key = world.service("Over").public_id
    assert client.get(f"/local-offer/services/{key}/").status_code == 404
    assert client.get(f"/open-referral/services/{key}").status_code == 404


def test_contact_for_staff_alone_is_nowhere(client, time_machine_day):
    contacts = [{"name": "Private Person", "visible": False}, {"name": "Front desk"}]
    world.load(world.record(1, "Chess", contacts=contacts))
    key = world.service("Chess").public_id
    for address in (
        f"/local-offer/services/{key}/",
        f"/open-referral/services/{key}",
        "/open-referral/services?full=true",
    ):
        text = client.get(address).content.decode()
        assert "Front desk" in text
        assert "Private Person" not in text, address


def test_comment_is_kept_without_its_writer(client, offer):
    page = client.post(
        "/local-offer/comment/",
        {"topic": "content", "words": "Nothing for teenagers who stammer", "page": "sleep"},
    )
    assert page.status_code == 302
    said = Comment.objects.get()
    assert (said.page.slug, said.state) == ("sleep", "new")


def test_card_is_a_pdf(client, offer):
    key = Service.objects.first().public_id
    assert client.get(f"/local-offer/services/{key}/card.pdf").content.startswith(b"%PDF")
    assert client.get(f"/local-offer/services/{key}/card.pdf?sheet=1").content.startswith(b"%PDF")


LISTS = ["services", "service_at_locations", "organizations", "taxonomies", "taxonomy_terms"]


@pytest.mark.parametrize("name", LISTS)
def test_list_has_right_pages_and_every_row_opens(client, offer, name):
    page = client.get(f"/open-referral/{name}", {"page": 2, "per_page": 2}).json()
    assert (page["page_number"], page["size"]) == (2, len(page["contents"]))
    assert page["total_pages"] == -(-page["total_items"] // 2)
    for row in client.get(f"/open-referral/{name}?per_page=3").json()["contents"]:
        one = client.get(f"/open-referral/{name}/{row['id']}")
        assert one.status_code == 200
        assert one.json()["id"] == row["id"]
        assert one["Access-Control-Allow-Origin"] == "*"


@pytest.mark.parametrize("name", LISTS)
def test_lines_hold_everything(client, offer, name):
    lines = b"".join(client.get(f"/open-referral/{name}?format=ndjson").streaming_content).splitlines()
    assert len(lines) == client.get(f"/open-referral/{name}").json()["total_items"]
    assert all(json.loads(line)["id"] for line in lines)


@pytest.mark.parametrize(
    "asked",
    [{"page": "0"}, {"per_page": "x"}, {"taxonomy_id": "1"}, {"modified_after": "yesterday"}, {"day": "someday"},
     {"minimum_age": "six"},
     {"start_time": "25:00"}, {"postcode": "WV1"}, {"proximity": "500"}, {"full": "perhaps"}, {"format": "xml"}],
)  # fmt: skip
def test_parameter_that_cannot_be_used_is_named(client, offer, asked):
    answer = client.get("/open-referral/services", asked)
    assert answer.status_code == 400
    assert answer.json()["errors"][0]["parameter"] == next(iter(asked))


def test_parameters_narrow(client, offer):
    def names(**asked):
        asked.setdefault("per_page", 500)
        return {one["name"] for one in client.get("/open-referral/services", asked).json()["contents"]}

    everything = names()
    assert "Talking Together: early speech and language drop-in" in names(search="SALT", maximum_age=3)
    assert names(minimum_age=19) < everything
    assert all("under fives" not in one for one in names(minimum_age=19))
    assert names(day="SU") < everything
    assert names(day="TU", start_time="09:00", end_time="10:00") < names(day="TU")
    assert names(modified_after="2026-11-01T00:00:00Z") < everything
    assert names(postcode="WV1 1RE", proximity=1500) < everything
    term = client.get("/open-referral/taxonomy_terms?search=Autism").json()["contents"][0]
    assert names(taxonomy_term_id=term["id"]) < names(taxonomy_id=term["taxonomy_id"]) <= everything
    minimal = client.get("/open-referral/services?minimal=true").json()
    assert minimal["size"] == minimal["total_items"] == len(everything)
    assert client.get("/open-referral/services?full=true").json()["contents"][0]["schedules"]


def test_place_is_narrowed_by_its_own_distance(client, offer):
    near = client.get("/open-referral/service_at_locations?postcode=WV1+1RE&proximity=1500").json()
    assert 0 < near["total_items"] < client.get("/open-referral/service_at_locations").json()["total_items"]


def test_unchanged_answer_is_not_sent_again(client, offer):
    first = client.get("/open-referral/services")
    assert client.get("/open-referral/services", headers={"If-None-Match": first["ETag"]}).status_code == 304
    world.load(world.record(1, "Chess"))
    assert client.get("/open-referral/services", headers={"If-None-Match": first["ETag"]}).status_code == 200


def test_interface_is_for_reading(client, offer):
    assert client.post("/open-referral/services").status_code == 405
    assert client.options("/open-referral/services")["Access-Control-Allow-Methods"] == "GET, HEAD, OPTIONS"


def test_about_names_a_description_that_is_there(client, offer):
    about = client.get("/open-referral").json()
    assert about["version"] == "HSDS-UK-3.0"
    described = client.get(about["openapi_url"]).json()
    assert set(described["paths"]) >= {f"/{name}" for name in LISTS} | {f"/{name}/{{id}}" for name in LISTS}
    assert reverse("openreferral:openapi") in about["openapi_url"]


def test_feed_keeps_the_standards_schemas(client, offer, shared):
    from jsonschema import Draft202012Validator, FormatChecker

    def check(name, body):
        schema = json.loads((shared / "data/oruk/oruk-3.0-schemas" / name).read_text())
        assert not list(Draft202012Validator(schema, format_checker=FormatChecker()).iter_errors(body)), name

    row = json.loads((shared / "data/oruk/oruk-3.0-schemas/service_list.json").read_text())["properties"][
        "contents"
    ]["items"]
    page = client.get("/open-referral/services?per_page=500").json()
    check("service_list.json", page)
    for one in page["contents"]:
        assert not list(Draft202012Validator(row).iter_errors(one))
    for name, single in (("services", "service.json"), ("service_at_locations", "service_at_location.json"),
                         ("organizations", "organization.json"), ("taxonomies", "taxonomy.json"),
                         ("taxonomy_terms", "taxonomy_term.json")):  # fmt: skip
        for one in client.get(f"/open-referral/{name}?per_page=5").json()["contents"]:
            check(single, client.get(f"/open-referral/{name}/{one['id']}").json())


def test_schools_are_found_by_kind_and_by_area(client, offer):
    found = _found(client, setting="special")
    names = {one["name"] for one in found["results"]}
    assert "Quillbrook School (illustrative)" in names
    assert "Meadow Row Primary School (illustrative)" not in names
    assert _found(client, setting="section-41")["total"] == 2
    assert _found(client, setting="special", area="out")["total"] == 2
    counts = {one["value"]: one["count"] for one in found["facets"]["area"]["values"]}
    assert counts == {"in": found["total"] - 2, "out": 2}


def test_school_page_says_what_the_school_has_not_answered(client, offer):
    school = Service.objects.get(name__startswith="Quillbrook")
    page = client.get(f"/local-offer/services/{school.public_id}/").content.decode()
    assert "Special school, outside our area" in page
    assert "can ask for it to be named in an EHC plan" in page
    assert "What training do staff have?" in page


def test_waiting_times_are_linked_only_where_there_is_such_a_page(client, offer, monkeypatch):
    from goldenthread.localoffer.views import search

    for address, is_linked in (("/nowhere-at-all/", False), ("/privacy/", True)):
        monkeypatch.setattr(search, "WAITING_TIMES", address)
        assert ("How long are the waits now?" in client.get("/local-offer/").content.decode()) is is_linked
        assert (
            "How long are the waits now?" in client.get("/local-offer/guide/").content.decode()
        ) is is_linked
