"""A real browser, the demonstration area, and axe on every page that a journey visits."""

from __future__ import annotations

import json
import os
from collections.abc import Iterator
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from django.core.cache import cache
from django.test import Client
from django.urls import reverse
from playwright.sync_api import Browser, Page

from tests.kept import Kept, keep, put_back
from tests.readers import sign_in

PROJECT = Path(__file__).resolve().parents[2]
AXE = PROJECT / "node_modules" / "axe-core" / "axe.min.js"
LOADED_ON = date(2026, 11, 1)


NARROW = {"runOnly": {"type": "rule", "values": [
    "color-contrast", "target-size", "scrollable-region-focusable", "link-in-text-block", "aria-hidden-focus", "meta-viewport",
    "css-orientation-lock", "focus-order-semantics",
]}}  # fmt: skip
"""At a phone's width axe asks what depends on the layout: the rest is the same document, and was asked at a desk's."""
_loaded: list[Kept] = []
"""The loaded area, once a test of this process has loaded it."""


@pytest.fixture
def demonstration(transactional_db: None, settings: Any) -> None:
    """Wolverhampton's record and the demonstration's people: loaded once, and put back for every other test."""
    settings.DEMONSTRATION = True
    settings.MFA_TOTP_TOLERANCE = 1  # as in a demonstration: a code may be typed just after its half minute
    cache.clear()  # the same people come again: a code that one of them typed a moment ago counts as used
    if _loaded:
        put_back(_loaded[0])
    else:
        _load()
        _loaded.append(keep())


def _load() -> None:
    from goldenthread.accounts.actions.demonstration import make_people
    from goldenthread.accounts.models import User
    from goldenthread.programme.demonstration.load import hand_over, load

    people = make_people()
    load(on=LOADED_ON)
    owner = next(person for person in people if person.role == "Action owner")
    hand_over(User.objects.get(email=owner.email))


class Reader:
    """A person at a browser. `look` checks the page with axe, at a phone's width and at a desk's."""

    def __init__(self, page: Page, address: str) -> None:
        self.page, self.address = page, address

    def go(self, path: str) -> None:
        """Open an address of the site."""
        answer = self.page.goto(f"{self.address}{path}")
        assert answer is not None
        assert answer.status == 200, f"{path} answered {answer.status}"
        self.look()

    def look(self) -> None:
        """No finding of axe and no sideways scrolling, at 320 and 1280 pixels, once the page has its styles: a click does not
        wait for them."""
        self.page.wait_for_load_state("load")
        for width in (320, 1280):
            self.page.set_viewport_size({"width": width, "height": 900})
            wide = self.page.evaluate("document.documentElement.scrollWidth")
            assert wide <= width, f"{self.page.url} is {wide} pixels wide on a screen of {width}"
            asked = {"resultTypes": ["violations"], "preload": False, **(NARROW if width < 1000 else {})}
            found = self.page.evaluate("asked => axe.run(asked)", asked)["violations"]
            words = [
                f"{one['id']}: {one['help']}: {[node['html'][:120] for node in one['nodes']][:3]}"
                for one in found
            ]
            assert not words, f"{self.page.url} at {width} pixels\n" + json.dumps(words, indent=1)
            self._keep_picture(width)

    def _keep_picture(self, width: int) -> None:
        """For people who want to look: with LOOKS=folder, a picture of every page that was checked."""
        if folder := os.environ.get("LOOKS"):
            name = f"{self.page.url.split('/', 3)[-1][:90].replace('/', '_').replace('?', '~') or 'home'}-{width}.png"
            self.page.screenshot(path=Path(folder) / name, full_page=True)

    def come_in_as(self, user: Any, *, second_step: bool = True, again: bool = False) -> None:
        """Be signed in as somebody, with both steps passed, without filling in the forms."""
        client = sign_in(Client(), user, second_step=second_step, again=again)
        value = client.cookies["sessionid"].value
        self.page.context.add_cookies([{"name": "sessionid", "value": value, "url": self.address}])

    def sign_in(self, role: str) -> None:
        """Sign in as the demonstration's person of a role, with the code that the page shows."""
        from goldenthread.accounts.actions.demonstration import make_people

        person = next(one for one in make_people() if one.role.lower().startswith(role))
        self.go(reverse("account_login"))
        self.page.get_by_label("Email").fill(person.email)
        self.page.get_by_label("Password").fill(person.password)
        self.page.get_by_role("button", name="Sign in").click()
        self.look()
        code = self.page.get_by_test_id("demonstration-code").inner_text().strip()
        self.page.get_by_label("code", exact=False).first.fill(code)
        self.page.get_by_role("button", name="Continue").click()
        self.page.wait_for_url("**/work/**")
        self.look()


@pytest.fixture
def reader(browser: Browser, live_server: Any, demonstration: None) -> Iterator[Reader]:
    """Somebody who opens the site for the first time; no script of ours may fail."""
    context = browser.new_context(locale="en-GB")
    context.add_init_script(path=AXE)
    page = context.new_page()
    troubles: list[str] = []
    page.on("pageerror", lambda error: troubles.append(str(error)))
    page.on(
        "console",
        lambda line: (
            troubles.append(line.text)
            if line.type == "error" and "status of 4" not in line.text and "status of 503" not in line.text
            else None
        ),
    )
    yield Reader(page, live_server.url)
    context.close()
    assert not troubles, troubles
