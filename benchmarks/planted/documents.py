"""Invented documents with people's traces planted in them, and as many without. Nobody in them is real.

Two sets that share no sentence, no body and hardly a name. TRAIN was looked into while the gate was made. HELD_OUT was not, but
its totals were seen three times and two changes followed them, so it is no clean test. Its names are those of the SEN2 generator,
which was written before the gate, and a second list. A third set, FRESH, stands in fresh.py: it is by a hand that had not seen
the gate, and its first figures are a clean test, until somebody tunes the gate after reading it.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from random import Random

from goldenthread.evidence.publishing.parts import Document, Figure, Heading, Paragraph, Part, PlanLine, Table
from goldenthread.kit.identifiers import is_nhs_number
from goldenthread.sen2.checks.person.upn import check_letter
from goldenthread.sen2.generating.persons import FORENAMES, SURNAMES


@dataclass(frozen=True)
class Set:
    """What one half of the documents is made of."""

    forenames: tuple[str, ...]
    surnames: tuple[str, ...]
    naming: tuple[str, ...]
    telling: dict[str, tuple[str, ...]]
    clean: tuple[str, ...]
    actions: tuple[str, ...]


@dataclass(frozen=True)
class Planted:
    """A document and what was planted in it: kind and words."""

    document: Document
    planted: tuple[tuple[str, str], ...]


def _words(text: str) -> tuple[str, ...]:
    return tuple(text.split())


MONTHS = _words("January February March April May June July August September October November December")
QUARTERS = (("Spring 2025", "112"), ("Summer 2025", "97"))
TRAIN = Set(
    _words("Amira Oliver Sukhdeep Chloe Tomasz Zofia Kwabena Jayden Niamh Ibrahim Xiu Bethany Ngozi Lachlan Marguerite"),
    _words("Grzyb Harcastle Osei Dhaliwal O’Rourke Smith Bhogal Whittingham Nakamura Petrov Al-Sayed Brathwaite Cattermole"),
    (
        "We spoke with {full} on Tuesday about the delay.",
        "{first} told us that the taxi never comes on time.",
        "The lead officer for this action is {title} {last}.",
        "For my son {first}, nothing has changed since the summer.",
        "{first}’s mum waited nine months for an answer.",
        "Case study: {full}, aged 9, moved to a new school in May.",
        "The meeting was chaired by {full} and ended at noon.",
    ),
    {
        "a UPN": ("The pupil with UPN {0} was left out of the count.", "{0} was sent twice."),
        "an NHS number": ("Her NHS number is {0}.", "Referral {0} was refused."),
        "a date of birth": ("Date of birth: {0}.", "The child was born on {0}."),
        "a postcode": ("The family moved to {0} in June.", "Home address: 12 Mill Road, {0}."),
        "an e-mail address": ("Write to {0} for the letter.", "Sent by {0} last week."),
        "a telephone number": ("Her mother can be reached on {0}.", "Tel: {0}"),
    },
    (
        "In March 2024 the partnership agreed a new pathway with the Royal Wolverhampton NHS Trust.",
        "Of 1,240 plans, 68% were finished within 20 weeks, against 50.3% in England.",
        "The Department for Education and NHS England visited in November 2023.",
        "Parents said that letters are easier to read than they were.",
        "The Black Country Integrated Care Board pays for speech and language therapy.",
        "Reference 2024/001873 was closed on 4 July 2025 by the SEND Partnership Board.",
        "Schools such as Penn Fields School and Tettenhall Wood School took part.",
        "Voice4Parents ran four workshops, and 86 people came.",
        "The Children and Families Act 2014 gives 20 weeks; the Code of Practice explains why.",
        "Waiting times fell from 31 weeks to 22 weeks between January and September.",
    ),
    ("Publish the new letters and test them with parents", "Appoint two educational psychologists by July 2025",
     "Agree the neurodevelopmental pathway with the ICB", "Train 40 SENCOs in writing advice"),
)  # fmt: skip
HELD_OUT = Set(
    (*FORENAMES, "Ottoline", "Jaskaran", "Przemysław", "Siobhán", "Tariq", "Blessing", "Dwayne", "Keziah", "Yi-Ling", "Aurélie"),
    (*SURNAMES, "Featherstonehaugh", "Sandhu",
     "Wójcik", "Ní Dhomhnaill", "Abiola", "De Souza", "Onyango", "MacAskill", "Ezekiel"),
    (
        "Thank you to {full} for letting us tell this story.",
        "A parent, {full}, wrote that the plan arrived eleven weeks late.",
        "According to {full}, the review took place without the school.",
        "When {first} started at nursery, nobody had read the plan.",
        "{title} {last} will bring the paper to the next board.",
        "Our daughter {first} has been at home since Easter.",
        "{first} is 14 and wants to be an electrician.",
        "Signed: {full}",
        "The young person in this example ({full}) agreed to take part.",
        "Staff helped {full} to visit three colleges before choosing.",
    ),
    {
        "a UPN": ("See record {0} for the reason.", "Unique pupil number {0}, now on roll elsewhere."),
        "an NHS number": ("Health record no. {0} was merged in error.", "Patient {0} had been discharged."),
        "a date of birth": ("DOB {0}, year 6.", "She was born {0} and is on the waiting list."),
        "a postcode": ("Transport collects from {0} at eight.", "Two households in {0} asked for mediation."),
        "an e-mail address": ("Contact {0} with questions.", "The complaint came from {0}."),
        "a telephone number": ("Please ring {0} after five.", "Mobile {0}, no answer."),
    },
    (
        "Sandwell Children’s Trust and Walsall Healthcare NHS Trust share the new protocol.",
        "Inspectors from Ofsted and the Care Quality Commission returned in June 2025.",
        "The First-tier Tribunal registered 113 appeals in the year to August 2025.",
        "By autumn 2026 the backlog of 412 assessments should be cleared.",
        "Young people from the HY5 forum rewrote the letters in plain words.",
        "Attendance at special schools rose to 88.4%, which is 1,903 of 2,153 pupils.",
        "The Stronger Together Strategy runs from September 2024 to July 2027.",
        "Budget code 4417702385 pays for short breaks at Northfield Resource Base.",
        "Minutes of the Health and Wellbeing Board (item 7) record the decision.",
        "Families told us that they want one person to ring, not six.",
        "Compass Education Partnership hosts the Designated Clinical Officer for three boroughs.",
        "Under regulation 13 of the SEND Regulations 2014, the limit is 20 weeks.",
    ),
    ("Recruit a second Designated Social Care Officer", "Move panel meetings from monthly to weekly",
     "Commission an independent review of quality of advice", "Write to every family whose review is overdue"),
)  # fmt: skip


def documents(of: Set, count: int, seed: int, *, with_people: bool) -> Iterator[Planted]:
    """So many documents; each with people has one name and two other traces, in paragraphs, cells or actions."""
    random = Random(seed)  # noqa: S311 (nothing secret: the same documents are wanted again)
    for number in range(count):
        planted = _planted(of, random) if with_people else []
        yield Planted(_document(of, random, number, [text for _, _, text in planted]),
                      tuple((kind, words) for kind, words, _ in planted))  # fmt: skip


def _planted(of: Set, random: Random) -> list[tuple[str, str, str]]:
    first, last = random.choice(of.forenames), random.choice(of.surnames)
    sentence = random.choice(of.naming)
    title = random.choice(("Mrs", "Mr", "Dr", "Ms"))
    said = sentence.format(first=first, last=last, title=title, full=f"{first} {last}")
    found = [("a person’s name", first if "{first}" in sentence else last, said)]
    for kind in random.sample(sorted(of.telling), 2):
        value = _value(kind, random)
        found.append((kind, value, random.choice(of.telling[kind]).format(value)))
    return found


def _value(kind: str, random: Random) -> str:
    match kind:
        case "a UPN":
            digits = "".join(random.choices("0123456789", k=12))
            return check_letter(digits) + digits
        case "an NHS number":
            number = _nhs(random)
            spaced = [f"{number[:3]}{mark}{number[3:6]}{mark}{number[6:]}" for mark in " -"]
            return random.choice([number, *spaced])
        case "a date of birth":
            day, month, year = random.randint(1, 28), random.randint(1, 12), random.randint(2004, 2023)
            numbers = f"{day}/{month:02}/{year}", f"{year}-{month:02}-{day:02}"
            return random.choice([*numbers, f"{day} {MONTHS[month - 1]} {year}"])
        case "a postcode":
            area, gap = random.choice(("WV", "B", "DY", "WS", "SW", "M")), random.choice((" ", ""))
            letters = "".join(random.choices("ABDEFGHJLNPQRSTUWXYZ", k=2))
            return f"{area}{random.randint(1, 16)}{gap}{random.randint(1, 9)}{letters}"
        case "an e-mail address":
            name, host = (
                random.choice(("sunny", "the.family", "j_k", "mum+of3")),
                random.choice(("org", "co.uk")),
            )
            return f"{name}{random.randint(1, 99)}@mail.example.{host}"
    tail = "".join(random.choices("0123456789", k=6))
    return random.choice([f"{head}{tail}" for head in ("07700 ", "07700", "01902 ", "+44 7700 ", "(01902) ")])


def _nhs(random: Random) -> str:
    while True:
        number = "".join(random.choices("456789", k=1) + random.choices("0123456789", k=9))
        if is_nhs_number(number):
            return number


def _document(of: Set, random: Random, number: int, planted: list[str]) -> Document:
    sentences = random.sample(of.clean, 7)
    parts: list[Part] = [
        Heading("What we did"),
        *(Paragraph(f"p{place}", text) for place, text in enumerate(sentences)),
    ]
    parts.append(
        Figure(
            "f", "Plans finished in 20 weeks", "68.0%", 843, 1240, "Plans finished in the year", "2025-06-30"
        )
    )
    parts.append(
        Table(
            "t",
            "Requests by quarter",
            ["Quarter", "Children"],
            [["Spring 2025", "112"], ["Summer 2025", "97"]],
            True,
        )
    )
    parts += [
        PlanLine(f"a{place}", "1", f"1.{place}", text, "2025-07-31", "2025-07-31", "On track", "Head of SEND")
        for place, text in enumerate(random.sample(of.actions, 3), 1)
    ]
    for place, text in enumerate(planted):
        parts.insert(random.randrange(1, len(parts)), _hiding_place(random, place, text))
    return Document(
        "progress-report",
        f"Progress report {number}",
        "Invented Borough",
        "2025-06-30",
        parts,
        is_synthetic=True,
    )


def _hiding_place(random: Random, place: int, text: str) -> Part:
    match random.randrange(3):
        case 0:
            return Paragraph(f"planted-{place}", text)
        case 1:
            return PlanLine(f"planted-{place}", "2", f"2.{place}", text, "", "", "On track")
    return Table(f"planted-{place}", "What was said", ["Where", "Words"], [["Meeting in May", text]])
