"""python -m assurance.rehearsal: start all of it, let people write and read, kill the primary, promote the copy, count.

It has a folder and ports of its own, touches no other database, and leaves nothing behind, also when it is stopped by hand.
Ends with 1 when anything that was acknowledged is lost, and with 0 and a sentence where a program is missing.
"""

from __future__ import annotations

import os
import secrets
import signal
import subprocess
import sys
import time
from typing import Any

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
os.environ.setdefault("SECRET_KEY", secrets.token_urlsafe(50))

from assurance.rehearsal.area import Area
from assurance.rehearsal.servers import Missing, Servers, wait_until
from assurance.tests.kept import troubles
from tests.blank import environment

BEFORE, AFTER, LOOKS = 5.0, 5.0, 40


def rehearse(say: Any = print) -> dict[str, Any]:
    """Everything once; what was found."""
    servers = Servers()
    area: Area | None = None
    try:
        servers.start_primary()
        for words in (["manage", "migrate", "-v0"], ["lock"]):
            command = [sys.executable, "-m", "goldenthread.cli", *words]
            subprocess.run(command, env=environment(servers.address("primary")), check=True)
        servers.start_replica()
        servers.start_bouncer()
        say("A primary, a synchronous copy and PgBouncer run.")
        area = Area(servers)
        area.start()
        say("Two web processes and two workers run.")
        return _where_is_read(servers, area) | _fail_over(servers, area, say)
    finally:
        if area is not None:
            area.end()
        servers.end()


def _where_is_read(servers: Servers, area: Area) -> dict[str, Any]:
    """How many looks into the Local Offer's tables public pages cost at each server; the copy's numbers come a second later."""
    wait_until(lambda: area.ask_at(area.ports[0], "/local-offer/") == 200, what="a public page")
    time.sleep(
        12
    )  # a worker's sign, so that the copy is known to be fresh, and the statistics of what was before
    before = {name: servers.reads(name) for name in ("primary", "replica")}
    area.read_public(LOOKS)
    time.sleep(12)
    after = {name: servers.reads(name) - before[name] for name in before}
    return {
        "public pages": LOOKS,
        "looks at the primary": after["primary"],
        "looks at the copy": after["replica"],
    }


def _fail_over(servers: Servers, area: Area, say: Any) -> dict[str, Any]:
    """Kill the primary while three write and two read."""
    with area.writers(3), area.readers(2):
        time.sleep(BEFORE)
        acknowledged = len(area.kept)
        servers.kill_primary()
        killed = time.monotonic()
        say(f"The primary is killed after {acknowledged} acknowledged messages.")
        known = len(area.kept)
        servers.promote()
        servers.lead_to("replica")
        promoted = time.monotonic() - killed
        for port in area.ports:
            wait_until(lambda port=port: area.ready(port), what="readiness")
        ready = time.monotonic() - killed
        wait_until(lambda: len(area.kept) > known, what="a message kept by the new primary")
        written = time.monotonic() - killed
        time.sleep(AFTER)
    timed = {
        "acknowledged": len(area.kept), "acknowledged before the kill": acknowledged,
        "seconds to promotion": round(promoted, 1), "seconds to readiness of both": round(ready, 1),
        "seconds to the next write kept": round(written, 1),
        "public pages asked": area.read, "public pages not answered": area.refused,
    }  # fmt: skip
    return timed | _afterwards(servers, area)


def _afterwards(servers: Servers, area: Area) -> dict[str, Any]:
    """Whether the workers work on, the audit is whole, and anything was lost."""
    time.sleep(11)  # so that a sign that is fresh was given to the new primary
    died = area.restart_what_died()
    done = (
        "SELECT count(*) FROM procrastinate_jobs WHERE status IN ('todo', 'doing') AND scheduled_at IS NULL"
    )
    wait_until(lambda: servers.ask("replica", done) == 0, what="the workers do what waits", seconds=90)
    signs = "SELECT count(*) FROM procrastinate_workers WHERE last_heartbeat > now() - interval '9 s'"
    wait_until(lambda: servers.ask("replica", signs) >= 2, what="both workers give a sign", seconds=60)
    area.database = servers.address("replica")
    area.settings |= environment(area.database)
    command = [sys.executable, "-m", "goldenthread.cli", "audit", "verify"]
    chain = subprocess.run(command, env=area.settings, capture_output=True, text=True)
    return {
        "the audit": chain.stdout.strip(),
        "workers that had to be restarted": len(died),
        "troubles": troubles(area),
    }  # fmt: skip


def _stop(number: int, frame: Any) -> None:
    raise KeyboardInterrupt


def main() -> int:
    """Run it once and print what was found."""
    signal.signal(signal.SIGTERM, _stop)
    try:
        found = rehearse()
    except Missing as what:
        print(f"Not rehearsed: {what}.")
        return 0
    except KeyboardInterrupt:
        print("Stopped by hand; nothing is left behind.")
        return 130
    troubles = found.pop("troubles")
    for name, value in (found | troubles).items():
        print(f"  {name}: {value}")
    return int(any(troubles.values()))


if __name__ == "__main__":
    sys.exit(main())
