"""A draft as it is typed, and the numbered paragraphs that it becomes."""

from goldenthread.casework import answers
from goldenthread.casework.plan.checks.evidence.e5_vague_advice import vague

CLEAR = {"what": "A programme to build spoken sentences", "who": "a teaching assistant",
         "expertise": "trained by a speech and language therapist", "how_often": "Three times a week in term time",
         "how_long": "20 minutes each, until July 2027", "group": "Alone", "meets": "Spoken language"}  # fmt: skip


def test_read_keeps_what_was_typed_and_leaves_out_empty_boxes():
    given = {"author": " Meera ", "needs-0": "Reading", "needs-1": " ", "needs-2": "Noise", "provision-0-what": "",
             "provision-1-what": "x",
             "outcomes-0": "", "dated_on_day": "3"}  # fmt: skip
    draft = answers.read(given, {"words": "Kept"})
    assert draft["needs"] == ["Reading", "Noise"]
    assert draft["provision"] == [{"what": "x"}]
    assert (draft["author"], draft["words"], draft["dated_on_day"], draft["outcomes"]) == (
        "Meera",
        "Kept",
        "3",
        [],
    )


def test_read_of_a_page_without_a_part_leaves_that_part_alone():
    assert answers.read({"words": "New"}, {"needs": ["Reading"]})["needs"] == ["Reading"]


def test_paragraphs_are_numbered_through_document_and_form():
    draft = {"upload": {"paragraphs": [[1, "Head", []], [2, "Ash needs help.", ["need"]]]}, "needs": ["Reading"],
             "provision": [CLEAR], "outcomes": ["Reads a page alone by July 2027"], "words": "First.\n\nSecond."}  # fmt: skip
    found = answers.paragraphs(draft)
    assert [one[0] for one in found] == list(range(1, 8))
    assert [one[2] for one in found] == [[], ["need"], ["need"], ["outcome"], ["provision"], [], []]
    assert found[6][1] == "Second."


def test_provision_that_fills_every_box_is_not_vague():
    assert vague(answers.sentence(CLEAR)) == []


def test_provision_without_who_and_how_often_is_vague():
    assert vague(answers.sentence({"what": "Regular support from skilled staff as required"}))


def test_numbered_guesses_from_the_heading_above():
    found = answers.numbered([
        ("Strengths and needs", True), ("Ash finds noise hard.", False), ("Recommended provision", False),
        ("A daily check in with the class teacher.", False), ("Background", True), ("Ash lives here.", False),
    ])  # fmt: skip
    assert [one[2] for one in found] == [[], ["need"], [], ["provision"], [], []]


def test_a_scan_is_read_page_by_page_as_somebody_types_it():
    before = {"upload": {"paragraphs": [[1, "", []], [2, "", []]]}}
    draft = answers.read({"page-1": "Ash reads.", "tag-1": "need", "tag-2": "nonsense"}, before)
    assert answers.paragraphs(draft) == [[1, "Ash reads.", ["need"]]]


def test_words_of_a_document_cannot_be_changed_by_a_form():
    before = {"upload": {"paragraphs": [[1, "As it came", []]]}}
    assert answers.read({"tag-1": "need", "paragraph-1": "Other"}, before)["upload"]["paragraphs"] == [
        [1, "As it came", ["need"]]
    ]


def test_changes_names_what_went_and_what_is_new():
    assert answers.changes([[1, "a", []], [2, "b", []]], [[1, "b", []], [2, "c", []]]) == [
        ("taken out", "a"),
        ("new", "c"),
    ]
