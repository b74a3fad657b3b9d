"""Numbers, duplicates, rights and addresses."""

from datetime import date

import pytest
from hypothesis import given
from hypothesis import strategies as st

from goldenthread.people.identifiers import check_letter, uln_fault, upn_fault
from goldenthread.people.models import Address, Adult, Capacity, Household, Residence, Withholding
from goldenthread.people.queries import addresses
from goldenthread.people.queries.duplicates import possible_duplicates
from goldenthread.people.queries.rights import holders_on
from tests.casework.world import BORN, make_child, parent_of

DAY = date(2026, 11, 24)
ELEVEN = st.text("0123456789", min_size=11, max_size=11)


@given(ELEVEN, st.sampled_from("0123456789ABCDEFGHJKLMNPQRTUVWXYZ"))
def test_a_upn_with_its_own_letter_is_right(digits, last):
    assert upn_fault(check_letter(digits + last) + digits + last) == ""


@given(ELEVEN, st.integers(0, 10), st.integers(1, 9))
def test_one_mistyped_digit_of_a_upn_is_noticed(digits, place, change):
    twelve = digits + "1"
    typed = twelve[:place] + str((int(twelve[place]) + change) % 10) + twelve[place + 1 :]
    assert upn_fault(check_letter(twelve) + typed) != ""


@pytest.mark.parametrize("upn", ["", "A12", "I801200001001", "1801200001001", "H80120000100O"])
def test_what_is_no_upn_says_so(upn):
    assert "UPN" in upn_fault(upn)


@pytest.mark.parametrize(
    ("uln", "is_right"),
    [("1000000004", False), ("1000000000", True), ("123", False), ("abcdefghij", False)],
)
def test_uln(uln, is_right):
    assert (uln_fault(uln) == "") is is_right


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("given_names", "family_name", "born_on", "found"),
    [
        ("Ash", "Example", BORN, True), ("Ashe", "Exampel", BORN, True), ("ASH", "EXAMPLE", date(2017, 4, 5), True),
        ("Ash", "Example", date(2017, 5, 6), False), ("Quentin", "Ostrowski", BORN, False),
    ],
)  # fmt: skip
def test_possible_duplicates(given_names, family_name, born_on, found):
    make_child()
    assert (
        bool(possible_duplicates(given_names=given_names, family_name=family_name, born_on=born_on)) is found
    )


@pytest.mark.django_db
def test_parents_hold_the_rights_until_compulsory_school_age_ends():
    child = make_child(born_on=date(2010, 8, 31))
    adult = parent_of(child)
    assert holders_on(child, date(2026, 6, 26)).adults == (adult,)
    after = holders_on(child, date(2026, 6, 27))
    assert (after.adults, after.is_young_person) == ((), True)


@pytest.mark.django_db
def test_a_young_person_without_capacity_is_spoken_for():
    child = make_child(born_on=date(2008, 1, 1))
    parent, deputy = parent_of(child), Adult.objects.create(name="Dee Deputy")
    held = Capacity.objects.create(child=child, basis="Assessed", starts_on=date(2026, 1, 1))
    assert holders_on(child, DAY).adults == (parent,)
    Capacity.objects.filter(pk=held.pk).update(representative=deputy)
    assert holders_on(child, DAY).adults == (deputy,)
    assert holders_on(child, date(2025, 12, 31)).adults == ()


@pytest.fixture
def two_homes(db):
    """A child with two homes, each parent in one."""
    child = make_child()
    homes = {}
    for name, lines in (("Ann", "1 Open Street\nNorthtown"), ("Bob", "2 Other Road\nSouthtown")):
        adult, home = parent_of(child, name=name), Household.objects.create(label=f"{name}’s home")
        Address.objects.create(
            household=home, lines=lines, postcode="ZZ1 1ZZ" if name == "Ann" else "ZZ2 2ZZ", starts_on=BORN
        )
        Residence.objects.create(household=home, child=child, starts_on=BORN)
        Residence.objects.create(household=home, adult=adult, starts_on=BORN)
        homes[name] = (adult, home)
    return child, homes


def test_an_adult_is_shown_their_own_home_and_no_other(two_homes):
    child, homes = two_homes
    for name, (adult, home) in homes.items():
        shown = addresses.addresses_shown_to(adult, DAY)
        assert [address.household for address in shown] == [home], name
        text = "\n".join(str(address) for address in shown)
        assert not any(word in text for word in addresses.protected_words(child, adult, DAY))
    assert len(addresses.addresses_for_staff(child, DAY)) == 2


def test_protected_words_hold_the_postcode_both_ways_and_past_homes(two_homes):
    child, homes = two_homes
    Address.objects.create(household=homes["Bob"][1], lines="9 Past Lane", postcode="ZZ9 9ZZ", starts_on=date(2015, 1, 1),
                           ends_on=date(2017, 1, 1))  # fmt: skip
    words = addresses.protected_words(child, homes["Ann"][0], DAY)
    assert {"2 Other Road", "Southtown", "ZZ2 2ZZ", "ZZ22ZZ", "9 Past Lane"} <= words
    assert "1 Open Street" not in words


def test_a_home_withheld_from_somebody_is_known(two_homes):
    child, homes = two_homes
    assert not addresses.is_any_withheld(child, DAY)
    Withholding.objects.create(
        household=homes["Ann"][1], adult=homes["Bob"][0], reason="Order", starts_on=DAY
    )
    assert addresses.is_any_withheld(child, DAY)
    assert addresses.post_to(homes["Ann"][0], DAY).postcode == "ZZ1 1ZZ"
