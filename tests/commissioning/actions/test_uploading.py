"""Sending waits: whole or not at all, months that are here already, corrections that keep what was known."""

from __future__ import annotations

from datetime import date

import pytest

from goldenthread.audit.models import Event
from goldenthread.commissioning.actions import uploading
from goldenthread.commissioning.actions.lines import change_line
from goldenthread.commissioning.errors import Refused
from goldenthread.commissioning.models import WaitMonth, WaitMonthVersion, WaitsUpload
from goldenthread.commissioning.queries.months import months_known
from goldenthread.commissioning.queries.rehearsal import rehearse
from goldenthread.commissioning.waits.file import AboutPeople
from goldenthread.kit.uploads import UploadState
from tests.commissioning import waits
from tests.commissioning.waits import COUNTS, TODAY, file_of, group, row

pytestmark = pytest.mark.django_db


def _send(user, *rows, on=TODAY):
    return uploading.hold(name="waits.csv", data=file_of(rows), on=on, by=user)


def test_bring_in_saves_every_month_and_leaves_events():
    line, lead = waits.make_line(), waits.lead()
    upload = uploading.bring_in(
        upload=_send(lead, row(line, "2026-09"), row(line, "2026-10")), decided={}, on=TODAY, by=lead
    )
    assert (upload.state, upload.data, upload.outcome["added"]) == (UploadState.DONE, None, 2)
    assert [one.waiting for one in months_known(line, TODAY)] == [list(COUNTS)] * 2
    actions = set(Event.objects.values_list("action", flat=True))
    assert {
        "commissioning.waits.held",
        "commissioning.waits.recorded",
        "commissioning.waits.brought-in",
    } <= actions


def test_bring_in_saves_nothing_of_a_file_with_one_mistake():
    line, lead = waits.make_line(), waits.lead()
    upload = _send(lead, row(line, "2026-09"), row(line, "2026-10", total=1))
    with pytest.raises(Refused, match="Nothing has been saved"):
        uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    assert WaitMonth.objects.count() == 0
    assert WaitsUpload.objects.get().troubles == [
        [3, "Total waiting", "The bands add up to 175, and the total says 1. Mend whichever is wrong."]
    ]


def test_bring_in_a_second_time_is_refused():
    line, lead = waits.make_line(), waits.lead()
    upload = _send(lead, row(line, "2026-10"))
    uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    with pytest.raises(Refused, match="in already"):
        uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    assert WaitMonthVersion.objects.count() == 1


def test_hold_keeps_nothing_of_a_file_about_people():
    line, lead = waits.make_line(), waits.lead()
    with pytest.raises(AboutPeople):
        uploading.hold(name="a.csv", data=file_of([row(line, "2026-10")], ["NHS number"]), on=TODAY, by=lead)
    assert WaitsUpload.objects.count() == 0


def test_month_with_the_same_numbers_changes_nothing():
    line, lead = waits.make_line(), waits.lead()
    waits.record(line, "2026-10", COUNTS)
    upload = uploading.bring_in(upload=_send(lead, row(line, "2026-10")), decided={}, on=TODAY, by=lead)
    assert (upload.outcome["unchanged"], WaitMonthVersion.objects.count()) == (1, 1)


def test_month_that_is_here_asks_a_person_and_keeps_both():
    line, lead = waits.make_line(), waits.lead()
    waits.record(line, "2026-10", COUNTS, on=date(2026, 11, 5))
    upload = _send(lead, row(line, "2026-10", (21, *COUNTS[1:])))
    with pytest.raises(Refused, match="Speech therapy, October 2026: say which numbers are right"):
        uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    done = uploading.bring_in(upload=upload, decided={"speech-therapy:2026-10": "2"}, on=TODAY, by=lead)
    assert (done.outcome["corrected"], done.outcome["added"]) == (1, 0)
    assert [one.total for one in months_known(line, date(2026, 11, 10))] == [175]
    assert [one.total for one in months_known(line, TODAY)] == [176]


def test_month_that_is_here_can_stay():
    line, lead = waits.make_line(), waits.lead()
    waits.record(line, "2026-10", COUNTS)
    upload = _send(lead, row(line, "2026-10", (21, *COUNTS[1:])))
    done = uploading.bring_in(upload=upload, decided={"speech-therapy:2026-10": "keep"}, on=TODAY, by=lead)
    assert done.outcome["not_taken"][0]["waiting"][0] == 21
    assert (done.outcome["kept"], WaitMonthVersion.objects.get().waiting) == (1, list(COUNTS))


def test_month_twice_in_one_file_asks_a_person():
    line, lead = waits.make_line(), waits.lead()
    upload = _send(lead, row(line, "2026-10"), row(line, "2026-10", (19, *COUNTS[1:])))
    entry = rehearse(upload.content, lead, TODAY).asked[0]
    assert (entry.is_twice, [one.row for one in entry.rows]) == (True, [2, 3])
    uploading.bring_in(upload=upload, decided={"speech-therapy:2026-10": "3"}, on=TODAY, by=lead)
    assert WaitMonthVersion.objects.get().waiting[0] == 19
    kept = WaitsUpload.objects.get().outcome["not_taken"]
    assert [(one["row"], one["waiting"][0]) for one in kept] == [(2, 20)]


