"""N5: paragraphs that stand word for word in other plans."""

from __future__ import annotations

from collections.abc import Iterator

from goldenthread.casework.plan.checks.check import Check, Found, Severity, on_line
from goldenthread.casework.plan.checks.identity import n1_wrong_child
from goldenthread.casework.plan.checks.references import SCHOOLS_WEEK
from goldenthread.casework.plan.checks.sheet import Sheet
from goldenthread.casework.plan.guard.index import key_of
from goldenthread.casework.plan.guard.shingles import print_of
from goldenthread.casework.plan.language.names import child_words
from goldenthread.casework.plan.language.phrases import Span


def find(sheet: Sheet) -> Iterator[Found]:
    """Each paragraph that as many other plans have as the area’s limit says, and how many."""
    if sheet.caseload is None:
        return
    key, names = key_of(sheet.plan.child), child_words(sheet.plan)
    for kind, line in sheet.written:
        found = print_of(line.text, names) if kind.holds not in {"papers", "placement"} else None
        if not found or line.text.strip() in sheet.limits.boilerplate:
            continue
        whole, nearly = sheet.caseload.plans_with(found, key)
        if nearly >= sheet.limits.copies:
            how = "word for word" if whole >= sheet.limits.copies else "nearly word for word"
            yield on_line(
                kind.key,
                line,
                f"This paragraph stands {how} in {max(whole, nearly)} other plans.",
                Span(0, len(line.text), line.text),
            )


CHECK = Check(
    id="N5",
    title="The same paragraph in other plans",
    severity=Severity.WARN,
    says="This paragraph stands in other plans.",
    why="One sentence was found 40 times in 10 plans of one area. What fits every child was written for none.",
    mend="Write what the advice says about this child. Where the words are rightly the same everywhere, list them as "
    "standing text.",
    sources=(SCHOOLS_WEEK,),
    find=find,
    cannot=n1_wrong_child.cannot,
)
