"""What a return that is not right gets: a finding with its line, everything else read, and no traceback."""

import codecs
import re
import zipfile

import pytest

from goldenthread.sen2 import results
from goldenthread.sen2.finding import BadReturn
from goldenthread.sen2.reading import xml_blocks
from goldenthread.sen2.reading.opening import format_of, open_return
from tests.sen2.returns import everyone, passed


def changed(path, *pairs, times=1):
    text = path.read_text(encoding="utf-8")
    for old, new in pairs:
        assert old in text
        text = text.replace(old, new, times)
    path.write_text(text, encoding="utf-8")
    return path


def read(path, tmp_path, **asked):
    """The outcome of a pass and its findings of reading; no row may be lost."""
    outcome = passed(path, tmp_path / "out", tables=True, **asked)
    done = outcome.done
    assert done.rows_in.total() == done.rows_out.total() + done.rows_listed.total()
    return outcome, [one for one in results.findings(outcome.findings) if one.code.startswith("READ")]


def persons_of(path):
    return re.findall(r"  <Person>.*?</Person>\n", path.read_text(), re.DOTALL)


def test_truncated_file_is_read_to_the_last_whole_person(made, tmp_path):
    path = made(40)
    text = path.read_text()
    path.write_text(text[: text.rindex("<RequestOutcome>")])
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 39
    assert [one.code for one in found] == ["READ-TRUNCATED"]
    assert found[0].person == 40
    assert found[0].rows >= 2
    assert path.read_text().split("\n")[found[0].line - 1].strip() == "<Person>"


def test_file_cut_between_persons_says_that_its_end_is_missing(made, tmp_path):
    path = made(10)
    text = path.read_text()
    path.write_text(text[: text.rindex("</Person>") + 9])
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 10
    assert [one.code for one in found] == ["READ-END"]


@pytest.mark.parametrize("harm", ["<UPN>", "&nbsp;", "</Requests></Requests>", "<3", "\x01"])
def test_broken_person_is_listed_with_its_line_and_the_others_are_read(made, tmp_path, harm):
    path = made(30)
    victim = persons_of(path)[14]
    changed(path, (victim, victim.replace("<Ethnicity>", harm + "<Ethnicity>", 1)))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 29
    assert [(one.code, one.person) for one in found] == [("READ-BROKEN", 15)]
    assert path.read_text().split("\n")[found[0].line - 1].strip() == "<Person>"
    numbers = [row.split(",")[0] for row in (tmp_path / "out" / "persons.csv").read_text().splitlines()[1:]]
    assert numbers == [str(number) for number in range(1, 31) if number != 15]


def test_person_without_end_does_not_take_the_next_along(made, tmp_path):
    path = made(30)
    victim = persons_of(path)[14]
    changed(path, (victim, victim.replace("  </Person>\n", "")))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 29
    assert [(one.code, one.person) for one in found] == [("READ-BROKEN", 15)]


@pytest.mark.parametrize(
    "head",
    [
        '<!DOCTYPE Message [<!ENTITY a "aaaaaaaaaa"><!ENTITY b "&a;&a;&a;&a;&a;&a;&a;&a;">]>',
        '<!DOCTYPE Message [<!ENTITY x SYSTEM "file:///etc/passwd">]>',
        '<!DOCTYPE Message SYSTEM "http://example.org/a.dtd">',
        "<!doctype message>",
    ],
)
def test_file_with_a_dtd_is_refused(made, tmp_path, head):
    path = changed(made(5), ("<Message>", head + "<Message>"))
    with pytest.raises(BadReturn) as refused:
        open_return(path)
    assert refused.value.finding.code == "READ-DTD"


def test_entity_inside_a_person_is_not_resolved(made, tmp_path):
    path = made(5)
    changed(path, ("<Surname>", "<Surname>&x;"))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 4
    assert [one.code for one in found] == ["READ-BROKEN"]


@pytest.mark.parametrize(
    "content",
    [
        b"",
        b"   \n",
        b"Unique ID,UPN\n1,2\n",
        b"<html><body>No</body></html>",
        b"\x00\x01\x02" * 50,
        b"%PDF-1.7",
        b"{}",
    ],
)
def test_what_is_no_return_is_refused_in_a_sentence(tmp_path, content):
    path = tmp_path / "what.xml"
    path.write_bytes(content)
    with pytest.raises(BadReturn) as refused:
        open_return(path)
    assert refused.value.finding.code == "READ-NOT-SEN2"


