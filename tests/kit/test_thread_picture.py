"""The thread as a picture: every word at its place, on both screens, and dotted where it breaks."""

from __future__ import annotations

import pytest

from goldenthread.kit.thread import Knot
from goldenthread.kit.thread_picture import NARROW, WIDE, Bead, picture

KNOTS = tuple(Knot(f"Thing {n}", "done", href=f"/things/{n}/") for n in range(1, 4))
BEADS = (
    Bead("Why we act", "1 finding", "done", KNOTS[:1]),
    Bead(
        "What we do",
        "Action",
        "late",
        (Knot("The middle", "late", state_words="12 days late"),),
        is_here=True,
    ),
    Bead("What shows it", "3 things", "done", KNOTS, "and 12 more"),
    Bead("What we count", "Nothing yet", "not_yet"),
)


def _words(drawing):
    return " ".join(text.words for shape in drawing.shapes for text in shape.texts)


@pytest.mark.parametrize("place", [0, 1])
def test_both_drawings_hold_every_word_and_link(place):
    drawing = picture(BEADS, "The thread of the middle").drawings[place]
    for words in (
        "Why we act",
        "1 finding",
        "You are here",
        "12 days late",
        "Thing 3",
        "and 12 more",
        "Nothing yet",
    ):
        assert words in _words(drawing)
    assert [shape.href for shape in drawing.shapes if shape.href] == [
        "/things/1/",
        "/things/1/",
        "/things/2/",
        "/things/3/",
    ]


@pytest.mark.parametrize("number", [1, 4, 7, 8])
def test_nothing_lies_outside_the_drawing_and_no_two_touch_areas_overlap(number):
    beads = [
        Bead("What we say of it", "23 sentences of statements", "done", KNOTS, "and 20 more")
        for _ in range(number)
    ]
    for drawing, widest in zip(picture(beads, "A thread").drawings, (WIDE + 12, NARROW), strict=True):
        assert drawing.width <= widest
        areas = [shape.area for shape in drawing.shapes if shape.href]
        for x, y, width, height in areas:
            assert 0 <= x <= x + width <= drawing.width
            assert 0 <= y <= y + height <= drawing.height
            assert height >= 44
        for one, (x, y, width, height) in enumerate(areas):
            for other_x, other_y, other_width, other_height in areas[one + 1 :]:
                beside = x + width <= other_x or other_x + other_width <= x
                assert beside or y + height <= other_y or other_y + other_height <= y
        assert all(text.y <= drawing.height for shape in drawing.shapes for text in shape.texts)


def test_the_line_to_what_is_missing_is_dotted_and_no_other():
    for drawing in picture(BEADS, "A thread").drawings:
        thick = [line.is_dotted for line in drawing.lines if not line.is_thin]
        assert thick.count(True) == 1


def test_the_description_says_each_stage_in_order_and_where_the_reader_is():
    assert picture(BEADS, "A thread").words == (
        "Why we act: 1 finding. What we do: Action (you are here). What shows it: 3 things. What we count: Nothing yet."
    )


def test_a_bead_in_no_known_state_is_refused():
    with pytest.raises(ValueError, match="choose one of"):
        Bead("Why", "1", "perhaps")
