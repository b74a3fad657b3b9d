"""What families, staff and crawlers do, for Locust: see README.md. A page that is not answered with 200 is a failure."""

from __future__ import annotations

import itertools
import json
import os
import re
from pathlib import Path

from locust import HttpUser, between, events, task  # type: ignore[import-not-found]

SESSIONS = json.loads(Path(os.environ["SESSIONS"]).read_text()) if "SESSIONS" in os.environ else {}
WORDS = itertools.cycle(["speech", "autism", "short breaks", "youth club", "wheelchair", "sleep"])
LINK = re.compile(r'href="(/local-offer/[^"?#]*/)"')
_turn = itertools.count()


class _Person(HttpUser):  # type: ignore[misc]
    """Somebody who keeps to one of the hosts."""

    abstract = True
    wait_time = between(1, 4)

    def __init__(self, environment: object) -> None:
        hosts = str(environment.host).split(",")  # type: ignore[attr-defined]
        self.host = hosts[next(_turn) % len(hosts)]
        super().__init__(environment)

    def sign_in(self, kind: str) -> None:
        """Take the next session of a kind."""
        held = SESSIONS.get(kind, [])
        if held:
            self.client.cookies.set("sessionid", held[next(_turn) % len(held)], domain="127.0.0.1", path="/")

    def open(self, path: str, name: str = "") -> str:
        """One page, as it came."""
        with self.client.get(path, name=name or path, allow_redirects=False, catch_response=True) as answer:
            if answer.status_code != 200:
                answer.failure(f"{answer.status_code}")
            return str(answer.text)


class Family(_Person):
    """Looks for help, and at their own child's page."""

    weight = 6

    def on_start(self) -> None:
        """Half of what families do is their own."""
        self.sign_in("family")

    @task(4)
    def look_for_something(self) -> None:
        """A search, and what it leads to."""
        self.open("/local-offer/")
        page = self.open(f"/local-offer/search/?q={next(WORDS)}", "/local-offer/search/")
        for link in [one for one in LINK.findall(page) if "/services/" in one][:2]:
            self.open(link, "/local-offer/services/…/")

    @task(2)
    def own_page(self) -> None:
        """Where their child's case stands."""
        if SESSIONS.get("family"):
            self.open("/my/")


class Staff(_Person):
    """Works through the day."""

    weight = 3

    def on_start(self) -> None:
        """They have signed in."""
        self.sign_in("staff")

    @task
    def home(self) -> None:
        """My work."""
        if SESSIONS.get("staff"):
            self.open("/work/")


class Crawler(_Person):
    """Follows every link of the Local Offer, without a pause and without cookies."""

    weight = 1
    wait_time = between(0.1, 0.3)

    def on_start(self) -> None:
        """Begins at the front."""
        self.waiting: list[str] = ["/local-offer/"]

    @task
    def follow(self) -> None:
        """The next link."""
        path = self.waiting.pop(0) if self.waiting else "/local-offer/"
        self.client.cookies.clear()
        page = self.open(path, "crawler: /local-offer/…")
        self.waiting = [*self.waiting, *LINK.findall(page)][:200]


@events.quitting.add_listener
def _say(environment: object, **more: object) -> None:
    total = environment.stats.total  # type: ignore[attr-defined]
    print(f"{total.num_requests} requests, {total.num_failures} failed, {total.total_rps:.1f} a second, "
          f"half within {total.get_response_time_percentile(0.5)} ms, 95 in 100 within "
          f"{total.get_response_time_percentile(0.95)} ms; load average {os.getloadavg()[0]:.1f}")  # fmt: skip
