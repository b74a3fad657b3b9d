"""The outputs of a plan: sound for assistive technology, and each for its own reader only."""

import zipfile
from io import BytesIO
from itertools import pairwise

import pytest

from goldenthread.casework.actions.issuing import issue
from goldenthread.casework.actions.picturing import add_picture
from goldenthread.casework.actions.planning import add_line
from goldenthread.casework.models import PlanOverride, PlanText
from goldenthread.casework.plan.masking import LEFT_OUT
from goldenthread.casework.plan_papers import easy_read, large_print, plan_paper, rendering
from goldenthread.casework.queries.plan_readers import anybody, reader_called
from goldenthread.casework.views.plan_files import OUTPUTS
from goldenthread.kit.documents import Picture, as_pdf, is_picture
from goldenthread.kit.errors import Refused
from goldenthread.people.models import Adult
from tests.casework import letterbox, planworld, world
from tests.casework.pdf import structure_of

pytestmark = pytest.mark.django_db
ON = planworld.ON
VIRUS = rb"X5O!P%@AP[4\PZX54(P^)7CC)7}" + rb"$EICAR-STANDARD-ANTIVIRUS-TEST-FILE!$H+H*"
"""What every scanner knows as a test, and no virus."""
DRAWN = "A drawing of a red bus with a driver"


@pytest.fixture
def case():
    case = planworld.drafting()
    planworld.written(case)
    line = PlanText.objects.get(case=case).sections["A"]["lines"][0]["id"]
    add_picture(
        case=case, line=line, name="bus.png", content=planworld.DOT, description=DRAWN, on=ON, by=None
    )
    return case


@pytest.fixture
def version(case):
    return issue(case=case, stage="draft", on=ON, by=None)


@pytest.mark.parametrize("make", [plan_paper, large_print, easy_read])
def test_a_pdf_is_sound_for_assistive_technology(version, make):
    found = structure_of(as_pdf(make(rendering(version, anybody(version.case)))))
    assert found.language.lower() in ("en-gb", "en")
    assert "Elby" in found.title
    assert found.shows_title
    assert found.is_marked
    assert found.ua_part == "1"
    assert found.untagged_fonts == 0
    assert found.tags.count("H1") == 1
    assert found.tags.count("H2") >= 4
    assert found.tags.index("H1") < found.tags.index("H2")


def test_pictures_carry_their_words(version):
    found = structure_of(as_pdf(plan_paper(rendering(version, anybody(version.case)))))
    assert DRAWN in found.alternatives
    assert found.tags.count("Figure") == len(found.alternatives)


def test_sections_are_read_in_their_order(version):
    text = structure_of(as_pdf(plan_paper(rendering(version, anybody(version.case))))).text
    places = [
        text.index(f"\n{key}: ") for key in ("A", "B", "C", "D", "E", "F", "G", "H1", "H2", "I", "J", "K")
    ]
    assert places == sorted(places)


def test_large_print_is_large_and_says_the_same(version):
    made = rendering(version, anybody(version.case))
    assert large_print(made).size >= 16
    assert large_print(made).blocks == plan_paper(made).blocks


def test_easy_read_has_a_drawing_with_each_idea(version):
    blocks = easy_read(rendering(version, anybody(version.case))).blocks
    for before, after in pairwise(blocks):
        if after.kind == "text":
            assert isinstance(before, Picture)
    said = " ".join(one.text for one in blocks if hasattr(one, "text"))
    assert "Who helps Elby: specialist teacher." in said
    assert "How often: four days each week." in said


def test_a_word_document_has_headings_a_language_and_words_for_pictures(version):
    data = OUTPUTS["plan.docx"][1](rendering(version, anybody(version.case)))
    parts = zipfile.ZipFile(BytesIO(data))
    body, styles = parts.read("word/document.xml").decode(), parts.read("word/styles.xml").decode()
    assert "Heading2" in body
    assert f'descr="{DRAWN}"' in body
    assert 'w:lang w:val="en-GB"' in styles


def test_the_page_alone_needs_nothing_else(version):
    page = OUTPUTS["plan.html"][1](rendering(version, anybody(version.case))).decode()
    assert '<html lang="en-GB">' in page
    assert "src=" not in page
    assert "href=" not in page
    assert page.count("<h1") == 1


