"""The way as a thread: behind, due, late, and not yet."""

from datetime import date

from goldenthread.casework.process.course import follow
from goldenthread.casework.queries.way import way_of
from tests.casework.process.happenings import AGREED, DRAFT, FINAL, REQUEST, TO_FINAL, WANTED, file


def knots(on, *lines):
    return {one.title: (one.state, one.state_text) for one in way_of(follow(file(*lines)), on)[1]}


def test_a_request_is_due_a_decision_and_the_rest_has_not_come():
    found = knots(date(2026, 3, 9), REQUEST)
    assert found["The request"] == ("done", "Done")
    assert found["The decision whether to assess"] == ("due", "Due in 5 weeks")
    assert found["Advice from professionals"][0] == "not_yet"
    assert found["The draft plan"][0] == "not_yet"


def test_what_is_late_says_by_how_long():
    assert knots(date(2026, 4, 25), REQUEST)["The decision whether to assess"] == ("late", "12 days late")


def test_advice_counts_what_has_come():
    asked = ("advice-requested", "2026-04-08", {"of": "medical", "body": "A", "reached_on": "2026-04-08"})
    both = (REQUEST, AGREED, asked, asked)
    one_in = (*both, ("advice-received", "2026-05-01", {}, 3))
    _, way = way_of(follow(file(*one_in)), date(2026, 5, 2))
    advice = next(one for one in way if one.title.startswith("Advice"))
    assert (advice.state, advice.text, advice.when) == ("due", "1 of 2 has come.", date(2026, 5, 20))


def test_a_draft_gives_the_family_their_days():
    found = knots(date(2026, 6, 10), REQUEST, AGREED, WANTED, DRAFT)
    assert found["The family’s views on the draft"] == ("due", "Due in 12 days")
    assert (
        knots(date(2026, 6, 30), REQUEST, AGREED, WANTED, DRAFT)["The family’s views on the draft"][1]
        == "The 15 days are over"
    )


def test_a_plan_in_force_is_on_no_way():
    assert way_of(follow(file(REQUEST, AGREED, WANTED, DRAFT, FINAL)), date(2026, 8, 1)) == ("", [])


def test_a_review_shows_its_three_clocks():
    met = [*TO_FINAL, ("review-opened", "2027-04-01"), ("review-met", "2027-05-04")]
    found = knots(date(2027, 5, 5), *met)
    assert found["The meeting"][0] == "done"
    assert [found[name][0] for name in ("The report of the meeting", "The decision: keep, change or end the plan",
                                        "The changed plan, if it is changed")] == ["due"] * 3  # fmt: skip
