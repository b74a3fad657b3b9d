"""The code sets. A set is dated: a code has a first and, where it went, a last return year.

Letters of work-based learning and of direct payments were in no source that could be had; those items are not held to a set.
"""

from __future__ import annotations

from dataclasses import dataclass

FIRST = 2023


@dataclass(frozen=True)
class Code:
    """One code of a set, and the return years in which it may stand."""

    code: str
    means: str
    since: int = FIRST
    until: int = 9999


def _set(*pairs: str, since: int = FIRST) -> tuple[Code, ...]:
    return tuple(Code(code, means, since) for code, _, means in (pair.partition(" ") for pair in pairs))


_ETHNIC = """
WBRI WCOR WENG WNIR WSCO WWEL WOWB WIRI WIRT WOTH WALB WBOS WCRO WGRE WGRK WGRC WITA WKOS WPOR WSER WTUR WTUK WTUC WEUR WEEU
WWEU WOTW WROM WROG WROR WROO MWBC MWBA MWAS MWAP MWAI MWAO ABRI AWEL MOTH MAOE MABL MACH MBOE MBCH MCOE MWOE MWCH MOTM AIND
APKN AMPK AKPA AOPK ABAN AOTH AAFR AKAO ANEP ASNL ASLT ASRO AOTA BBRI BWEL BCRB BAFR BANN BCON BGHA BNGN BSLN BSOM BSUD BAOF
BOTH BEUR BNAM BOTB CHNE CHKC CMAL CSNG CTWN COCH OOTH OAFG ORAB OARA OEGY OFIL OIRN OIRQ OJPN OKOR OKRD OLAM OLEB OLIB OMAL
OMRC OOEG OPOL OTHA OVIE OYEM REFU NOBT
"""

SETS: dict[str, tuple[Code, ...]] = {
    "collection": _set("SEN2 the person-level return"),
    "level": _set("L local authority"),
    "sex": _set("M male", "F female"),
    "gender": _set("M male", "F female", "1 male", "2 female", "0 not known", "9 not specified"),
    "ethnicity": tuple(Code(one, "") for one in _ETHNIC.split()),
    "upn reason": _set(
        "UN1 under 6 and no UPN yet",
        "UN2 never in a state-funded school in England",
        "UN3 educated outside England",
        "UN5 name or date of birth differs, so that no match is sure",
        "UN8 new to the authority, not yet known",
        "UN9 never in a state school or further education in England",
        "UN10 request closed before the UPN or ULN was known",
    ),
    "source": _set(
        "1 young person or parent",
        "2 school or other setting",
        "3 health care professional",
        "4 social care professional",
        "5 other",
    ),
    "request outcome": _set(
        "Y assess",
        "N do not assess",
        "A not decided yet",
        "W withdrawn or ended before a decision",
        "H decided before the period",
    ),
    "assessment outcome": _set(
        "Y issue a plan",
        "N do not issue a plan",
        "A not decided yet",
        "W withdrawn or ended before a decision",
        "H decided before the period, or by another authority",
    ),
    "residential": _set("A 38 to 51 weeks", "B 52 weeks"),
    "cease reason": _set(
        "1 greatest age",
        "2 needs met without a plan",
        "3 higher education",
        "4 paid employment",
        "5 transferred to another authority",
        "6 no longer wishes to engage",
        "7 moved outside England",
        "8 deceased",
        "9 other",
    ),
    "setting": _set(
        "OLA other, arranged by the authority",
        "OPA other, arranged by parents",
        "EHE elective home education",
        "EYP early years provider without URN",
        "OTH other, also a type named but no setting",
        "NEET not in education, employment or training",
        "NIEC notice to cease issued",
        "NIEO not in education, other",
    ),
    "rank": _set("1 first", "2 second"),
    "review outcome": _set("M maintain", "A amend", "C cease"),
    "need": (
        *_set(
            "SPLD specific learning difficulty",
            "MLD moderate learning difficulty",
            "SLD severe learning difficulty",
            "PMLD profound and multiple learning difficulty",
            "SEMH social, emotional and mental health",
            "SLCN speech, language and communication",
            "HI hearing impairment",
            "VI vision impairment",
            "MSI multi-sensory impairment",
            "PD physical disability",
            "ASD autistic spectrum disorder",
            "OTH other difficulty",
        ),
        Code("DS", "Down syndrome", since=2025),
    ),
}
OPEN_SETS = {("setting", 2023): "the codes of 2023 differed and are not known here"}
"""Sets that cannot be held to in a year, and why: a value outside them is asked about, not refused."""


def codes_of(name: str, year: int) -> dict[str, str]:
    """The codes of a set that may stand in a return year, with their meanings."""
    return {one.code: one.means for one in SETS[name] if one.since <= year <= one.until}
