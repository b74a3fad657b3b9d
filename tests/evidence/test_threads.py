"""The thread of any thing: both ways, for each reader what they may open, at the same cost however much lies on it."""

from __future__ import annotations

from datetime import date

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from goldenthread.accounts.standing import standing_on
from goldenthread.evidence.kinds import EDGES, KINDS, Edge, Reader, Stage
from goldenthread.evidence.kinds.shape import Across
from goldenthread.evidence.models import StatementVersion
from goldenthread.evidence.queries import threads
from goldenthread.evidence.queries.threads import MOST, start_of, walk
from goldenthread.participation.models import Said, Survey
from goldenthread.programme.models import Evidence, Finding, Measure, SustainedCheck
from tests.evidence.weaving import BEFORE, FIGURE, TODAY, grow, woven
from tests.programme.world import make_action, make_area, make_plan
from tests.readers import person

pytestmark = pytest.mark.django_db
ANYBODY = Reader(None, TODAY, TODAY)


def _reader(*roles, day=TODAY, **scope):
    """Somebody with all of these roles."""
    first = person(roles[0], **scope)
    for role in roles[1:]:
        other = person(role, **scope)
        other.holdings.update(user=first)
    return Reader(standing_on(first, TODAY), day, TODAY)


def _staff(**more):
    return _reader("programme-lead", "analyst", "participation-officer", **more)


def _seen(kind, reader):
    """Everything of a kind that a reader may open."""
    if KINDS[kind].rows is not None:
        rows = list(KINDS[kind].rows(reader))
    else:
        rows = KINDS[kind].fetch([FIGURE, f"{FIGURE}:of", f"{FIGURE}:out-of", "needs"], reader)
    return list(KINDS[kind].see(rows, reader))


def _titles(stretches):
    return [one.seen.title for stretch in stretches for one in stretch.placed]


def _kinds(stretches):
    return {one.seen.kind for stretch in stretches for one in stretch.placed}


def _walk(kind, record, reader):
    here = start_of(kind, str(getattr(record, KINDS[kind].gate_field)), reader)
    assert here is not None
    return walk(here, reader)


def test_every_link_leads_down_and_the_same_way_up_again():
    woven()
    reader = _staff()
    things = {kind: _seen(kind, reader) for kind in KINDS}
    for edge in EDGES:
        down = set(edge.down.pairs(things[edge.upper], KINDS[edge.lower], reader))
        up = {(upper, lower) for lower, upper in edge.up.pairs(things[edge.lower], KINDS[edge.upper], reader)}
        assert down == up, f"{edge.upper} to {edge.lower}"
        assert down, f"nothing of the woven thread lies on the link from {edge.upper} to {edge.lower}"


def test_the_thread_of_a_finding_leads_to_its_counts_and_that_of_a_count_back_to_it():
    made = woven()
    reader = _staff()
    found = _walk("finding", made.area.answers.get(), reader)
    assert not found.above
    assert _kinds(found.below) == {
        "area", "ask", "action", "statement", "claim", "evidence", "measure", "recorded", "reading", "figure", "count",
        "decision", "check", "version",
    }  # fmt: skip
    assert "0 new plans issued within 20 weeks (140 days) of the request" in _titles(found.below)
    here = start_of("count", f"{FIGURE}:of", reader)
    assert {"finding", "said", "activity", "survey", "priority", "area", "action"} <= _kinds(
        walk(here, reader).above
    )


def test_the_thread_of_a_parents_comment_leads_to_what_changed():
    made = woven()
    found = _walk("said", made.said, _staff())
    assert _titles(found.above) == [made.said.activity.survey.title, "Coffee morning"]
    shown = {one.seen.kind: one.seen for stretch in found.below for one in stretch.placed}
    assert {"action", "evidence", "measure", "reading", "figure", "count"} <= set(shown)
    assert found.here.words == "We did it"
    assert "We count every plan." in found.here.text


def test_stages_stand_in_the_order_of_the_thread_and_say_what_they_hold():
    made = woven()
    stretches = _walk("finding", made.area.answers.get(), _staff()).below
    order = [one.stage for one in stretches]
    assert order == [stage for stage in Stage if stage in order]
    words = {one.stage: one.in_words for one in stretches}
    assert words[Stage.CHANGE] == "1 area and 2 things that reviewers asked"
    assert words[Stage.CAME] == "1 decision, 1 later check and 2 published versions"


def test_what_is_more_than_a_page_holds_is_counted_and_nothing_is_counted_twice():
    made = woven()
    grow(made, 12)
    found = _walk("finding", made.area.answers.get(), _staff())
    do = next(one for one in found.below if one.stage == Stage.DO)
    assert len(do.placed) == MOST
    assert do.more == "and 7 more actions"
    count = next(one for one in found.below if one.stage == Stage.COUNT)
    assert {kind.code: number for kind, number in count.counts}["measure"] == 13


def test_a_thread_costs_the_same_for_1_neighbour_of_each_kind_as_for_20():
    made = woven()
    reader = _staff()
    before = _costs(made, reader)
    grow(made, 19)
    assert _costs(made, reader) == before


