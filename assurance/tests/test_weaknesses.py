"""S17: what is known against the packages that we are made of. Without a network it says that it could not ask."""

from __future__ import annotations

import json
import threading
from http.server import BaseHTTPRequestHandler, HTTPServer

import pytest

from assurance import bill
from assurance.weaknesses import WEAK, CouldNotAsk, Weakness, known

OURS = ["pkg:pypi/a@1.0", "pkg:pypi/b@2.0"]
TOLD = {
    "PYSEC-1": {"summary": "Runs anything", "database_specific": {"severity": "CRITICAL"}},
    "GHSA-2": {"summary": "Slow", "database_specific": {"severity": "MODERATE"}},
    "GHSA-3": {"summary": "Nobody said how grave"},
}
BAD = {"pkg:pypi/b@2.0": ["PYSEC-1", "GHSA-2", "GHSA-3"], **{one: ["GHSA-2"] for one in WEAK}}


def test_no_grave_weakness_is_known_of_any_package(record_property):
    packages = [one["purl"] for one in bill.bill()["components"]]
    try:
        found = known(packages)
    except CouldNotAsk as trouble:
        pytest.skip(f"the database of weaknesses could not be asked from here: {trouble}")
    grave = [one for one in found if one.is_grave]
    record_property("counted", {"what": "packages asked about", "tried": len(packages), "failed": len(grave)})
    assert grave == []


@pytest.fixture
def database(monkeypatch):
    """A database on this machine, which knows what `knows` says."""
    knows = dict(BAD)

    class Answer(BaseHTTPRequestHandler):
        def do_POST(self):
            asked = json.loads(self.rfile.read(int(self.headers["Content-Length"])))["queries"]
            names = [one["package"]["purl"] for one in asked]
            self.say(
                {
                    "results": [
                        {"vulns": [{"id": code} for code in knows[one]]} if one in knows else {}
                        for one in names
                    ]
                }
            )

        def do_GET(self):
            self.say(TOLD[self.path.rpartition("/")[2]])

        def say(self, content):
            self.send_response(200)
            self.end_headers()
            self.wfile.write(json.dumps(content).encode())

        def log_message(self, *words):
            """Nobody reads it."""

    server = HTTPServer(("127.0.0.1", 0), Answer)
    threading.Thread(target=server.serve_forever, daemon=True).start()
    monkeypatch.setenv("OSV_URL", f"http://127.0.0.1:{server.server_port}")
    yield knows
    server.shutdown()
    server.server_close()


def test_a_weakness_that_is_known_is_told_with_its_degree(database):
    assert known(OURS) == [
        Weakness("pkg:pypi/b@2.0", "PYSEC-1", "CRITICAL", "Runs anything"),
        Weakness("pkg:pypi/b@2.0", "GHSA-2", "MODERATE", "Slow"),
        Weakness("pkg:pypi/b@2.0", "GHSA-3", "", "Nobody said how grave"),
    ]
    assert [one.code for one in known(OURS) if one.is_grave] == ["PYSEC-1", "GHSA-3"]


def test_a_database_that_knows_nothing_at_all_was_not_asked(database):
    database.clear()
    with pytest.raises(CouldNotAsk, match="all the world knows"):
        known(OURS)


def test_nobody_there_is_said_and_is_no_failure(monkeypatch):
    monkeypatch.setenv("OSV_URL", "http://127.0.0.1:9")
    with pytest.raises(CouldNotAsk, match="was not reached"):
        known(OURS)
