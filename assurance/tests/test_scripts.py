"""S10: payloads in every text that people type, and a real browser that draws every page: none of them runs."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from typing import Any

import pytest
import time_machine
from django.core.cache import cache
from django.test import Client
from playwright.sync_api import Browser, Error, Page

from assurance.amount import times
from assurance.tests import everything, payloads
from assurance.tests.poisoned import Filled, fill
from tests.access import table
from tests.casework import world
from tests.journeys import pages
from tests.readers import sign_in

pytestmark = pytest.mark.browser
WITHOUT_PAGE = "ERR_HTTP_RESPONSE_CODE_FAILURE"
"""An address that only takes forms answers 405 and no words."""
OUTSIDE = re.compile(rf"//{re.escape(payloads.PLACE)}/")
LEFT = """() => {
    for (const one of document.querySelectorAll('details')) one.open = true;
    const found = [];
    for (const one of document.querySelectorAll('[data-xss], [onerror], [onload], [onfocus], [onmouseover], [ontoggle], base'))
        found.push('markup: ' + one.outerHTML.slice(0, 90));
    for (const one of document.querySelectorAll('[href], [src], [action], [formaction], [data]'))
        for (const name of ['href', 'src', 'action', 'formaction', 'data'])
            if (/^[\\s\\x00-\\x1f]*(java\\s*script|vbscript|data:text)/i.test(one.getAttribute(name) || ''))
                found.push('link: ' + one.outerHTML.slice(0, 90));
    if (document.body && document.body.innerText.includes('1337')) found.push('template: solved');
    return found;
}"""
LATER = ("<script/", "<math", "<template", "<base", "<body", "<style", "<marquee")
RAW = tuple(
    one for one in payloads.BODY
    if ("xss()" in one or payloads.PLACE in one) and not one.startswith(LATER)
)  # fmt: skip
"""Those that run at once when nobody escapes them in the body of a page."""
STEP = 5
"""By default every so many of the pages is drawn, and all of them with ASSURE=full."""


@dataclass
class Drawn:
    """What came of a browser's walk."""

    page: Page
    pages: int = 0
    words: int = 0
    ran: list[str] = field(default_factory=list)
    left: list[str] = field(default_factory=list)
    broken: list[str] = field(default_factory=list)


@pytest.fixture
def site(request: pytest.FixtureRequest) -> Iterator[tuple[dict[str, Any], dict[str, Any], Filled]]:
    """One of everything, all of it poisoned: for a browser it is really kept."""
    request.getfixturevalue("transactional_db" if "live_server" in request.fixturenames else "db")
    with time_machine.travel(f"{world.TODAY}T10:00:00Z", tick=False):
        records, people = everything.everything()
        filled = fill()
        cache.clear()
        yield records, people, filled


def opened(browser: Browser, *, has_policy: bool = False) -> Drawn:
    """A page that counts what payloads do; without our policy, so that escaping alone is tried."""
    context = browser.new_context(bypass_csp=not has_policy)
    drawn = Drawn(context.new_page())
    context.expose_function("xss", lambda *_: drawn.ran.append(f"ran on {drawn.page.url}"))
    drawn.page.on("dialog", lambda one: (drawn.ran.append(f"dialog on {drawn.page.url}"), one.dismiss()))
    drawn.page.on(
        "request", lambda one: drawn.ran.append(f"asked {one.url}") if OUTSIDE.search(one.url) else None
    )
    drawn.page.on(
        "requestfailed", lambda one: drawn.ran.remove(f"asked {one.url}") if one.failure == "csp" else None
    )
    return drawn


def reader_of(row: table.Row) -> str:
    """Somebody who may come in: of staff where there is a choice."""
    order = ("programme-lead", "manager", "worker", "local-offer-officer", *sorted(row.inside))
    return next(who for who in order if who in row.inside)


def draw(drawn: Drawn, base: str, path: str, name: str) -> None:
    """Open one address, and note what the payloads did there."""
    try:
        answer = drawn.page.goto(f"{base}{path}", wait_until="load")
    except Error as trouble:
        if WITHOUT_PAGE not in trouble.message:
            drawn.broken.append(f"{name}: {trouble.message.splitlines()[0]}")
        return
    drawn.pages += 1
    if answer is None or answer.status >= 500:
        drawn.broken.append(f"{name}: {answer and answer.status}")
        return
    drawn.words += "xss()" in answer.text()
    drawn.left += [f"{name}: {one}" for one in drawn.page.evaluate(LEFT)]


def by_reader(names: Iterable[str]) -> dict[str, list[tuple[str, table.Row]]]:
    """Those addresses, by who opens them."""
    shown = dict[str, list[tuple[str, table.Row]]]()
    for name in names:
        shown.setdefault(reader_of(table.TABLE[name]), []).append((name, table.TABLE[name]))
    return shown


def enter(drawn: Drawn, base: str, who: str, people: dict[str, Any]) -> None:
    drawn.page.context.clear_cookies()
    if who != "anonymous":
        value = sign_in(Client(), people[who]).cookies["sessionid"].value
        drawn.page.context.add_cookies([{"name": "sessionid", "value": value, "url": base}])


def test_no_payload_runs_on_any_page(browser, live_server, site, record_property):
    records, people, filled = site
    drawn = opened(browser)
    shown = set(table.TABLE) - pages.NO_PAGE - pages.NO_PAGE_OF_THEIR_OWN
    names = [name for name in table.TABLE if name in shown and table.TABLE[name].inside]
    for who, rows in by_reader(names[:: times(STEP, full=1)]).items():
        enter(drawn, live_server.url, who, people)
        for name, row in rows:
            draw(drawn, live_server.url, row.address.format(**records), name)
    wrong = drawn.ran + drawn.left
    record_property("counted", {"what": "payloads in a field", "tried": len(filled.pairs), "failed": 0})
    record_property("counted", {"what": "fields filled with them", "tried": len(filled.fields), "failed": 0})
    record_property(
        "counted", {"what": "pages drawn without our policy", "tried": drawn.pages, "failed": len(wrong)}
    )
    record_property(
        "counted",
        {"what": "of them with payloads to read", "tried": drawn.words, "failed": len(drawn.broken)},
    )
    assert [wrong, drawn.broken] == [[], []]
    assert drawn.words * 4 > drawn.pages


@pytest.mark.parametrize("has_policy", [False, True], ids=["without our policy", "under our policy"])
def test_payloads_that_nobody_escapes_run_only_without_our_policy(
    browser, live_server, db, has_policy, record_property
):
    """That the browser sees them when they run, and that the policy alone would stop every one."""
    ran, silent, inside = list[str](), list[str](), ""

    def spoiled(route: Any) -> None:
        answer = route.fetch()
        route.fulfill(response=answer, body=answer.text().replace("</main>", f"{inside}</main>"))

    for inside in RAW:
        if has_policy and inside.startswith("<meta"):
            continue  # a page that leads elsewhere is the one thing that no policy stops
        drawn = opened(browser, has_policy=has_policy)
        drawn.page.route("**/privacy/", spoiled)
        drawn.page.goto(f"{live_server.url}/privacy/", wait_until="load")
        drawn.page.wait_for_timeout(50)
        (ran if drawn.ran else silent).append(inside)
        drawn.page.context.close()
    what = (
        "unescaped payloads under our policy"
        if has_policy
        else "unescaped payloads that the browser runs without it"
    )
    failed = ran if has_policy else silent
    record_property("counted", {"what": what, "tried": len(ran) + len(silent), "failed": len(failed)})
    assert failed == []