def _costs(made, reader):
    """How many queries each link and each kind takes for everything there is of it, and some whole walks."""
    things = {kind: _seen(kind, reader) for kind in KINDS}  # counts what is kept from then on
    costs = {}
    for kind in KINDS:
        costs[kind] = _queries(lambda kind=kind: _seen(kind, reader))
    for place, edge in enumerate(EDGES):
        upper, lower = things[edge.upper], things[edge.lower]
        costs[place, "down"] = _queries(lambda e=edge, u=upper: list(e.down.pairs(u, KINDS[e.lower], reader)))
        costs[place, "up"] = _queries(lambda e=edge, one=lower: list(e.up.pairs(one, KINDS[e.upper], reader)))
    for kind, record in (("finding", made.area.answers.get()), ("said", made.said), ("action", made.action)):
        costs["walk", kind] = _queries(lambda kind=kind, record=record: _walk(kind, record, reader))
    return costs


def _queries(do):
    with CaptureQueriesContext(connection) as asked:
        do()
    return len(asked)


def test_two_things_that_answer_each_other_do_not_hold_a_walk_up(monkeypatch):
    made = woven()
    loop = Edge("evidence", "action", up=Across("action"), down=Across("evidence"))
    monkeypatch.setattr(threads, "EDGES", (*EDGES, loop))
    found = _walk("action", made.action, _staff())
    assert not found.is_cut
    for stretches in (found.above, found.below):
        places = [one.seen.place for stretch in stretches for one in stretch.placed]
        assert len(places) == len(set(places))
        assert found.here.place not in places


def test_a_walk_that_is_longer_than_its_bound_says_so(monkeypatch):
    made = woven()
    monkeypatch.setattr(threads, "DEEPEST", 2)
    assert _walk("finding", made.area.answers.get(), _staff()).is_cut


def test_somebody_of_another_programme_finds_nothing_of_it():
    made = woven()
    other = _reader("programme-lead", programme="elsewhere")
    for kind in KINDS:
        if kind in ("survey", "activity", "said", "figure", "count", "criterion"):
            continue  # of the whole area
        assert not _seen(kind, other), kind
    found = _walk("said", made.said, other)
    assert not found.below, "the action belongs to a programme that is not theirs"
    assert not _walk("figure", Figure(FIGURE), other).above


class Figure:
    """What `_walk` asks of a record."""

    def __init__(self, pk):
        self.pk = pk


def test_a_parents_comment_leads_nowhere_that_a_stranger_may_not_go():
    made = woven(is_public=False)
    found = _walk("said", made.said, ANYBODY)
    assert not found.below
    assert _kinds(found.above) == {"activity", "survey"}


def test_the_public_reads_no_draft_and_none_is_counted():
    made = woven()
    inside = make_plan(slug="inside", is_public=False)
    secret = make_action(make_area(inside))
    Evidence.objects.filter(title="Audit 1").update(is_publishable=False)
    Survey.objects.update(is_shown=False)
    Said.objects.create(said="Later.", heard_from="a parent", heard_on=made.said.heard_on, action_number=secret.pk,
                        outcome="did", answer="Done.", answered_on=BEFORE)  # fmt: skip
    for kind in ("reading", "figure", "count", "theme", "survey"):
        assert not _seen(kind, ANYBODY), kind
    assert [one.title for one in _seen("statement", ANYBODY)] == [
        "Position statement 1: Area 1: Plans need work"
    ]
    assert {one.row.version.stands_from for one in _seen("claim", ANYBODY)} == {BEFORE}
    assert [one.title for one in _seen("evidence", ANYBODY)] == ["Plans in time 1, up to 31 December 2024"]
    assert [one.title for one in _seen("action", ANYBODY)] == ["Action 1.1: Promise 1.1"]
    found = _walk("finding", made.area.answers.get(), ANYBODY)
    shows = next(one for one in found.below if one.stage == Stage.SHOW)
    assert shows.in_words == "1 piece of evidence"
    assert all("ll areas" not in title for title in _titles(found.below)), (
        "an ask of all areas is on no public page"
    )


def test_a_past_day_has_only_what_was_known_then():
    made = woven()
    then = _walk("finding", made.area.answers.get(), _staff(day=date(2023, 1, 1)))
    assert _kinds(then.below) == {"area", "action", "measure"}
    assert Stage.SHOW in then.missing
    assert (
        start_of("statement", str(StatementVersion.objects.first().key), _staff(day=date(2025, 1, 1))) is None
    )


def test_a_thread_says_where_it_breaks():
    area = make_area(make_plan())
    found = _walk("finding", Finding.objects.get(), _staff())
    assert found.missing == (Stage.DO, Stage.SAY, Stage.SHOW, Stage.COUNT)
    make_action(area)
    assert _walk("finding", Finding.objects.get(), _staff()).missing == (Stage.SAY, Stage.SHOW, Stage.COUNT)


def test_a_measure_whose_figure_is_gone_is_named_and_leads_to_no_figure():
    made = woven()
    measure = Measure.objects.get()
    measure.ties.update(figure="casework.beds")
    found = _walk("measure", measure, _staff())
    assert found.here.words == "Not counted"
    assert "“casework.beds” does not exist any more" in found.here.text
    assert made.area.pk in [one.seen.pk for stretch in found.above for one in stretch.placed]


@pytest.mark.parametrize(("answer", "state"), [("yes", "done"), ("partly", "due"), ("no", "late")])
def test_whether_it_lasts_is_told_as_it_was_answered(answer, state):
    woven()
    SustainedCheck.objects.update(answer=answer)
    assert _seen("check", ANYBODY)[0].state == state


def test_an_address_of_nothing_is_nothing():
    reader = _staff()
    for key in ("nonsense", "\0", "9" * 40, "-1", ""):
        for kind in (*KINDS, "nonsense"):
            assert start_of(kind, key, reader) is None, (kind, key)
