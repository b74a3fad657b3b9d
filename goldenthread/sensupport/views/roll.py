"""A school's list of attendance, suspensions and social workers, and the inclusion list that a rule makes of it."""

from __future__ import annotations

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
from goldenthread.sensupport.actions.roll import bring_in_roll
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.forms.roll import RollForm
from goldenthread.sensupport.importing.roll import read_roll
from goldenthread.sensupport.inclusion import RULE
from goldenthread.sensupport.queries.inclusion import included, latest_list
from goldenthread.sensupport.views.register import HOME, school_of


@needs(Permission.KEEP_SEN_REGISTER)
def inclusion(http: HttpRequest) -> HttpResponse:
    """Whom the rule names, and why."""
    school, day = school_of(http), timezone.localdate()
    roll = latest_list(school, day) if school else None
    entries = included(roll, standing(http)) if roll else []
    if roll:
        log.record_read("sensupport.inclusion.read", subject=log.subject_of(roll), by=http.user,
                        detail={"pupils": len(entries)})  # fmt: skip
    page = {"school": school, "roll": roll, "entries": entries, "rule": RULE, "breadcrumbs": HOME,
            "is_old": roll is not None and (day - roll.until).days > OLD_DAYS}  # fmt: skip
    return render(http, "sensupport/inclusion.html", page)


OLD_DAYS = 45
"""After so many days a list is said to be old: about half a term, and ours."""


@needs(Permission.KEEP_SEN_REGISTER)
def bring_roll(http: HttpRequest) -> HttpResponse:
    """A list of everybody on the roll: all of it, or nothing and every row that is wrong."""
    school, troubles, day = school_of(http), [], timezone.localdate()
    form = RollForm(http.POST, http.FILES) if http.method == "POST" else RollForm(initial={"until": day})
    if form.is_bound and form.is_valid() and school:
        given = form.cleaned_data
        try:
            listed = read_roll(given["file"].read(), day)
            bring_in_roll(
                setting=school,
                listed=listed,
                until=given["until"],
                is_again=given["is_again"],
                on=day,
                by=http.user,
            )
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except ListRefused as refused:
            form.refuse(refused)
            troubles = refused.troubles
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(http, f"{len(listed.rows)} pupils are counted.")
            return redirect("sensupport:inclusion")
    page = {"form": form, "school": school, "troubles": troubles, "breadcrumbs": HOME}
    return render(http, "sensupport/bring_roll.html", page, status=422 if form.errors else 200)
