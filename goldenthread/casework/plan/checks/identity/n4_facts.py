"""N4: year, age, birthday, setting and authority, as recorded."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.guard.traces import dates_in
from goldenthread.casework.plan.language.figures import NUMBER, value_of
from goldenthread.casework.plan.language.phrases import Span
from goldenthread.law.words import in_words

_YEAR = re.compile(
    r"\b(?:is\s(?:now\s|currently\s)?(?:a\s(?:pupil|student|child)\s)?in|currently\sin|now\sin|pupil\sin|student\sin|"
    r"is\sa|a\sbright|attending)\s(?:year\s(?P<year>\d{1,2})|(?P<reception>reception))\b|\b(?:is|"
    r"as)\sa\syear\s(?P<as>\d{1,2})\s(?:pupil|student|child)",
    re.IGNORECASE,
)
_AGE = re.compile(
    rf"\b(?:is\s(?:now\s|currently\s)?(?:aged\s)?(?P<is>{NUMBER})\s?(?:years?(?:\s|-)old|years\sof\sage|year-old)|"
    rf"is\san?\s(?P<a>{NUMBER})[\s-]year[\s-]old|(?:,|\()\s?aged\s(?P<aged>{NUMBER})\b)",
    re.IGNORECASE,
)
_BORN = re.compile(r"\b(?:born|date of birth|D\.?O\.?B\.?)\b[^.;]{0,12}$", re.IGNORECASE)
_ATTENDS = re.compile(
    r"\b(?:attends|currently\sattends|is\s(?:a\s)?(?:pupil|student|on\sroll|educated|placed)\s(?:at|in)|goes\sto|is\sat|"
    r"joined)\s(?P<name>(?:St\.?\s|The\s)?[A-Z][\w’'&.-]{0,30}(?:\s(?:[A-Z][\w’'&.-]{0,30}|of|and|the|for)){0,"
    r"6}?\s(?:School|Academy|"
    r"College|Nursery|Primary|Infants?|Juniors?|High|Pre-?school))\b"
)  # fmt: skip
_COUNCIL = re.compile(
    r"\b(?P<name>(?:[A-Z][\w’'-]{1,30}(?:\s(?:and|of|upon|with)\s|\s)){1,5}(?:(?:County|City|Borough|Metropolitan|District|"
    r"London)\s){0,3}(?:Council|Local Authority))\b"
)
_SOMEBODY_ELSE = re.compile(
    r"\b(?:brothers?|sisters?|sibling|twin|cousin|friend|mother|father|mum|dad|parent)\b[^.;]{0,40}$",
    re.IGNORECASE,
)
_KINDS = frozenset(
    [
        "council",
        "county",
        "city",
        "borough",
        "metropolitan",
        "district",
        "london",
        "local",
        "authority",
        "the",
        "of",
        "and",
    ]
)
_SCHOOLS = frozenset(
    [
        "school",
        "academy",
        "college",
        "nursery",
        "primary",
        "infant",
        "infants",
        "junior",
        "juniors",
        "high",
        "the",
        "of",
        "and",
        "secondary",
        "community",
        "ce",
        "c",
        "of",
        "e",
        "rc",
        "catholic",
        "church",
        "england",
        "st.",
        "trust",
    ]
)


_MAY_SAY_YEAR = re.compile(r"year|reception", re.IGNORECASE)
_MAY_SAY_AGE = re.compile(r"year|aged", re.IGNORECASE)
_MAY_SAY_BORN = re.compile(r"born|birth|D\.?O\.?B", re.IGNORECASE)
_MAY_NAME_COUNCIL = re.compile("Council|Local Authority")
"""What a text must hold for the longer expressions to find anything: most hold none of it."""


def find(sheet: Sheet) -> Iterator[Found]:
    """Statements of today that differ from the record."""
    for kind, line in sheet.written:
        if kind.holds in {"papers", "placement"}:
            continue
        for span in (
            *_years(sheet, line.text),
            *_ages(sheet, line.text),
            *_birthdays(sheet, line.text),
            *_settings(sheet, line.text),
            *_councils(sheet, line.text),
        ):
            yield on_line(kind.key, line, span.note, span)


def _years(sheet: Sheet, text: str) -> Iterator[Span]:
    recorded = sheet.plan.child.year_group
    for match in _YEAR.finditer(text) if recorded is not None and _MAY_SAY_YEAR.search(text) else ():
        if _SOMEBODY_ELSE.search(text[: match.start()]):
            continue
        said = 0 if match["reception"] else int(match["year"] or match["as"])
        if said != recorded:
            name = "reception" if recorded == 0 else f"year {recorded}"
            yield Span(match.start(), match.end(), match[0], f"“{match[0]}”: the record says {name}.")


def _ages(sheet: Sheet, text: str) -> Iterator[Span]:
    for match in _AGE.finditer(text) if _MAY_SAY_AGE.search(text) else ():
        if _SOMEBODY_ELSE.search(text[: match.start()]):
            continue
        said = value_of(match["is"] or match["a"] or match["aged"])
        if said != sheet.age and not (said == sheet.age - 1 and sheet.plan.dated_on is None):
            yield Span(
                match.start(),
                match.end(),
                match[0],
                f"“{match[0].strip(' ,(')}”: born on {in_words(sheet.plan.child.born_on)}, the child is {sheet.age}.",
            )


def _birthdays(sheet: Sheet, text: str) -> Iterator[Span]:
    for day, start, end in dates_in(text) if _MAY_SAY_BORN.search(text) else ():
        if _BORN.search(text[:start]) and day != sheet.plan.child.born_on:
            yield Span(
                start,
                end,
                text[start:end],
                f"“{text[start:end]}”: the record says {in_words(sheet.plan.child.born_on)}.",
            )


def _settings(sheet: Sheet, text: str) -> Iterator[Span]:
    recorded = sheet.plan.child.setting
    for match in _ATTENDS.finditer(text) if recorded else ():
        if not _same(match["name"], recorded, _SCHOOLS):
            yield Span(
                match.start("name"),
                match.end("name"),
                match["name"],
                f"“{match['name']}”: the record says {recorded}.",
            )


def _councils(sheet: Sheet, text: str) -> Iterator[Span]:
    recorded = sheet.plan.authority
    for match in _COUNCIL.finditer(text) if recorded and _MAY_NAME_COUNCIL.search(text) else ():
        name = re.sub(r"^The\s", "", match["name"])
        if {word.lower() for word in name.split()} - _KINDS and not _same(name, recorded, _KINDS):
            yield Span(
                match.start("name"),
                match.end("name"),
                match["name"],
                f"“{name}”: this plan is made by {recorded}.",
            )


def _same(one: str, other: str, kinds: frozenset[str]) -> bool:
    """Whether two names share what is not the kind of body."""
    mine, theirs = (
        {re.sub(r"[.’']", "", word) for word in name.lower().split()} - kinds for name in (one, other)
    )
    return bool(mine & theirs) and (mine <= theirs or theirs <= mine)


CHECK = Check(
    id="N4",
    title="Year, age, setting and authority, as recorded",
    severity=Severity.WARN,
    says="“{words}” differs from the record.",
    why="Old or foreign facts show that a text was carried over, and make the rest doubtful.",
    mend="Bring the text up to date, or mend the record.",
    sources=(SCHOOLS_WEEK,),
    find=find,
)
