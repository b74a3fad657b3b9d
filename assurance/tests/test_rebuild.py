"""R10: everything anew from the repository, a backup, packages fetched before, and keys in two halves. With ASSURE=full."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from assurance.amount import IS_FULL
from assurance.rehearsal.clusters import Missing
from assurance.rehearsal.rebuild import KEYS, PROJECT, rebuild
from assurance.tests.site import Site, until
from assurance.tests.test_restore import goldenthread

KEY = "an-invented-key-of-a-rehearsal-that-is-kept-in-two-envelopes"
HALVES = {f"{key}_{number}": f"{key}-{KEY}-{number}" for key in KEYS for number in (1, 2)}
pytestmark = [
    pytest.mark.timeout(3600),
    pytest.mark.skipif(not IS_FULL, reason="some minutes; with ASSURE=full"),
]


def fetched(folder: Path) -> Path:
    """The packages, as docs/running/rebuild.md has them fetched while all is well."""
    pip = [
        sys.executable,
        "-m",
        "pip",
        "download",
        "--quiet",
        "--no-deps",
        "--require-hashes",
        "--only-binary",
        ":all:",
    ]
    npm = [
        "npm",
        "ci",
        "--no-audit",
        "--no-fund",
        "--prefix",
        str(folder / "try"),
        "--cache",
        str(folder / "npm"),
    ]
    (folder / "try").mkdir(parents=True)
    for name in ("package.json", "package-lock.json"):
        (folder / "try" / name).write_bytes((PROJECT / name).read_bytes())
    for words in ([*pip, "-r", str(PROJECT / "requirements" / "test.txt"), "-d", str(folder)], npm):
        done = subprocess.run(words, capture_output=True, text=True)
        if done.returncode:
            pytest.skip(f"the packages could not be fetched: {done.stderr.strip()[-200:]}")
    return folder


def test_everything_is_there_again_without_a_network(database, tmp_path, record_property):
    packages = fetched(tmp_path / "packages")
    keys = {key: HALVES[f"{key}_1"] + HALVES[f"{key}_2"] for key in KEYS}
    site = Site(database, tmp_path, workers=2, **keys)
    site.start()
    try:
        with site.writers(3):
            until(lambda: len(site.kept) >= 10, "nothing was kept for two minutes")
    finally:
        site.kill()
    backup = Path(goldenthread(database, "backup", "--quiet", tmp_path / "backups", **keys))
    try:
        found = rebuild(backup, packages, HALVES)
    except Missing as what:
        pytest.skip(str(what))
    assert found["restored"].endswith("every table and the audit’s end as they were.")
    assert found["audit"].endswith("the chain is whole.")
    assert "well    Tables" in found["doctor"]
    assert "well    Second lock" in found["doctor"]
    record_property("counted", {"what": "rebuilt from nothing", "tried": 1, "failed": 0})
    print(found["seconds"])