def test_other_collection_and_other_year_are_refused(made):
    with pytest.raises(BadReturn) as refused:
        open_return(changed(made(5), ("<Collection>SEN2", "<Collection>CIN")))
    assert refused.value.finding.code == "READ-NOT-SEN2"
    for year in ("1999", "soon"):
        path = changed(made(5), ("<Year>2026", f"<Year>{year}"), ("2026-01-15</Ref", "1999-01-15</Ref"))
        with pytest.raises(BadReturn) as refused:
            open_return(path)
        assert refused.value.finding.code == "READ-YEAR"


def test_year_can_be_given_against_the_header(made, tmp_path):
    outcome, found = read(made(5), tmp_path, year=2025)
    assert outcome.year.year == 2025
    assert [one.code for one in found] == ["READ-YEAR"]


def test_windows_letters_in_a_file_that_says_utf_8_are_read_and_listed(made, tmp_path):
    path = made(12)
    data = path.read_bytes().replace(b"<Surname>", b"<Surname>O\x92Hare Zo\xe9 ", 1)
    path.write_bytes(data)
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 12
    assert [(one.code, one.person) for one in found] == [("READ-ENCODING", 1)]
    assert "O’Hare Zoé" in (tmp_path / "out" / "persons.csv").read_text()


@pytest.mark.parametrize(
    "encoding", ["utf-8", "utf-8-sig", "utf-16", "utf-16-le", "utf-16-be", "windows-1252", "iso-8859-1"]
)
def test_declared_encoding_is_followed(made, tmp_path, encoding):
    path = made(8)
    text = path.read_text().replace("<Surname>", "<Surname>Zoé ", 1)
    name = "utf-8" if encoding == "utf-8-sig" else encoding
    path.write_bytes(text.replace("UTF-8", name).encode(encoding))
    outcome, found = read(path, tmp_path)
    assert (outcome.done.persons, found) == (8, [])
    assert "Zoé" in (tmp_path / "out" / "persons.csv").read_text()


def test_encoding_that_is_none_is_refused(made):
    with pytest.raises(BadReturn):
        open_return(changed(made(3), ("UTF-8", "klingon")))


def test_tags_are_read_in_any_case_and_with_a_prefix(made):
    path = made(20)
    plain = everyone(path)
    text = path.read_text()
    shouted = re.sub(r"<(/?)(\w+)>", lambda tag: f"<{tag[1]}{tag[2].upper()}>", text)
    path.write_text(shouted)
    assert all(one.same(two) for one, two in zip(plain, everyone(path), strict=True))
    prefixed = re.sub(r"<(/?)(\w+)>", r"<\1s:\2>", text).replace("<s:Message>", '<s:Message xmlns:s="urn:x">')
    path.write_text(prefixed)
    assert all(one.same(two) for one, two in zip(plain, everyone(path), strict=True))


def test_unknown_and_repeated_items_stray_text_and_attributes_are_listed(made, tmp_path):
    path = made(10)
    changed(path, ("<Surname>", "<Nickname>Bo</Nickname><Surname>"), ("<Forename>", "words <Forename>"))
    changed(path, ("<Ethnicity>", "<Ethnicity>OOTH</Ethnicity><Ethnicity>"), ("<RYA>", '<RYA id="4">'))
    changed(path, ("<PostCode>RM", "<PostCode><b>RM</b>"))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 10
    assert {one.code for one in found} == {"READ-UNKNOWN", "READ-STRAY", "READ-TWICE", "READ-ATTRIBUTE"}
    assert "“Bo”" in next(one.says for one in found if one.code == "READ-UNKNOWN")
    said = " ".join(one.says for one in found if one.code == "READ-STRAY")
    assert "“words”" in said
    assert re.search(r"“RM\d \w+” in PostCode", said)


