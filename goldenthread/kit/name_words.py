"""Words that tell names of people from other words. The long lists are files in words/, with their sources in words/SOURCES.md.

A word is compared in small letters and without accents, as the lists hold it.
"""

from __future__ import annotations

from functools import cache
from pathlib import Path
from typing import NamedTuple

WORDS = Path(__file__).with_name("words")
COMMONEST = 2_000
"""So many of the commonest given names are known when written small."""
OFTEN, VERY_OFTEN = 12_000, 1_000
"""So many of the commonest surnames are known alone; and beside a given name, when both are words too."""


def word_set(text: str) -> frozenset[str]:
    """The words of a text, each once."""
    return frozenset(text.split())


class Lists(NamedTuple):
    """The long lists, each word once."""

    given: frozenset[str]
    common: frozenset[str]
    surnames: frozenset[str]
    often: frozenset[str]
    very_often: frozenset[str]
    english: frozenset[str]
    """Words of plain English and of the field: with a capital they begin something, but seldom a person."""
    proper: frozenset[str]
    """Words that have a capital and are no person's: languages, peoples, makes."""
    places: frozenset[str]
    """Towns and districts, some of two or three words."""
    no_person: frozenset[str]
    """Both of these."""


@cache
def lists() -> Lists:
    """The long lists, read when they are first asked for."""
    given, surnames, english, proper, places, field = (
        (WORDS / f"{name}.txt").read_text(encoding="utf-8").splitlines()
        for name in ("given_names", "surnames", "english", "proper", "places", "field")
    )
    words = (frozenset(english) | frozenset(field) | COMMON) - ALWAYS_NAMES
    return Lists(
        given=frozenset(given), common=frozenset(given[:COMMONEST]) - words, surnames=frozenset(surnames),
        often=frozenset(surnames[:OFTEN]), very_often=frozenset(surnames[:VERY_OFTEN]), english=words,
        proper=frozenset(proper), places=frozenset(places), no_person=frozenset(proper) | frozenset(places),
    )  # fmt: skip


ALWAYS_NAMES = word_set("""
jack harry lily ruby max holly poppy daisy phoebe mason jasmine john billy bobby maria eve jay sonny peter jasper tom josh
felicity savannah bonnie lee martin kitty jimmy amir tony sally barney terry maxim noel woody shah pixie dolly buddy tommy jerry
kelly jenny molly polly nancy mickey mick dick bob rob ben sam jill joseph sheila oscar hugo henry
""")
"""Given names that the dictionary has as words, and that are nobody's but a person's when they have a capital."""
TITLES = word_set("mr mrs ms miss mx dr prof professor cllr councillor sir dame master rev reverend")
NOT_PEOPLE = word_set("""
academies academy access act award awards action active agency alliance annual appeal approach area assembly assessment
association authority autism board boards borough bridge building bulletin business care careers centre centres chair chamber
chapter charity charter children chief church city clinic clinical club code college colleges combined commission commissioner
commissioning committee community conference constituency consortium consultants contract council councillors counties county
court criteria dashboard date day deaf decision department designated development digest diocese direct director directorate
directory disability district drive early east education educational embankment england england's english entertainment
evaluation evidence executive facebook families family federation festival finding forum foundation framework fund funding
gardens general george's gov government green group groups guidance hall head health high home hospital house hub hubs
improvement inclusion infant information initiative inquiry inspection inspectorate instagram institute integrated internet
judge junior justice lane learners learning library limited lead leads local lodge ltd manager mainstream map market medical
meeting mental ministry minister model mosque museum national needs network neighbourhood newsletter north nursery obe
occupational ofsted offer office officer officers operations organisation outreach panel paper parade parent parents parish park
parliament partners partnership partnerships pathway pilot plan plans plc policy portal practice primary priorities priority
programme project protocol provider public publications quality region regional register regulations report representative
review road royal rural saint school schools scrutiny secondary secretary section senior service services sixth social society
south special specialist speech square st standards station statement statutory strategic strategy street studio support survey
system systems team teams temple test theatre therapy tier toolkit town training transition transport tribunal trust trustees
union unit university upon upper urban valley village voice volunteer wales ward website week west working workshop works
workstream year yearbook youth zone
""")
"""Words that make a row of capitals the name of a body, a place, a paper or a post."""
CALENDAR = word_set("""
monday tuesday wednesday thursday friday saturday sunday january february march april may june july august september october
november december easter christmas ramadan eid diwali spring autumn winter
""")
COMMON = word_set("""
baby ask asks try tell told ring send sent met a about above across after again against all almost already also although always
am an and another any anyone are around as at available away back based be because become been before began behind being below
best better between big both but by call can change changed changes clear coming could current dear did do does doing done down
during each easy either else end enough even ever every everybody everyone everything example few find finish first five
following for four from full further get getting give given go going good had half hard has have having he hear help her here
hers herself him himself his hold how however i if impact important in include including inside instead into is it its itself
just keep key kind know known large last late later least less let like likely list little long look made main make making many
maybe me meet might mine more most much must my myself near nearly need never new next nine no nobody none nor not note nothing
now number of off often on once one only open or other others our ours out outcome outcomes outside over overall own page part
people per perhaps place please possible present progress put question questions quite rather read really right said same saw
say second see seen seven several shall she should show since six so some somebody someone something sometimes soon still such
sure table take ten than that the their theirs them then there these they thing third this those though three through thus time
to today together told tomorrow too total toward two under until up us use used using usual very wait waiting want was way we
well went were what whatever when whenever where whether which while who whole whom whose why will with within without work
would yes yesterday yet you your yours yourself speak speech language occupational therapist therapy physio assistant teacher
teachers teaching classroom pupil pupils child mother father mum dad son daughter brother sister carer carers contact email
telephone phone address name names born aged thank thanks welcome summary purpose background introduction conclusion
recommendations recommendation appendix contents figure measure measures target targets baseline owner due start status
delivered delivery completed complete overdue closed risk risks
""")
PERSON_VERBS = word_set("""
said says told asked explained felt feels likes loves enjoys lives lived attends attended struggles struggled wants wanted has
had was is needs started started moved joined left missed waited waits cried cries speaks talks goes went became received
receives turned does can cannot loved enjoyed hated hates needed
""")
NAMES_TOO = word_set("will may")
"""Given names among the words that only begin a sentence: they count before what can only be a surname."""
SURNAMES_TOO = word_set("chambers church day green hall judge north temple ward west")
"""Surnames among the words that make the name of a body: they count after what can only be a given name."""
SURE_VERBS = PERSON_VERBS - word_set(
    "has had was is needs started joined left turned became moved went does can cannot missed needed received"
)
"""What nothing but people do."""
RATINGS = word_set(
    "amber green red art christian star junior prince princess duke dean royal major sunny reading roma amazon"
)
"""Given names that stand with a capital for something else more often than for somebody."""
