"""One case: its clocks, its thread, recording what happened and correcting it."""

from __future__ import annotations

from typing import Any

from django.http import Http404, HttpRequest, HttpResponse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.casework.access import Section, sections_of
from goldenthread.casework.actions.panels import questions_for
from goldenthread.casework.actions.recording import correct_event, record_event
from goldenthread.casework.forms.recording import CorrectionForm, form_for
from goldenthread.casework.models import Case, Event, InheritedCase
from goldenthread.casework.process.kinds import KINDS, Kind
from goldenthread.casework.queries.files import file_of
from goldenthread.casework.queries.letters import letters_of, letters_owed
from goldenthread.casework.queries.panels import panel_items_of
from goldenthread.casework.queries.people import involved_in
from goldenthread.casework.queries.story import possible_kinds, story_of
from goldenthread.casework.queries.way import way_of
from goldenthread.casework.views.frame import above, done, show
from goldenthread.kit.as_at import as_at
from goldenthread.kit.errors import Conflict, Refused
from goldenthread.people.queries.addresses import addresses_for_staff, is_any_withheld


@needs(Permission.VIEW_CASE, case=Case)
def case(http: HttpRequest, case: Case) -> HttpResponse:
    """The case as it was known on a day: what runs, what happened, who is involved."""
    at = as_at(http)
    story = story_of(case, at.day, today=at.today, is_for_staff=True)
    sections = sections_of(case, standing(http))
    page: dict[str, Any] = {
        "case": case, "child": case.child, "story": story, "stage": story.course.stage, **at.for_page(),
        "way": way_of(story.course, at.day),
        "kinds": [] if at.past else possible_kinds(story.course), "people": involved_in(case, at.day),
    }  # fmt: skip
    if not at.past:
        page |= {"inherited": InheritedCase.objects.filter(case=case).exists()}
        page |= {"owed": letters_owed(case, at.day), "letters": letters_of(case),
                 "questions": questions_for(case.standing.stage), "items": panel_items_of(case)}  # fmt: skip
    if Section.CONTACT in sections:
        page["addresses"] = addresses_for_staff(case.child, at.day)
        page["is_withheld"] = is_any_withheld(case.child, at.day)
    return show(http, "case" if story.told else "not_yet", page, status=200 if story.told else 404)


def _kind(key: str) -> Kind:
    if key not in KINDS or KINDS[key].is_from_record:
        raise Http404("There is no such kind of event.")
    return KINDS[key]


def _answerable(case: Case, kind: Kind) -> list[tuple[int, str]]:
    """The events that one of this kind may answer: those that nothing of its kind answers yet."""
    held = file_of(case)
    answered = {
        event.answers_id for event in held if event.kind == kind.key and event.kind != "advice-chased"
    }
    return [
        (event.number, f"{event.facts.get('body') or event.facts.get('school') or KINDS[event.kind].title}, "
                   f"{event.occurred_on:%-d %B %Y}")
        for event in held if event.kind == kind.answers and event.number not in answered
    ]  # fmt: skip


@needs(Permission.WORK_CASE, case=Case)
def record(http: HttpRequest, case: Case, kind: str) -> HttpResponse:
    """Record that something happened. Two people at once: the second is shown what came first, and keeps their words."""
    of, today = _kind(kind), timezone.localdate()
    last = max((event.pk for event in case.events.all()), default=0)
    asked = form_for(of, answerable=_answerable(case, of))
    initial = {"seen": last, "occurred_on": today, "answers": http.GET.get("answers")}
    form = asked(http.POST if http.method == "POST" else None, initial=initial)
    came: list[Event] = []
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            record_event(
                case=case, kind=kind, occurred_on=data["occurred_on"], facts=form.facts, on=today,
                answers=Event.objects.get(pk=data["answers"]) if data.get("answers") else None,
                seen=data["seen"], by=http.user,
            )  # fmt: skip
        except Conflict as conflict:
            came = conflict.theirs
            form = asked({**http.POST.dict(), "seen": last})
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"Recorded: {of.title.lower()}.", case)
    page = {"case": case, "child": case.child, "form": form, "title": of.title, "button": "Record it",
            "came": [(KINDS[event.kind].title, event) for event in came], "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=409 if came else 422 if form.errors else 200)


@needs(Permission.WORK_CASE, case=Case)
def correct(http: HttpRequest, case: Case, event: int) -> HttpResponse:
    """Correct an event: the old one stays, crossed out, and past days still show it."""
    wrong = next((one for one in file_of(case) if one.pk == event), None)
    if wrong is None:
        raise Http404("No event of this case answers to this address.")
    of = KINDS[wrong.kind]
    answered = [(wrong.answers_id, "As it is")] if wrong.answers_id else []
    asked = form_for(of, answerable=answered, base=CorrectionForm)
    form = asked(http.POST if http.method == "POST" else None, initial=CorrectionForm.initial_of(wrong))
    if form.is_bound and form.is_valid():
        data = form.cleaned_data
        try:
            correct_event(event=wrong, why=data["why"], on=timezone.localdate(), occurred_on=data["occurred_on"],
                          facts=form.facts, is_struck=data["is_struck"], by=http.user)  # fmt: skip
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, f"Corrected: {of.title.lower()}.", case)
    page = {"case": case, "child": case.child, "form": form, "title": f"Correct: {of.title.lower()}",
            "button": "Save the correction", "breadcrumbs": above(case)}  # fmt: skip
    return show(http, "record", page, status=422 if form.errors else 200)