def test_record_in_the_wrong_place_is_listed_with_its_rows(made, tmp_path):
    path = changed(made(10), ("<Surname>", "<SENneed><SENtype>HI</SENtype></SENneed><Surname>"))
    outcome, found = read(path, tmp_path)
    assert [(one.code, one.rows) for one in found] == [("READ-UNKNOWN", 1)]
    assert outcome.done.rows_listed.total() == 1


def test_comments_and_cdata_are_no_boundary_and_no_loss(made):
    path = made(20)
    plain = everyone(path)
    changed(
        path,
        ("<Surname>", "<!-- </Person><Person> --><Surname>"),
        ("</Surname>", "<![CDATA[ </Person>]]></Surname>"),
    )
    again = everyone(path)
    assert again[0]["Surname"] == plain[0]["Surname"] + " </Person>"
    assert all(one.same(two) for one, two in zip(plain[1:], again[1:], strict=True))


def test_blocks_of_any_size_give_the_same_persons(made, monkeypatch):
    path = changed(made(30), ("<Surname>", "<!-- </Person> --><Surname>"))
    plain = everyone(path)
    for size in (7, 100, 1_500, 20_000):
        monkeypatch.setattr(xml_blocks, "BLOCK", size)
        again = everyone(path)
        assert [one.line for one in again] == [one.line for one in plain]
        assert all(one.same(two) for one, two in zip(plain, again, strict=True))


def test_person_that_never_ends_is_passed_over_in_flat_memory(made, tmp_path, monkeypatch):
    monkeypatch.setattr(xml_blocks, "LONGEST", 50_000)
    monkeypatch.setattr(xml_blocks, "BLOCK", 10_000)
    path = made(30)
    victim = persons_of(path)[14]
    changed(path, (victim, victim.replace("<Surname>", "<Surname>" + "x" * 200_000, 1)))
    outcome, found = read(path, tmp_path)
    assert [one.code for one in found] == ["READ-LONG"]
    assert path.read_text().split("\n")[found[0].line - 1].strip() == "<Person>"
    assert outcome.done.persons == 29


def test_twenty_plans_on_one_person_are_all_read_and_found(made, tmp_path):
    path = made(10, seed=3)
    victim = next(one for one in persons_of(path) if "<ActivePlans>" in one)
    requests = victim[victim.index("   <Requests>") : victim.index("  </Person>")]
    changed(path, (victim, victim.replace(requests, requests * 20)))
    outcome, found = read(path, tmp_path)
    assert found == []
    assert outcome.done.by_code["PER-PLANS-TWICE"] == 1
    assert max(len(one.of("Requests")) for one in everyone(path)) == 20


def test_every_finding_has_a_line_that_leads_to_its_record(made, tmp_path):
    path = made(60, seed=4, faults=1.0)
    outcome, _ = read(path, tmp_path)
    lines = path.read_text().split("\n")
    for one in results.findings(outcome.findings):
        assert lines[one.line - 1].strip() == f"<{one.table}>"


def test_parts_in_processes_give_what_one_gives(made, tmp_path, monkeypatch):
    from goldenthread.sen2.running import spans, whole

    path = made(300, seed=6, faults=0.3)
    changed(path, ("<UPN>", "<upn2>"), ("</UPN>", "</upn2>"))
    alone = passed(path, tmp_path / "one", tables=True, figures=True)
    monkeypatch.setattr(spans, "SMALLEST", 1)
    asked: list[int] = []
    in_processes = whole._in_processes
    monkeypatch.setattr(
        whole, "_in_processes", lambda *a: asked.append(len(done := in_processes(*a))) or done
    )
    shared_out = passed(path, tmp_path / "three", processes=3, tables=True, figures=True)
    assert asked == [3]
    assert shared_out.done.figures.as_dict() == alone.done.figures.as_dict()
    assert shared_out.done.by_code == alone.done.by_code
    for one in sorted((tmp_path / "one").iterdir()):
        lines, others = one.read_text().splitlines(), (tmp_path / "three" / one.name).read_text().splitlines()
        if one.name == "findings.csv":  # those of reading come by blocks, whose edges differ
            lines, others = sorted(lines), sorted(others)
        assert lines == others, one.name


