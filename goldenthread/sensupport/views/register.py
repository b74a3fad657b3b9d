"""A school's register: who is on it, what is due, entering pupils and bringing in a list."""

from __future__ import annotations

from collections import Counter

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.audit import log
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.partners.models import Organisation
from goldenthread.sensupport.actions.register import bring_in, change_provision, enter_pupil
from goldenthread.sensupport.choices import Code
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.forms.register import ListForm, ProvisionForm, PupilForm
from goldenthread.sensupport.importing.register import read_list
from goldenthread.sensupport.models import Pupil, settings_of
from goldenthread.sensupport.queries.register import due, provision_now, register

HOME = [{"text": "SEN register", "href": "/sen/"}]


def school_of(http: HttpRequest) -> Organisation | None:
    """The school whose register is read: the one that was chosen, or the first of one's own."""
    own = settings_of(standing(http))
    chosen = http.GET.get("school", "")
    found = own.filter(pk=int(chosen)).first() if chosen.isdecimal() and len(chosen) < 12 else None
    return found or own.first()


@needs(Permission.KEEP_SEN_REGISTER)
def home(http: HttpRequest) -> HttpResponse:
    """What is due first, then the register."""
    school, day = school_of(http), timezone.localdate()
    entries = register(school, standing(http)) if school else []
    if school:
        log.record_read(
            "sensupport.register.read",
            subject=log.subject_of(school),
            by=http.user,
            detail={"pupils": len(entries)},
        )
    codes = Counter(one.provision.code for one in entries if one.provision)
    page = {
        "school": school, "schools": settings_of(standing(http)), "entries": entries, "due": due(entries, day), "today": day,
        "without": [one for one in entries if one.is_without_plan()], "faulty": [one for one in entries if one.faults],
        "counts": [(code.label, codes[code.value]) for code in (Code.SUPPORT, Code.PLAN)],
    }  # fmt: skip
    return render(http, "sensupport/home.html", page)


@needs(Permission.KEEP_SEN_REGISTER)
def add(http: HttpRequest) -> HttpResponse:
    """A pupil who is not on the register yet."""
    school = school_of(http)
    form = PupilForm(http.POST if http.method == "POST" else None)
    if form.is_bound and form.is_valid() and school:
        try:
            pupil = enter_pupil(setting=school, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{pupil} is on the register.")
            return redirect("sensupport:pupil", pupil.public_id)
    page = {"form": form, "school": school, "breadcrumbs": HOME}
    return render(http, "sensupport/add.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_SEN_REGISTER)
def bring(http: HttpRequest) -> HttpResponse:
    """A whole list: all of it, or nothing and what is wrong row by row."""
    school, troubles = school_of(http), []
    form = ListForm(http.POST, http.FILES) if http.method == "POST" else ListForm()
    if form.is_bound and form.is_valid() and school:
        try:
            listed = read_list(form.cleaned_data["file"].read(), timezone.localdate())
            new, here = bring_in(setting=school, listed=listed, on=timezone.localdate(), by=http.user)
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except ListRefused as refused:
            form.refuse(refused)
            troubles = refused.troubles
        else:
            messages.success(http, f"{new} pupils are new on the register, and {here} were on it.")
            return redirect("sensupport:home")
    page = {"form": form, "school": school, "troubles": troubles, "breadcrumbs": HOME}
    return render(http, "sensupport/bring.html", page, status=422 if form.errors else 200)


@needs(Permission.KEEP_SEN_REGISTER, pupil=Pupil)
def pupil(http: HttpRequest, pupil: Pupil) -> HttpResponse:
    """One pupil: what people see, what they get, and every cycle."""
    day = timezone.localdate()
    log.record_read("sensupport.pupil.read", subject=log.subject_of(pupil), by=http.user)
    cycles = list(pupil.cycles.select_related("reviewed_by"))
    page = {"pupil": pupil, "provision": provision_now(pupil, day), "cycles": cycles, "today": day,
            "running": next((one for one in cycles if one.reviewed_on is None), None), "breadcrumbs": HOME}  # fmt: skip
    return render(http, "sensupport/pupil.html", page)


@needs(Permission.KEEP_SEN_REGISTER, pupil=Pupil)
def provision(http: HttpRequest, pupil: Pupil) -> HttpResponse:
    """What the pupil gets from today on."""
    now = provision_now(pupil, timezone.localdate())
    initial = {name: getattr(pupil, name) for name in ("need_in_words", "strengths", "is_plan_elsewhere")}
    initial |= (
        {name: getattr(now, name) for name in ("code", "primary_need", "secondary_need")} if now else {}
    )
    form = ProvisionForm(http.POST if http.method == "POST" else None, initial=initial)
    if form.is_bound and form.is_valid():
        try:
            change_provision(pupil=pupil, on=timezone.localdate(), by=http.user, **form.cleaned_data)
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, "Kept.")
            return redirect("sensupport:pupil", pupil.public_id)
    page = {"form": form, "pupil": pupil, "breadcrumbs": under(pupil)}
    return render(http, "sensupport/provision.html", page, status=422 if form.errors else 200)


def under(pupil: Pupil) -> list[dict[str, str]]:
    """The way to a page under a pupil's."""
    return [*HOME, {"text": str(pupil), "href": f"/sen/{pupil.public_id}/"}]
