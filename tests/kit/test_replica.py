"""When a page is read from the copy of the database, and when it is not."""

from types import SimpleNamespace

import pytest
from django.db import OperationalError

from goldenthread.accounts import from_replica
from goldenthread.kit import replica


@pytest.fixture
def copy(monkeypatch):
    """A copy whose age the test sets."""
    found = SimpleNamespace(age=1.0, asked=0, is_closed=False)

    def age():
        found.asked += 1
        return found.age

    own = SimpleNamespace(DATABASES={"default": {}, "replica": {}}, REPLICA_LAG_SECONDS=30)
    monkeypatch.setattr(replica, "settings", own)
    monkeypatch.setattr(replica, "_age", age)
    monkeypatch.setattr(replica, "_looked", {"at": None, "is_fit": False})
    closing = SimpleNamespace(close=lambda: setattr(found, "is_closed", True))
    monkeypatch.setattr(replica, "connections", {"replica": closing})
    return found


def reads():
    return replica.Router().db_for_read(None)


def test_nothing_is_read_there_unless_a_page_says_so(copy):
    assert reads() == "default"
    with replica.reading_from_replica():
        assert reads() == "replica"
    assert reads() == "default"


def test_what_was_written_is_read_where_it_was_written(copy):
    with replica.reading_from_replica():
        assert replica.Router().db_for_write(None) == "default"
        assert reads() == "default"


@pytest.mark.parametrize(("age", "is_fit"), [(0.0, True), (30.0, True), (30.1, False), (None, False)])
def test_a_copy_that_is_old_or_away_is_not_asked(copy, age, is_fit):
    copy.age = age
    assert replica.is_fit(at=100.0) is is_fit


def test_the_copy_is_looked_at_again_after_two_seconds(copy):
    assert replica.is_fit(at=100.0)
    copy.age = None
    assert replica.is_fit(at=101.9)
    assert not replica.is_fit(at=102.0)
    assert copy.asked == 2


def test_without_a_copy_nothing_is_asked(settings):
    assert "replica" not in settings.DATABASES
    assert not replica.is_fit(at=100.0)


def page(kind="public", module="goldenthread.localoffer.views.reading", does=lambda http: reads()):
    def view(http):
        return does(http)

    view.gate, view.__module__ = SimpleNamespace(kind=kind), module
    return view


@pytest.mark.parametrize(
    ("view", "method", "cookies", "expected"),
    [
        (page(), "get", {}, True),
        (page(), "post", {}, False),
        (page(), "get", {"sessionid": "x"}, False),
        (page(), "get", {"csrftoken": "x"}, False),
        (page(kind="needs"), "get", {}, False),
        (page(kind="signed_in"), "get", {}, False),
        (page(module="goldenthread.casework.views.advising"), "get", {}, False),
        (lambda http: None, "get", {}, False),
    ],
)
def test_public_pages_for_somebody_who_sent_nothing(rf, view, method, cookies, expected):
    http = getattr(rf, method)("/")
    http.COOKIES.update(cookies)
    assert from_replica.may(http, view) is expected


def test_a_page_is_read_from_the_copy(copy, rf):
    assert from_replica.FromReplica(None).process_view(rf.get("/"), page(), (), {}) == "replica"


def test_a_copy_that_fails_on_the_way_leaves_the_page_to_the_database(copy, rf):
    def fails(http):
        raise OperationalError("gone")

    assert from_replica.FromReplica(None).process_view(rf.get("/"), page(does=fails), (), {}) is None
    assert copy.is_closed
    assert reads() == "default"
    copy.age = None
    assert not replica.is_fit(at=0.0)


def test_a_page_that_fails_by_itself_fails(copy, rf):
    def fails(http):
        raise ValueError("a mistake of the page")

    with pytest.raises(ValueError, match="of the page"):
        from_replica.FromReplica(None).process_view(rf.get("/"), page(does=fails), (), {})
