"""N6: medicines by name, third people by name, and where the family lives."""

from __future__ import annotations

import re
from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import WRITTEN, Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK, SOMERSET
from goldenthread.casework.plan.checks.sheet import Sheet, texts
from goldenthread.casework.plan.language.names import own_words, third_people
from goldenthread.casework.plan.language.phrases import Span, every, pattern, phrases, remembered

MEDICINES = phrases(
    "methylphenidate", "ritalin", "concerta", "medikinet", "equasym", "xaggitin", "delmosart", "matoride", "tranquilyn",
    "dexamfetamine", "dexamphetamine", "lisdexamfetamine", "elvanse", "vyvanse", "adderall", "atomoxetine", "strattera",
    "guanfacine", "intuniv", "clonidine", "melatonin", "circadin", "slenyto",
    "risperidone", "aripiprazole", "abilify", "olanzapine", "quetiapine", "haloperidol", "chlorpromazine", "fluoxetine",
    "prozac", "sertraline", "citalopram", "escitalopram", "mirtazapine", "amitriptyline", "venlafaxine", "propranolol",
    "promethazine", "phenergan", "diazepam", "valium", "lorazepam", "clonazepam", "clobazam", "midazolam", "buccolam",
    "epistatus",
    "sodium valproate", "valproate", "epilim", "carbamazepine", "tegretol", "lamotrigine", "lamictal", "levetiracetam",
    "keppra", "topiramate", "phenytoin", "phenobarbital", "vigabatrin", "ethosuximide", "oxcarbazepine", "gabapentin",
    "pregabalin", "rufinamide", "zonisamide", "epidiolex", "cannabidiol",
    "salbutamol", "ventolin", "seretide", "symbicort", "montelukast", "prednisolone", "beclometasone", "clenil",
    "fluticasone", "insulin", "novorapid", "lantus", "metformin", "hydrocortisone", "levothyroxine", "growth hormone",
    "omeprazole", "lansoprazole", "ranitidine", "gaviscon", "movicol", "laxido", "lactulose", "senna", "domperidone",
    "baclofen", "botulinum toxin", "botox", "trihexyphenidyl", "glycopyrronium", "hyoscine",
    "paracetamol", "calpol", "ibuprofen", "nurofen", "codeine", "morphine", "oramorph", "amoxicillin", "penicillin",
    "azithromycin", "co amoxiclav", "flucloxacillin", "cetirizine", "piriton", "chlorphenamine", "loratadine", "epipen",
    "adrenaline", "jext", "desmopressin", "oxybutynin", "lithium", "creon", "trikafta", "kaftrio", "vitamin d drops",
    but=("lithium battery", "lithium batteries"),
)  # fmt: skip
_DOSE = re.compile(
    r"\b\d+(?:\.\d+)?\s?(?:mg|mcg|micrograms?|milligrams?|ml)\b(?!\s(?:of\s)?(?:water|milk|feed|formula))",
    re.IGNORECASE,
)
_POSTCODE = re.compile(
    r"\b(?:GIR ?0AA|[A-PR-UWYZ](?:\d{1,2}|[A-HK-Y]\d|[A-HK-Y]\d\d|\d[A-HJKS-UW]|"
    r"[A-HK-Y]\d[ABEHMNPRV-Y])\s?\d[ABD-HJLNP-UW-Z]{2})\b"
)
_STREET = re.compile(
    r"\b\d{1,3}[A-Za-z]?,?\s(?:[A-Z][a-z’']+\s){1,3}(?:Road|Street|Lane|Avenue|Close|Drive|Way|Crescent|Gardens|Court|"
    r"Place|Terrace|Grove|Walk|Row|Mews|Hill|Rd|St|Ave)\b"
)
_TELEPHONE = re.compile(r"(?<!\d)(?:\+44\s?|0)\d(?:[\s-]?\d){8,9}(?!\d)")
_EMAIL = re.compile(r"\b[\w.+-]{1,64}@[\w-]{1,64}\.[\w.]{1,64}\b")
_MAY_HOLD = re.compile(r"@|\+44|\b0\d|[A-Z]\d|\d\s?[A-Z]{2}|\d[A-Za-z]?,?\s[A-Z]")
_PLACES = (
    ("a postcode", _POSTCODE),
    ("an address", _STREET),
    ("a telephone number", _TELEPHONE),
    ("an e-mail address", _EMAIL),
)


@remembered
def spans(text: str) -> Iterator[Span]:
    """Medicines and doses, which a sentence alone can show."""
    found = list(MEDICINES.spans(text))
    yield from found
    if not found:
        yield from every(_DOSE, text)


def find(sheet: Sheet) -> Iterator[Found]:
    """Medicines, addresses and numbers in everything that was written, and people whom the plan need not name."""
    private = (
        pattern(*(re.escape(one).replace("\\ ", " ") for one in sheet.plan.private))
        if sheet.plan.private
        else None
    )
    own = own_words(sheet.plan)
    for kind, line in sheet.lines:
        written = line.id in sheet.written_set
        for name, words in texts(line):
            for span in spans(words) if written else ():
                yield on_line(kind.key, line, f"“{span.words}” is a medicine or a dose.", span, name)
            for span in every(private, words) if private else ():
                yield on_line(
                    kind.key, line, f"“{span.words}” is kept from somebody who reads this plan.", span, name
                )
            if kind.holds != "placement" and _MAY_HOLD.search(words):
                for what, places in _PLACES:
                    for span in every(places, words):
                        yield on_line(kind.key, line, f"“{span.words}” is {what}.", span, name)
            for span in third_people(words, own) if written else ():
                yield Found(
                    f"“{span.words}” is somebody whom the plan’s list of people does not have.",
                    kind.key,
                    line.id,
                    name,
                    span,
                    Severity.WARN,
                )


CHECK = Check(
    id="N6",
    title="Medicines, other people’s names, addresses",
    severity=Severity.BLOCK,
    says="“{words}” is a medicine or a dose.",
    why="A plan goes to many people and lasts for years. Medicines change; an address can put somebody in danger.",
    mend="Refer to the health care plan for medicines. Name others by what they are (“his brother”). Take addresses and "
    "numbers out.",
    sources=(SOMERSET, SCHOOLS_WEEK),
    reads=WRITTEN,
    spans=spans,
    find=find,
)
