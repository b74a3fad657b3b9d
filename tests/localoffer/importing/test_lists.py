"""Lists as others keep them become services of the standard; what is wrong in a row is listed with it."""

from __future__ import annotations

import pytest

from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.localoffer.importing.cells import Near
from goldenthread.localoffer.importing.lists import kind_of, rows_in
from goldenthread.localoffer.search.postcodes import place_of
from tests.localoffer import lists


def _records(data: bytes, near: Near | None = None) -> list:
    return [row.read.record for row in rows_in(data, near) if row.read.record]


def _problems(data: bytes) -> list[str]:
    return [f"{row.place}: {problem}" for row in rows_in(data) for problem in row.read.problems]


def test_outpost_template_is_read_with_its_further_rows(shared):
    data = (shared / "data/oruk/samples/outpost/services--with-sample-data.csv").read_bytes()
    assert kind_of(data).code == "outpost"
    first, second = _records(data)
    assert first.name == "CSV creation service"
    assert [one.location.name for one in first.service_at_locations] == [
        "Venue or building name",
        "Second Venue or building name",
    ]
    assert [(one.option, one.amount) for one in first.cost_options] == [
        ("Who is this fee for?", 1),
        ("OAP", 0),
    ]
    assert [(one.name, one.visible) for one in first.contacts] == [
        ("public contact name", True), ("private contact for service_id 1", False),
    ]  # fmt: skip
    assert [(one.byday, one.opens_at) for one in first.schedules] == [("MO", "09:00"), ("TU", None)]
    assert first.local_offer.visible_to == "2023-05-17"
    assert first.local_offer.support_for_send == "dfsdfs2222"
    assert second.cost_options[0].amount == 0
    assert {"Autism", "Hearing"} <= {one.taxonomy_term.name for one in first.attributes}


def test_outpost_rows_that_cannot_be_used_are_listed(shared):
    data = (shared / "data/oruk/samples/outpost/services--with-sample-data.csv").read_bytes()
    said = _problems(data)
    assert any("schedules_opens_at: should be a time like 09:30, and is “hh:mm:ss”" in one for one in said)
    broken = (
        b"import_id,import_id_reference,name,organisation,min_age\n1,,Chess,A club,six\n2,,,A club,\n3,9,,,\n"
    )
    said = _problems(broken)
    assert "row 2: min_age: should be a number, and is “six”" in said
    assert "row 3: name: is missing: a service needs a name" in said
    assert any(one.startswith("row 4: import_id_reference: there is no row") for one in said)
    assert [one.name for one in _records(broken)] == ["Chess"]


def test_place_that_is_to_be_masked_shows_only_its_district():
    data = (b"import_id,import_id_reference,name,organisation,location_address_1,location_postcode,mask_exact_address,"
            b"location_latitude,location_longitude\n1,,Chess,A club,1 Secret Road,WV1 2PF,TRUE,52.5,-2.1\n")  # fmt: skip
    place = _records(data)[0].service_at_locations[0].location
    assert (place.addresses[0].address_1, place.addresses[0].postal_code, place.latitude) == ("", "WV1", None)


def test_school_has_its_kind_need_and_place(settings):
    settings.AREA_NAME = "City of Wolverhampton"
    school = _records(lists.schools())[0]
    assert (school.local_offer.setting, school.local_offer.is_out_of_area) == ("special", False)
    assert {one.taxonomy_term.name for one in school.attributes} == {
        "Schools, colleges and learning",
        "Autism",
    }
    assert school.service_at_locations[0].location.latitude == pytest.approx(52.588, abs=0.01)
    assert school.url == "https://www.example.org"
    assert (school.minimum_age, school.maximum_age) == (3, 19)


@pytest.mark.parametrize(
    ("kind", "phase", "setting"),
    [("Community school", "Primary", "mainstream"), ("Academy special converter", "Not applicable", "special"),
     ("Pupil referral unit", "Not applicable", "alternative"), ("Special post 16 institution", "16 plus", "specialist-college"),
     ("Further education", "16 plus", "post-16"), ("Local authority nursery school", "Nursery", "early-years"),
     ("Other independent school", "Not applicable", "independent"),
     ("Other independent special school", "Not applicable", "special"),
     ("Non-maintained special school", "Not applicable", "special")],
)  # fmt: skip
def test_kind_of_setting(kind, phase, setting):
    row = {"TypeOfEstablishment (name)": kind, "PhaseOfEducation (name)": phase}
    assert _records(lists.schools(row))[0].local_offer.setting == setting


def test_closed_school_stays_away_and_section_41_is_said():
    data = lists.schools({"EstablishmentStatus (name)": "Closed"},
                         {"URN": "100002", "Section41Approved (name)": "Approved", "LA (name)": "Shropshire"})  # fmt: skip
    (school,) = _records(data)
    assert school.local_offer.is_section_41
    assert school.local_offer.is_out_of_area
    assert "section 41" in school.description
    assert "It is in Shropshire." in school.description


def test_schools_far_away_are_left_out_but_ours_never(settings):
    settings.AREA_NAME = "City of Wolverhampton"
    far = {"Easting": "530000", "Northing": "180000"}
    data = lists.schools(far, {"URN": "100002", "LA (name)": "Westminster", **far},
                         {"URN": "100003", "LA (name)": "Dudley"})  # fmt: skip
    found = _records(data, Near(place_of("WV1 1RE").point, 30))
    assert [one.local_offer.register_number for one in found] == ["100001", "100003"]


def test_childcare_is_found_under_lines_that_say_what_it_is():
    data = lists.childcare()
    assert kind_of(data).code == "childcare"
    nursery = _records(data)[0]
    assert (nursery.minimum_age, nursery.maximum_age) == (0, 7)
    assert nursery.organization.name == "Ladybird Limited"
    assert nursery.service_at_locations[0].location.latitude == pytest.approx(52.57, abs=0.01)


def test_childcare_that_the_register_holds_back_is_listed_and_not_guessed():
    data = lists.childcare(
        {"Provider name": "REDACTED", "Postcode": "REDACTED"},
        {"Provider URN": "EY2", "Provider status": "Resigned"},
    )
    assert _records(data) == []
    assert [one for one in _problems(data) if "held back" in one]


@pytest.mark.parametrize(
    ("data", "said"),
    [(b"", "is empty"), (b"a,b\n1,2\n", "do not know the headings"), (b"just words", "no table"),
     (b"URN,EstablishmentName,TypeOfEstablishment (name)\n", "no rows"),
     (b'import_id,import_id_reference,name,organisation\n"1', "cannot be read"),
     (b"a,b\0\n", "not text")],
)  # fmt: skip
def test_file_that_is_no_list_is_said(data, said):
    with pytest.raises(UnreadableFile, match=said):
        list(rows_in(data))


def test_cell_of_many_letters_is_listed_and_not_a_hang():
    data = lists.schools({"EstablishmentName": "x" * 30_000})
    assert any("longer than" in one for one in _problems(data))
