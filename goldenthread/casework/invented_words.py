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
NURSERIES = ("Little Acorns Nursery", "Harbour Lane Nursery")
PRIMARY = (
    "Oakbank Primary School", "Riverside Primary School", "St Botolph’s Primary School", "Hollow Lane Primary School",
    "Kiln Street Primary School",
)  # fmt: skip
SECONDARY = ("Northfield Academy", "Castle Street School", "Harbour High School")
COLLEGES = ("Brookvale Sixth Form College", "Millbourne College")
SPECIAL = ("The Willows Special School", "Larkmead Special School")
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