@pytest.mark.parametrize("step", [11, 64, 1_000, 1 << 22])
def test_parts_begin_at_the_right_person_and_line(made, monkeypatch, step):
    from goldenthread.sen2.reading.xml import XmlSource
    from goldenthread.sen2.running import spans

    path = made(50)
    whole = everyone(path)
    monkeypatch.setattr(spans, "SMALLEST", 1)
    monkeypatch.setattr(spans, "_STEP", step)
    monkeypatch.setattr(spans, "_SEEN", 1 << 22)
    found = spans.spans(XmlSource(path), 4)
    assert len(found) == 4
    again = [one for span in found for one in XmlSource(path, None, span).persons()]
    assert [(one.number, one.line) for one in again] == [(one.number, one.line) for one in whole]


def test_processes_are_not_used_where_a_cut_could_fall_into_a_comment(made, monkeypatch):
    from goldenthread.sen2.reading.xml import XmlSource
    from goldenthread.sen2.running import spans

    monkeypatch.setattr(spans, "SMALLEST", 1)
    path = made(50)
    assert len(spans.spans(XmlSource(path), 2)) == 2
    changed(path, ("<Surname>", "<!-- a --><Surname>"))
    assert len(spans.spans(XmlSource(path), 2)) == 1


@pytest.mark.parametrize("kind", ["xml", "blade", "folder", "workbook"])
def test_format_is_known_by_what_a_file_holds(made, tmp_path, kind):
    path = made(3, kind=kind)
    assert format_of(path) == kind
    if path.is_dir():
        with zipfile.ZipFile(tmp_path / "some.dat", "w") as archive:
            for one in path.iterdir():
                archive.write(one, f"Blade-Export_01-02-2026_{one.name}")
        assert format_of(tmp_path / "some.dat") == kind
        assert len(everyone(tmp_path / "some.dat")) == 3


def test_row_that_belongs_to_nobody_is_listed(made, tmp_path):
    path = made(20, kind="blade")
    with (path / "requests.csv").open("a") as file:
        file.write("900,301,900,1,800,2025-02-03,1,0,,A,,,\n")
    outcome, found = read(path, tmp_path)
    assert [(one.code, one.table, one.rows) for one in found] == [("READ-ORPHAN", "Requests", 1)]
    assert outcome.done.persons == 20


def test_rows_in_any_order_are_joined_all_the_same(made):
    path = made(30, kind="blade")
    plain = everyone(path)
    for name in ("requests", "senneed", "person"):
        head, *rows = (path / f"{name}.csv").read_text().splitlines(keepends=True)
        (path / f"{name}.csv").write_text(head + "".join(rows[::-1]))
    again = sorted(everyone(path), key=lambda one: int(one.name))
    assert [one["Surname"] for one in again] == [one["Surname"] for one in plain]
    for old, new in zip(plain, again, strict=True):
        assert sorted(one.table for one in old.everything()) == sorted(one.table for one in new.everything())


def test_key_that_stands_twice_is_listed(made, tmp_path):
    path = made(5, kind="blade")
    head, *rows = (path / "person.csv").read_text().splitlines(keepends=True)
    (path / "person.csv").write_text(head + rows[0] + "".join(rows))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 6
    assert [one.code for one in found] == ["READ-KEY"]


def test_unread_columns_long_rows_and_missing_tables_are_listed(made, tmp_path):
    path = made(5, kind="folder")
    text = (path / "persons.csv").read_text().splitlines()
    text[0] += ",Shoe size"
    text[1] += ",9,extra"
    (path / "persons.csv").write_text("\n".join(text) + "\n")
    (path / "needs.csv").unlink()
    _, found = read(path, tmp_path)
    assert [one.code for one in found if one.code != "READ-SHORT"] == [
        "READ-TABLE",
        "READ-COLUMN",
        "READ-CELLS",
    ]
    assert [one.line for one in found if one.code == "READ-SHORT"] == [3, 4, 5, 6]


def test_collects_own_dates_and_booleans_are_understood(made):
    path = made(5, kind="blade")
    assert re.search(r"20\d\d-[A-Z][a-z]{2}-\d\d 00:00:00", (path / "requests.csv").read_text())
    assert "false" in (path / "requests.csv").read_text()
    assert all(re.fullmatch(r"20\d\d-\d\d-\d\d", one["PersonBirthDate"]) for one in everyone(path))


