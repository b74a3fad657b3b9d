"""R13: the rehearsal on several processes. A primary dies; its copy leads; nothing that was acknowledged is lost."""

import pytest

from assurance.rehearsal.__main__ import rehearse
from assurance.rehearsal.servers import Missing


@pytest.mark.timeout(1200)
def test_a_primary_dies_and_nothing_acknowledged_is_lost(record_property):
    try:
        found = rehearse(say=lambda words: None)
    except Missing as what:
        pytest.skip(str(what))
    for kind, number in found["troubles"].items():
        counted = {"what": f"messages acknowledged; {kind}", "tried": found["acknowledged"], "failed": number}
        record_property("counted", counted)
    pages = {"tried": found["public pages asked"], "failed": found["public pages not answered"]}
    record_property("counted", {"what": "public pages asked while the primary died", **pages})
    assert not any(found["troubles"].values()), found
    assert found["looks at the copy"] > 0
    assert found["looks at the primary"] == 0
    assert "the chain is whole" in found["the audit"]
