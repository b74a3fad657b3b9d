"""S17: what we are made of is pinned, listed and licensed, and no secret stands in the history."""

from __future__ import annotations

import json
import re
import subprocess
from pathlib import Path

import pytest

from assurance import bill

PROJECT = Path(__file__).resolve().parents[2]
COPYLEFT = re.compile(r"\b(AGPL|GPL|SSPL|BUSL|Business Source|Commons Clause)\b", re.IGNORECASE)
LESSER = re.compile(r"LGPL|Lesser", re.IGNORECASE)
SECRETS = {
    "a private key": rb"-----BEGIN (?:RSA |EC |OPENSSH |DSA |PGP )?PRIVATE KEY",
    "a key of Amazon": rb"\bAKIA[0-9A-Z]{16}\b",
    "a key of Google": rb"\bAIza[0-9A-Za-z_-]{35}\b",
    "a token of GitHub": rb"\bgh[pousr]_[A-Za-z0-9]{36}\b",
    "a token of Slack": rb"\bxox[baprs]-[0-9A-Za-z-]{20,}",
    "a key of GOV.UK Notify": rb"\b[a-z_]+(?:-[0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}){2}\b",
    "a password in an address": rb"(?:postgres(?:ql)?|https?|smtp)://[^\s/:@'\"{}<>]{1,40}:[^\s/@'\"{}<>$]{8,}@(?!/)[A-Za-z0-9.-]+",
}
INVENTED = (b"password@", b"example", b"localhost", b"user:password")
"""Words that mark an address or a key as one that opens nothing."""


def test_every_package_is_listed_with_hash_and_licence(record_property):
    components = bill.bill()["components"]
    here = [
        one for one in components if one["purl"].startswith("pkg:npm") or bill.python_licence(one["name"])
    ]
    without = [one["purl"] for one in here if not one["hashes"] or not one.get("licenses")]
    record_property("counted", {"what": "packages listed", "tried": len(components), "failed": len(without)})
    assert len(components) > 60
    assert without == []


def test_every_licence_goes_with_ours(record_property):
    """Ours is MIT; a lesser copyleft licence is kept by using a package as it is."""
    said = {
        one["purl"]: one["licenses"][0]["license"]["name"]
        for one in bill.bill()["components"]
        if one.get("licenses")
    }
    against = {purl: name for purl, name in said.items() if COPYLEFT.search(name) and not LESSER.search(name)}
    record_property("counted", {"what": "licences read", "tried": len(said), "failed": len(against)})
    assert against == {}


def test_the_bill_is_the_same_each_time(record_property):
    made = {bill.write().read_bytes() for _ in range(2)}
    record_property("counted", {"what": "bills made twice", "tried": 2, "failed": len(made) - 1})
    assert len(made) == 1
    assert json.loads(made.pop())["bomFormat"] == "CycloneDX"


@pytest.mark.parametrize("name", ["run", "test", "node"])
def test_every_requirement_is_pinned_by_hash(name, record_property):
    lines = (PROJECT / "requirements" / f"{name}.txt").read_text().splitlines()
    named = [number for number, line in enumerate(lines) if line and not line.startswith((" ", "#"))]
    loose = [
        lines[n] for n in named if not bill.PINNED.match(lines[n]) or "--hash=sha256:" not in lines[n + 1]
    ]
    record_property("counted", {"what": f"requirements to {name}", "tried": len(named), "failed": len(loose)})
    assert loose == []


def test_no_secret_is_in_the_history(record_property):
    """Every version of every file that was ever committed on this branch."""
    listed = subprocess.run(
        ["git", "rev-list", "--objects", "HEAD"], cwd=PROJECT, capture_output=True, check=True
    ).stdout.splitlines()
    if len(listed) < 100:
        pytest.skip("there is no history here")
    names = {one.split(b" ", 1)[0]: one.split(b" ", 1)[1] for one in listed if b" " in one}
    found, read = [], 0
    pattern = re.compile(b"|".join(b"(?P<k%d>" % n + p + b")" for n, p in enumerate(SECRETS.values())))
    with subprocess.Popen(
        ["git", "cat-file", "--batch"], cwd=PROJECT, stdin=subprocess.PIPE, stdout=subprocess.PIPE
    ) as git:
        for key, name in names.items():
            git.stdin.write(key + b"\n")
            git.stdin.flush()
            _, kind, size = git.stdout.readline().split()
            content = git.stdout.read(int(size) + 1)
            if kind == b"blob" and len(content) < 3_000_000:
                read += 1
                found += [
                    f"{name.decode()}: {list(SECRETS)[int(hit.lastgroup[1:])]}: {hit.group()[:60]!r}"
                    for hit in pattern.finditer(content)
                    if not any(word in hit.group() for word in INVENTED)
                ]
        git.stdin.close()
    record_property(
        "counted", {"what": "versions of files searched for secrets", "tried": read, "failed": len(found)}
    )
    assert sorted(set(found)) == []
