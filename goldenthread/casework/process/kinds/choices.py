"""The answers that events choose from."""

from __future__ import annotations

CAUSES = (
    ("psychology", "Advice of an educational psychologist came late"),
    ("health", "Health advice came late"),
    ("social-care", "Social care advice came late"),
    ("education", "Advice of the school or setting came late"),
    ("workers", "Not enough caseworkers, or a worker was away"),
    ("decision", "Waiting for a panel or a manager"),
    ("writing", "Writing or correcting the plan"),
    ("placement", "Finding or consulting a school or college"),
    ("family", "The family asked for more time"),
    ("other", "Something else"),
)
"""What holds cases up. None of these is a lawful exception: those are recorded as such."""
BY = (
    ("parent", "A parent"), ("young-person", "The young person"), ("school", "A school or college"),
    ("health", "A health professional"), ("social-care", "Social care"), ("other", "Somebody else"),
)  # fmt: skip
ADVICE = (
    ("education", "Education: the school, college or early years setting"), ("medical", "Medical: health"),
    ("psychology", "Psychology: an educational psychologist"), ("social-care", "Social care"),
    ("adulthood", "Preparing for adulthood (year 9 and after)"), ("vision-hearing", "Vision or hearing teacher"),
    ("defence", "Ministry of Defence: a parent serves"), ("requested", "Somebody the family asked for"),
    ("family", "The child’s parent or the young person"), ("other", "Anybody else we think fit"),
)  # fmt: skip
EXCEPTIONS = (
    ("X-A", "The school or college was closed for 4 weeks or more"),
    ("X-B", "The early years setting was closed for 4 weeks or more"),
    ("X-C", "Exceptional personal circumstances"),
    ("X-D", "Away from the area for 4 weeks or more"),
)
ORDERS = (
    ("assess", "Assess or re-assess"), ("make", "Make a plan"), ("reconsider", "Think again"),
    ("amend", "Change the plan"), ("name", "Change the school or type only"), ("continue", "Keep the plan"),
    ("continue-amend", "Keep the plan and change it"),
    ("dismiss", "Appeal dismissed"),
)  # fmt: skip
ISSUES = (
    ("education", "Education, social care or both"),
    ("health", "Health alone"),
    ("both", "Education and health"),
)
AGREED = (
    ("nothing", "Nothing"),
    ("other", "Something that could not be appealed"),
    *(
        (key, f"As if ordered: {words[:1].lower()}{words[1:]}")
        for key, words in ORDERS
        if key not in ("dismiss", "continue")
    ),
)