def test_correction_in_the_past_of_what_stands_is_refused():
    line = waits.make_line()
    waits.record(line, "2026-09", COUNTS, on=TODAY)
    with pytest.raises(Refused, match="cannot come before it"):
        waits.record(line, "2026-09", (1, *COUNTS[1:]), on=date(2026, 11, 19))


def test_long_waits_need_an_offer():
    line, lead = waits.make_line(offer=""), waits.lead()
    found = rehearse(file_of([row(line, "2026-10")]), lead, TODAY).troubles
    assert [(one.row, one.column) for one in found] == [(2, "Waiting 18-52 weeks")]
    assert "Write its waiting-well offer first" in found[0].sentence


def test_offer_of_a_service_with_long_waits_cannot_be_taken_away():
    line = waits.make_line()
    waits.record(line, "2026-10", COUNTS)
    with pytest.raises(Refused, match="over 18 weeks"):
        change_line(line=line, words={"offer": ""}, on=TODAY, by=None)


def test_jump_of_more_than_a_third_asks_for_a_note():
    line, lead = waits.make_line(), waits.lead()
    waits.record(line, "2026-09", COUNTS)
    larger = (120, *COUNTS[1:])
    assert [
        one.column for one in rehearse(file_of([row(line, "2026-10", larger)]), lead, TODAY).troubles
    ] == ["Note"]
    told = row(line, "2026-10", larger, note="A second clinic closed.")
    assert rehearse(file_of([told]), lead, TODAY).troubles == []


def test_lead_cannot_send_for_another_trust_even_as_a_board_member():
    from goldenthread.accounts.models import RoleHolding

    line = waits.make_line(provider=waits.trust("Another Trust"))
    lead = waits.lead()
    RoleHolding.objects.create(user=lead, role="board-member", starts_on=date(2020, 1, 1))
    found = rehearse(file_of([row(line, "2026-10")]), lead, TODAY).troubles
    assert [(one.row, one.column) for one in found] == [(2, "Service")]


def test_record_months_saves_nothing_when_the_audit_cannot_be_written(monkeypatch):
    line = waits.make_line()

    def broken(*_, **__):
        raise RuntimeError("no audit")

    monkeypatch.setattr("goldenthread.commissioning.actions.uploading.log.record", broken)
    with pytest.raises(RuntimeError):
        waits.record(line, "2026-10", COUNTS)
    assert WaitMonth.objects.count() == 0


def _split(line, month="2026-10", english=(120, 8)):
    """175 wait, 15 of them over 18 weeks."""
    rest = (175 - english[0] - 5, 15 - english[1] - 2)
    return [
        group(line, month, "English", *english),
        group(line, month, "Another language", *rest),
        group(line, month, "Not known", 5, 2),
    ]


def test_bring_in_keeps_who_waits_and_what_may_be_read_of_it():
    line, lead = waits.make_line(), waits.lead()
    upload = _send(lead, row(line, "2026-10"), *_split(line))
    assert upload.troubles == []
    uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    version = WaitMonthVersion.objects.get()
    assert version.parts[0] == ["language", "English", 120, 8]
    assert version.counts.parts[2].long == 2
    assert version.shown.cuts["language"][2][2] is None


def test_bring_in_saves_nothing_where_a_split_does_not_add_up():
    line, lead = waits.make_line(), waits.lead()
    upload = _send(lead, row(line, "2026-09"), row(line, "2026-10"), *_split(line)[:2])
    with pytest.raises(Refused, match="Nothing has been saved"):
        uploading.bring_in(upload=upload, decided={}, on=TODAY, by=lead)
    assert WaitMonth.objects.count() == 0
    assert [trouble[:2] for trouble in upload.troubles] == [
        [5, "Total waiting"],
        [5, "Waiting over 18 weeks"],
    ]


def test_month_sent_again_without_its_groups_is_unchanged_and_with_others_asks():
    line, lead = waits.make_line(), waits.lead()
    uploading.bring_in(upload=_send(lead, row(line, "2026-10"), *_split(line)), decided={}, on=TODAY, by=lead)
    again = rehearse(file_of([row(line, "2026-10")]), lead, TODAY)
    assert (len(again.unchanged), again.asked) == (1, [])
    other = rehearse(file_of([row(line, "2026-10"), *_split(line, english=(119, 7))]), lead, TODAY)
    assert len(other.asked) == 1


def test_place_of_an_earlier_month_is_not_left_out():
    line, lead = waits.make_line(), waits.lead()
    both = [
        group(line, "2026-09", "East", 100, 10, "Locality"),
        group(line, "2026-09", "West", 75, 5, "Locality"),
    ]
    uploading.bring_in(upload=_send(lead, row(line, "2026-09"), *both), decided={}, on=TODAY, by=lead)
    upload = _send(lead, row(line, "2026-10"), group(line, "2026-10", "East", 175, 15, "Locality"))
    assert upload.troubles == [
        [
            2,
            "Group",
            "“West” was told apart in an earlier month, and is left out of October 2026. Send it too, with 0 where nobody waits.",
        ]
    ]
