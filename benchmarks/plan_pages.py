"""The plan editor's page with a large plan in it, and a thousand plans as tagged PDFs on two cores.

The weight is of the page as it is sent, before any compression, with its style sheet and scripts beside it: what a worker's
browser reads. Run: make bench (PAPERS=50 for a quick one).
"""

from __future__ import annotations

import json
import os
import sys
import time
from concurrent.futures import ProcessPoolExecutor
from datetime import date
from gzip import compress
from io import BytesIO
from typing import Any

PAPERS = int(os.environ.get("PAPERS", "1000"))
MOST_WEIGHT, MOST_MS_A_PAGE = 150_000, 300
SAMPLED = 20
"""One paper in so many has its pages counted."""


def said(name: str, words: str, held: bool) -> bool:
    """Print one figure and whether its bound held."""
    print(f"{name:<34} {words}{'' if held else '   BROKEN'}", flush=True)
    return held


def large_case(worker: Any) -> Any:
    """A case whose plan has 20 needs, 60 provisions and 12 pieces of advice."""
    from goldenthread.casework.actions.allocating import allocate
    from goldenthread.casework.actions.opening import open_case
    from goldenthread.casework.actions.recording import record_event
    from goldenthread.casework.models import Advice, PlanText
    from goldenthread.casework.plan.generator import invented_plans
    from goldenthread.casework.plan.writing import plan_data
    from goldenthread.partners.models import Organisation
    from goldenthread.people.models import Child

    plan = next(iter(invented_plans(1, seed=11, needs=20, provision=60, advice=12)))
    child = Child.objects.create(
        given_names=plan.child.given_names, family_name=plan.child.family_name, born_on=plan.child.born_on
    )
    day, council = date(2026, 9, 1), Organisation.objects.create(name="A council", kind="council")
    case = open_case(child=child, authority=council, team=None, kind="request-received", occurred_on=day, facts={"by": "parent"},
                     on=day, by=None)  # fmt: skip
    allocate(cases=[case], worker=worker, on=day, by=None)
    record_event(case=case, kind="assessment-agreed", occurred_on=day, on=day, by=None)
    text = json.dumps(plan_data(plan)["sections"])
    for one in plan.advice:
        facts = {"of": "other", "body": one.body or one.id}
        request = record_event(
            case=case, kind="advice-requested", occurred_on=day, facts=facts, on=day, by=None
        )
        kept = Advice.objects.create(
            case=case, request=request, letter=one.kind, body=one.body or one.id, state="in", author=one.author, role=one.role,
            dated_on=one.dated_on, received_on=one.received_on or day,
            paragraphs=[[part.number, part.text, list(part.tags)] for part in one.paragraphs] or [[1, "Nothing", []]],
        )  # fmt: skip
        text = text.replace(f'"advice": "{one.id}"', f'"advice": "{kept.key}"')
    PlanText.objects.create(case=case, sections=json.loads(text), next_line=1_000)
    return case


def editor() -> bool:
    """The heaviest page of the editor: the section with all the provision."""
    from django.conf import settings
    from django.contrib.auth import get_user_model
    from django.test import Client
    from django.utils import timezone

    from goldenthread.accounts.models import RoleHolding
    from tests.readers import sign_in

    worker = get_user_model().objects.create_user("worker@example.org", "A worker")
    RoleHolding.objects.create(user=worker, role="caseworker", starts_on=timezone.localdate())
    case, client, held = large_case(worker), sign_in(Client(), worker), True
    line = case.plan_text.sections["F"]["lines"][0]["id"]
    for name, path in (("sections/F/", "sections/F/"), ("one line of provision", f"lines/{line}/")):
        answer = client.get(f"/casework/cases/{case.public_id}/plan/{path}")
        if answer.status_code != 200:
            sys.exit(f"{path} answered {answer.status_code}")
        whole, packed = len(answer.content), len(compress(answer.content))
        words = f"{whole / 1000:.0f} kB, {packed / 1000:.0f} kB compressed"
        held &= said(f"plan editor, {name}", words, whole < MOST_WEIGHT)
    folder = settings.BASE_DIR / "build" / "static" / "kit" if hasattr(settings, "BASE_DIR") else None
    if folder and folder.exists():
        beside = sum(
            len(compress((folder / one).read_bytes())) for one in ("golden-thread.css", "htmx.min.js")
        )
        said("style sheet and script, once", f"{beside / 1000:.0f} kB compressed", True)
    return held


def papers(numbers: range) -> tuple[int, int]:
    """How many papers were made, and how many pages a sample of them has, all told for the whole."""
    import django

    django.setup()
    from pypdf import PdfReader

    from goldenthread.casework.models import PlanVersion
    from goldenthread.casework.plan.generator import ON, invented_plans
    from goldenthread.casework.plan_papers import Rendering, plan_paper
    from goldenthread.casework.queries.plan_readers import PlanReader
    from goldenthread.kit.documents import as_pdf

    pages = counted = 0
    reader = PlanReader("anybody", "anybody", frozenset())
    for place, plan in enumerate(invented_plans(len(numbers), seed=numbers.start)):
        version = PlanVersion(number=1, stage="final", sha256="0" * 64, issued_on=ON)
        data = as_pdf(plan_paper(Rendering(version, reader, plan, {})))
        if place % SAMPLED == 0:
            pages, counted = pages + len(PdfReader(BytesIO(data)).pages), counted + 1
    return len(numbers), round(pages / counted * len(numbers))


def all_papers() -> bool:
    """A thousand plans on two cores."""
    half = PAPERS // 2
    began = time.perf_counter()
    with ProcessPoolExecutor(2) as pool:
        made = list(pool.map(papers, (range(half), range(half, PAPERS))))
    spent, pages = time.perf_counter() - began, sum(pages for _, pages in made)
    each = spent * 1000 / pages
    return said(
        f"{PAPERS:,} plans as PDF/UA",
        f"{spent:.0f} s, {pages:,} pages, {each:.1f} ms a page",
        each < MOST_MS_A_PAGE,
    )


def main() -> None:
    """Make the data, measure, say what held."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    os.environ.setdefault("SECRET_KEY", "benchmark-only-secret-key-of-fifty-characters-or-more")
    os.environ.setdefault("HTTPS", "0")
    import django

    from goldenthread.config import postgres

    if not os.environ.get("DATABASE_URL"):
        postgres.ensure_running()
    django.setup()
    from django.conf import settings
    from django.test.utils import get_runner, setup_test_environment

    held = all_papers()
    setup_test_environment()
    runner = get_runner(settings)(verbosity=0, interactive=False)
    databases = runner.setup_databases()
    try:
        held &= editor()
    finally:
        runner.teardown_databases(databases)
    if not held:
        sys.exit("a bound was broken")
    print("every bound held")


if __name__ == "__main__":
    main()
