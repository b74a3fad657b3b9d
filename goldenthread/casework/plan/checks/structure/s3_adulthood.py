"""S3: from year 9 on, something prepares for adulthood."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity
from goldenthread.casework.plan.checks.references import ESSEX, regulation
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.language.phrases import phrases

FROM_YEAR = 9
PREPARES = phrases(
    r"(?:prepare|prepares|preparing|preparation|ready) for (?:adulthood|adult life|work|employment|independen\w+)",
    "adulthood", r"independent living",
    r"independence skills", r"life skills", r"careers?", r"work experience", r"supported internship", r"apprenticeship",
    r"travel training", r"independent travel", r"employment", r"vocational",
    r"budgeting", r"(?:own|supported) (?:home|housing|accommodation|tenancy)", r"job coach\w*", r"university",
    r"independently (?:travel|cook|shop|live)", r"cook(?:ing|ery)?", r"money skills",
    r"(?:manage|manages|managing) (?:his|her|their) (?:own )?(?:money|medicines?|home|health)",
)  # fmt: skip


def find(sheet: Sheet) -> Iterator[Found]:
    """One finding for a plan from year 9 on in which no provision prepares for adulthood."""
    if sheet.year_group < FROM_YEAR or not sheet.provision:
        return
    serving = {line.id for _, line in sheet.outcomes if line.adulthood}
    for _, line in sheet.provision:
        if line.prepares_for_adulthood or serving & set(line.outcomes) or PREPARES.found(line.text):
            return
    yield Found(
        "No provision prepares for adulthood and independent living.",
        next(kind.key for kind, _ in sheet.provision),
    )


CHECK = Check(
    id="S3",
    title="Preparing for adulthood, from year 9 on",
    severity=Severity.BLOCK,
    says="No provision prepares for adulthood.",
    why="In or beyond year 9 the plan must include provision that prepares for adulthood and independent living.",
    mend="Add what prepares for work, living, friends and health, from the advice under letter (g).",
    sources=(regulation("12(3)"), ESSEX),
    find=find,
)
