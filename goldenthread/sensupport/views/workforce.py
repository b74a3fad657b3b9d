"""The people who do it: SENCOs, champions, training."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.kit.errors import Refused
from goldenthread.sensupport.actions import workforce
from goldenthread.sensupport.choices import Area
from goldenthread.sensupport.forms.workforce import (
    AttendanceForm,
    ChampionForm,
    QualificationForm,
    SencoForm,
    TrainingForm,
)
from goldenthread.sensupport.models import SencoPost, Training
from goldenthread.sensupport.queries import workforce as asked
from goldenthread.sensupport.strategies import book

AREAS = [one.label for one in Area]
HOME = [{"text": "SENCOs and training", "href": "/sen/people/"}]


@needs(Permission.KEEP_WORKFORCE)
def home(http: HttpRequest) -> HttpResponse:
    """SENCOs by their clocks, the champions' map, training, and who has had none."""
    day = timezone.localdate()
    champions = [(name, list(zip(AREAS, held, strict=True))) for name, held in asked.coverage(day)]
    page = {
        "posts": asked.posts(day), "without": asked.schools_without_senco(day), "coverage": champions,
        "areas": AREAS, "trainings": asked.trainings(day), "untrained": asked.untrained(day)[:20],
    }  # fmt: skip
    return render(http, "sensupport/people.html", page)


def _write(
    http: HttpRequest,
    form: Any,
    title: str,
    save: Callable[[], Any],
    where: str = "sensupport:people",
    *key: Any,
) -> HttpResponse:
    if form.is_bound and form.is_valid():
        try:
            save()
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Kept.")
            return redirect(where, *key)
    page = {"form": form, "title": title, "breadcrumbs": HOME}
    return render(http, "sensupport/people_form.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_WORKFORCE)
def senco(http: HttpRequest) -> HttpResponse:
    """A new SENCO."""
    form = SencoForm(http.POST if http.method == "POST" else None)
    return _write(http, form, "A new SENCO", lambda: workforce.name_senco(by=http.user, **form.cleaned_data))


@needs(Permission.KEEP_WORKFORCE, post=SencoPost)
def qualification(http: HttpRequest, post: SencoPost) -> HttpResponse:
    """How far a SENCO's qualification is."""
    initial = {name: getattr(post, name) for name in ("has_award", "enrolled_on", "qualified_on")}
    form = QualificationForm(http.POST if http.method == "POST" else None, initial=initial)
    day = timezone.localdate()
    return _write(http, form, f"Qualification of {post}", lambda: workforce.note_qualification(
        post=post, on=day, by=http.user, **form.cleaned_data))  # fmt: skip


@needs(Permission.KEEP_WORKFORCE)
def champion(http: HttpRequest) -> HttpResponse:
    """A new champion."""
    form = ChampionForm(http.POST if http.method == "POST" else None)
    return _write(
        http, form, "A new champion", lambda: workforce.name_champion(by=http.user, **form.cleaned_data)
    )


@needs(Permission.KEEP_WORKFORCE)
def add_training(http: HttpRequest) -> HttpResponse:
    """A new training."""
    form = TrainingForm(http.POST if http.method == "POST" else None)
    return _write(
        http, form, "A training or meeting", lambda: workforce.add_training(by=http.user, **form.cleaned_data)
    )


@needs(Permission.KEEP_WORKFORCE, training=Training)
def training(http: HttpRequest, training: Training) -> HttpResponse:
    """A training: who came, how sure they felt, and what they do differently."""
    form = AttendanceForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid():
        workforce.note_attendance(training=training, by=http.user, **form.cleaned_data)
        messages.success(http, "Kept.")
        return redirect("sensupport:training", training.public_id)
    came = list(training.attendances.select_related("setting", "certificate"))
    page = {
        "can_issue": training.held_on <= timezone.localdate() and any(not hasattr(one, "certificate") for one in came),
        "training": training, "form": form, "felt": asked.felt(training), "strategies": book().titles(training.strategies),
        "attendances": came, "breadcrumbs": HOME, "fewest": asked.FEWEST,
    }  # fmt: skip
    return render(http, "sensupport/training.html", page, status=422 if form.errors else 200)
