"""What looks alike is shown; what only shares a switchboard or a building is not."""

import pytest

from goldenthread.localoffer.likeness import Register, marks_of


def _record(name, **changes):
    postcode, number = changes.pop("postcode", ""), changes.pop("phone", "")
    return {
        "name": name, **changes, "phones": [{"number": number}],
        "service_at_locations": [{"location": {"addresses": [{"postal_code": postcode}]}}],
    }  # fmt: skip


CHESS = _record(
    "The Chess Club", postcode="WV1 1RE", phone="01902 123456", url="https://www.example.org/chess/"
)


@pytest.mark.parametrize(
    ("other", "said"),
    [
        (_record("Chess club", postcode="wv11re"), "the same name and postcode"),
        (_record("CHESS CLUB"), "the same name"),
        (_record("Chess Club Saturdays", phone="+44 1902 123456", url="http://example.org/chess"),
         "the same telephone number and website"),
    ],
)  # fmt: skip
def test_alike(other, said):
    (found,) = Register.of([("chess", CHESS)]).like(marks_of(other))
    assert found.said == said


@pytest.mark.parametrize(
    "other",
    [
        _record("Chess club", postcode="B1 1AA", phone="0121 111 2222"),
        _record("Swimming", postcode="WV1 1RE", phone="01902 123456"),
        _record("Chess Club Saturdays", postcode="WV1 1RE"),
    ],
)
def test_not_alike(other):
    assert Register.of([("chess", CHESS)]).like(marks_of(other)) == []


def test_switchboard_of_many_says_nothing():
    many = [
        (n, _record(f"Team {n} of the council", phone="01902 000000", url="https://council.example"))
        for n in range(9)
    ]
    assert list(Register.of(many).pairs()) == []


def test_every_pair_is_told_once():
    assert [
        (key, one.key) for key, one in Register.of([(1, CHESS), (2, CHESS), (3, _record("Swimming"))]).pairs()
    ] == [(1, 2)]