def words_of(paper):
    found = [paper.title, paper.subtitle, paper.footer]
    for block in paper.blocks:
        found += [
            getattr(block, "text", ""),
            getattr(block, "alt", ""),
            *getattr(block, "lines", ()),
            *getattr(block, "points", ()),
        ]
    return "\n".join(found)


def test_an_address_that_a_parent_may_not_learn_is_in_no_output_for_them(case):
    """It was set aside on purpose for one reader; another must still not read it."""
    other = world.parent_of(case.child, name="Rowan Larkfield")
    wren = Adult.objects.get(name="Wren Larkfield")
    letterbox.house(case.child, wren, lines="9 Hidden Lane\nTestham", postcode="ZZ99 9ZZ")
    text = "A taxi will fetch Elby at 9  hidden lane, zz999zz, each school day."
    line = add_line(case=case, section="F", content={"text": text}, on=ON, by=None)
    PlanOverride.objects.create(
        case=case, check_id="N6", line=line, reason="The taxi firm must know", given_on=ON
    )
    version = issue(case=case, stage="draft", on=ON, by=None)
    hers = rendering(version, reader_called(case, f"adult-{wren.pk}", ON))
    his = rendering(version, reader_called(case, f"adult-{other.pk}", ON))
    anybodys = rendering(version, anybody(case))
    assert "hidden lane" in words_of(plan_paper(hers)).lower()
    for made in (his, anybodys):
        for name, (_, make) in OUTPUTS.items():
            data = make(made)
            text = structure_of(data).text if name.endswith(".pdf") else _plain(name, data)
            assert "hidden lane" not in text.lower(), name
            assert "zz999zz" not in text.lower().replace(" ", ""), name
        assert LEFT_OUT in words_of(plan_paper(made))


def _plain(name, data):
    if name.endswith(".docx"):
        return "".join(zipfile.ZipFile(BytesIO(data)).read(one).decode("utf-8", "ignore")
                       for one in zipfile.ZipFile(BytesIO(data)).namelist() if one.endswith(".xml"))  # fmt: skip
    return data.decode()


@pytest.mark.parametrize(("content", "description", "says"), [
    (b"ID3" + VIRUS, "Elby sings a song", "holds a virus"),
    (b"MZ\x90 a program", "A drawing of a bus", "neither a picture nor a sound"), (b"", "A drawing of a bus", "is empty"),
    (b"\x89PNG\r\n\x1a\n and then nothing", "A drawing of a bus", "cannot be opened as a picture"),
    (planworld.DOT, "Bus", "Say what it shows"), (planworld.DOT, DRAWN, "has one with these words"),
])  # fmt: skip
def test_what_is_no_picture_or_has_no_words_is_refused(case, content, description, says):
    line = PlanText.objects.get(case=case).sections["A"]["lines"][0]["id"]
    with pytest.raises(Refused, match=says):
        add_picture(
            case=case, line=line, name="x.png", content=content, description=description, on=ON, by=None
        )
    assert case.pictures.count() == 1


def test_a_picture_belongs_to_somebodys_own_words(case):
    line = PlanText.objects.get(case=case).sections["B"]["lines"][0]["id"]
    with pytest.raises(Refused, match="own words"):
        add_picture(
            case=case, line=line, name="x.png", content=planworld.DOT, description="A red bus", on=ON, by=None
        )


def test_a_sound_is_named_in_the_paper_and_not_shown(case):
    line = PlanText.objects.get(case=case).sections["A"]["lines"][1]["id"]
    add_picture(
        case=case,
        line=line,
        name="song.mp3",
        content=b"ID3\x04 and more",
        description="Elby sings",
        on=ON,
        by=None,
    )
    version = issue(case=case, stage="draft", on=ON, by=None)
    assert "can be heard on the plan’s page: Elby sings" in words_of(
        plan_paper(rendering(version, anybody(case)))
    )


def test_is_picture_tries_it():
    assert is_picture(planworld.DOT)
    assert not is_picture(b"\xff\xd8\xff nothing")
