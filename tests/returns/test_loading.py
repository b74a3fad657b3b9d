"""Loading a release: all of it, once, or nothing."""

from __future__ import annotations

import io
import zipfile
from datetime import date

import pytest

from goldenthread.audit.models import Event
from goldenthread.kit.errors import Refused
from goldenthread.returns.actions import loading
from goldenthread.returns.demonstration import FILE, load_published
from goldenthread.returns.models import PublishedLine, PublishedTable, Release

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 24)


def test_load_release_keeps_every_line_and_tells_the_audit(release):
    assert PublishedTable.objects.count() == 12
    assert (
        PublishedLine.objects.count()
        == sum(PublishedTable.objects.values_list("lines_read", flat=True))
        == 8_261
    )
    assert Event.objects.filter(
        action="returns.release.loaded", subject=f"returns.release:{release.pk}"
    ).exists()


def test_marks_are_kept_as_marks(release):
    table = release.tables.get(name="timeliness_20_week")
    line = table.lines.get(place="Wolverhampton", period="2019")
    held = dict(zip(table.columns, line.values, strict=True))
    assert (held["plans_issued_den"], held["plans_issued_gt_1_year"]) == (260, "x")


def test_the_same_file_a_second_time_adds_nothing(release):
    assert load_published(on=DAY) == release
    assert Release.objects.count() == 1


def test_a_file_that_is_no_release_leaves_nothing():
    with pytest.raises(Refused, match="no ZIP"):
        loading.load_release(content=b"hello", title="Wrong", on=DAY, by=None)
    assert not Release.objects.exists()
    assert not Event.objects.filter(action="returns.release.loaded").exists()


def test_a_release_that_breaks_off_in_its_last_table_leaves_nothing():
    out = io.BytesIO(FILE.read_bytes())
    with zipfile.ZipFile(out, "a") as archive:
        archive.writestr("data/zz_broken.csv", "not,a,release\n")
    with pytest.raises(Refused, match="zz_broken"):
        loading.load_release(content=out.getvalue(), title="Broken", on=DAY, by=None)
    assert not PublishedLine.objects.exists()


def test_without_its_audit_event_nothing_is_loaded(monkeypatch):
    monkeypatch.setattr(loading.log, "record", lambda *_, **__: 1 / 0)
    with pytest.raises(ZeroDivisionError):
        load_published(on=DAY)
    assert not Release.objects.exists()