def test_folder_saved_by_a_spreadsheet_is_read(made):
    path = made(5, kind="folder")
    text = (path / "persons.csv").read_text().replace("\n", "\r\n")
    (path / "persons.csv").write_bytes(codecs.BOM_UTF8 + text.encode())
    assert len(everyone(path)) == 5
    (path / "persons.csv").write_bytes(text.replace("Ada", "Zoé").encode("cp1252"))
    assert len(everyone(path)) == 5


def test_workbook_bomb_and_broken_zip_are_refused(tmp_path):
    path = tmp_path / "a.zip"
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        archive.writestr("person.csv", "0" * 20_000_000)
    with pytest.raises(BadReturn):
        open_return(path)
    path.write_bytes(b"PK\x03\x04nonsense")
    with pytest.raises(BadReturn):
        open_return(path)
    with zipfile.ZipFile(path, "w") as archive:
        archive.writestr("xl/workbook.xml", "<broken")
    with pytest.raises(BadReturn):
        open_return(path)


def test_a_damaged_zip_says_which_file_cannot_be_read_and_the_rest_is_read(made, tmp_path):
    """Two hundred zips with one bit otherwise: each is read in part with a finding, or refused; none ends in a traceback."""
    from random import Random

    folder, path, chance = made(30, kind="blade"), tmp_path / "a.zip", Random(20261126)  # noqa: S311
    with zipfile.ZipFile(path, "w", zipfile.ZIP_DEFLATED) as archive:
        for one in folder.iterdir():
            archive.write(one, one.name)
    data, said = path.read_bytes(), set()
    for _ in range(200):
        place = chance.randrange(len(data))
        path.write_bytes(data[:place] + bytes([data[place] ^ (1 << chance.randrange(8))]) + data[place + 1 :])
        try:
            _, found = read(path, tmp_path)
            said |= {one.code for one in found}
        except BadReturn as refused:
            said |= {refused.finding.code}
    assert "READ-FILE" in said


def test_persons_without_content_and_a_return_of_nobody(made, tmp_path):
    path = made(4)
    text = path.read_text()
    first = persons_of(path)[0]
    path.write_text(
        text.replace(first, first + "<Person/>" * 3).replace(" </Persons>", "<Person />\n </Persons>")
    )
    outcome, found = read(path, tmp_path)
    assert (outcome.done.persons, found) == (8, [])
    assert outcome.done.by_code["PER-NO-REQUEST"] == 4
    path.write_text(text[: text.index("  <Person>")] + " </Persons>\n</Message>\n")
    outcome, found = read(path, tmp_path)
    assert (outcome.done.persons, [one.code for one in found]) == (0, ["READ-NOBODY"])


def test_what_stands_between_persons_is_listed(made, tmp_path):
    path = made(4)
    first = persons_of(path)[0]
    changed(path, (first, first + "<Foo><Bar>1</Bar></Foo>words"))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 4
    assert sorted(one.code for one in found) == ["READ-STRAY", "READ-UNKNOWN"]
    assert "“words” in Persons" in " ".join(one.says for one in found)


def test_depth_and_length_without_end_are_one_broken_person(made, tmp_path):
    path = made(4)
    first, second, *_ = persons_of(path)
    changed(path, (first, first.replace("<Surname>", "<a>" * 3_000 + "</a>" * 3_000 + "<Surname>")))
    changed(path, (second, second.replace("<Surname>", "<Surname>" + "x" * 11_000_000)))
    outcome, found = read(path, tmp_path)
    assert outcome.done.persons == 2
    assert [one.code for one in found] == ["READ-BROKEN", "READ-BROKEN"]


@pytest.mark.parametrize("seed", range(4))
def test_no_harm_done_to_bytes_ends_in_a_traceback_or_a_loss(made, tmp_path, seed):
    from random import Random

    random = Random(seed)  # noqa: S311 (the same harm is wanted again)
    path = made(60, seed=seed)
    harmed = bytearray(path.read_bytes())
    start = harmed.index(b"<Person>")
    for _ in range(40):
        harmed[random.randrange(start, len(harmed))] = random.randrange(256)
    path.write_bytes(harmed)
    outcome, _ = read(path, tmp_path)
    assert outcome.done.persons > 20
