"""What the invented area is put together from: syllables, schools and services. None is anybody’s name."""

FIRST = [
    "Al",
    "Bren",
    "Cor",
    "Da",
    "El",
    "Fen",
    "Ga",
    "Hol",
    "Is",
    "Jo",
    "Kel",
    "Lu",
    "Mar",
    "Nor",
    "Or",
    "Pel",
    "Quin",
    "Ro",
    "Sa",
    "Tam",
    "Ur",
    "Vel",
    "Wil",
    "Yas",
    "Zan",
]
SECOND = [
    "a",
    "an",
    "by",
    "co",
    "den",
    "el",
    "fin",
    "i",
    "ka",
    "la",
    "lin",
    "mi",
    "na",
    "o",
    "ra",
    "ren",
    "ri",
    "ta",
    "vi",
    "yn",
]
FAMILY = [
    "Ash",
    "Birch",
    "Cald",
    "Dun",
    "Elm",
    "Fair",
    "Glen",
    "Harrow",
    "Ing",
    "Kest",
    "Lark",
    "Mill",
    "North",
    "Oak",
    "Pem",
    "Quarr",
    "Rook",
    "Stan",
    "Thorn",
    "Under",
    "Wex",
    "Yar",
]
ENDING = [
    "bourne",
    "by",
    "combe",
    "dale",
    "den",
    "field",
    "ford",
    "ham",
    "ley",
    "more",
    "stow",
    "ton",
    "well",
    "wick",
    "worth",
]


def _places(kind: str, count: int, first: int) -> tuple[str, ...]:
    """Names of so many places of a kind, put together as surnames are."""
    numbers = range(first, first + count)
    return tuple(
        f"{FAMILY[number % len(FAMILY)]}{ENDING[number * 7 % len(ENDING)]} {kind}" for number in numbers
    )


NURSERIES = ("Little Acorns Nursery", *_places("Nursery", 7, 0))
PRIMARY = ("Oakbank Primary School", "Riverside Primary School", *_places("Primary School", 38, 5))
SECONDARY = ("Northfield Academy", "Harbour High School", *_places("Academy", 10, 50))
COLLEGES = ("Brookvale Sixth Form College", *_places("College", 3, 65))
SPECIAL = ("The Willows Special School", *_places("Special School", 5, 70))
SCHOOLS = NURSERIES + PRIMARY + SECONDARY + COLLEGES + SPECIAL
ROADS = (
    "Larkbourne Road",
    "Kiln Street",
    "Harbour Lane",
    "Oakcombe Close",
    "Mill Rise",
    "Fairley Gardens",
    "Thornwick Way",
)
TOWN = "Millbourne"
POSTCODE = "ZZ99"
"""No real postcode begins with it."""
LANGUAGES = (
    "Polish",
    "Punjabi",
    "Urdu",
    "Romanian",
    "Kurdish",
    "Arabic",
    "British Sign Language",
    "Gujarati",
)
TIES = (
    ("mother", "father"), ("mother", "father"), ("mother", "father"), ("father", "mother"), ("mother", "step-parent"),
    ("grandparent", "grandparent"), ("foster-carer", "foster-carer"), ("guardian", "parent"),
)  # fmt: skip
ABOUT = ("Sections B, F and I", "Section I alone", "Sections B and F", "Sections B, F, G and I")
CAUSES = (
    "psychology",
    "psychology",
    "health",
    "education",
    "workers",
    "workers",
    "writing",
    "placement",
    "family",
)
BODIES = (
    ("education", "The child’s school"),
    ("psychology", "Educational psychology service"),
    ("medical", "Community paediatrics"),
    ("social-care", "Children’s social care"),
    ("requested", "Speech and language therapy"),
)

NEEDS = ("ASD", "SEMH", "SLCN", "MLD", "SPLD", "PD", "SLD", "HI", "VI", "PMLD", "DS", "OTH", "MSI")
NEED_WEIGHTS = (34, 22, 21, 8, 4, 4, 3, 2, 1, 1, 1, 2, 1)
ETHNICITIES = ("WBRI", "APKN", "AIND", "BAFR", "BCRB", "MWBC", "WOTH", "OOTH", "MOTH", "REFU")
ETHNIC_WEIGHTS = (58, 9, 8, 6, 4, 5, 5, 2, 2, 1)
"""Of the invented area: neither is anybody's figure."""
