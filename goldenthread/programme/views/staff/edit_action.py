"""The words of an action, and the people with an account who lead it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.models import User
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.roles import roles_that_hold
from goldenthread.programme.actions import action_plan
from goldenthread.programme.actions.revising import revise
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.forms.actions import ActionWordsForm, LeadsForm
from goldenthread.programme.models import Action, Programme
from goldenthread.programme.views.staff.conflict import both_versions, chosen
from goldenthread.programme.views.staff.frame import crumbs, done, show


@needs(Permission.EDIT_PLAN, action=Action)
def words(http: HttpRequest, action: Action) -> HttpResponse:
    """Change what an action says, who leads it, when it starts; or withdraw it."""
    programme = action.area.plan.programme
    here = reverse("programme_staff:action_words", args=[action.pk])
    back = reverse("programme_staff:action", args=[action.pk])
    sent = chosen(http.POST) if http.method == "POST" else None
    form = ActionWordsForm(sent, initial=ActionWordsForm.initial_of(action.versions.get(known_until=None)))
    if sent is not None and form.is_valid():
        data = form.cleaned_data
        try:
            revise(action, changes=form.changes, based_on=data["based_on"], on=timezone.localdate(),
                   reason=data["reason"], by=http.user)  # fmt: skip
        except Conflict as conflict:
            of = {"programme": programme, "thing": action.name_in_sentence}
            return both_versions(http, form, conflict, of=of, save_href=here, back_href=back)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The action’s words are changed.", "action", action.pk)
    page = {
        "programme": programme, "record": action, "form": form, "title": f"Change {action.name_in_sentence}",
        "button": "Save the action", "breadcrumbs": crumbs(programme, (str(action), back)),
    }  # fmt: skip
    return show(http, "form", page, status=422 if form.errors else 200)


@needs(Permission.EDIT_PLAN, action=Action)
def leads(http: HttpRequest, action: Action) -> HttpResponse:
    """Name the people with an account who lead an action: they may update it and be asked."""
    programme = action.area.plan.programme
    people = possible_leads(programme)
    form = LeadsForm(http.POST if http.method == "POST" else None, people=people,
                     initial={"people": list(action.led_by.values_list("pk", flat=True))})  # fmt: skip
    if form.is_bound and form.is_valid():
        action_plan.name_leads(action=action, people=form.cleaned_data["people"], by=http.user)
        return done(http, "Saved. They see the action in their work.", "action", action.pk)
    page = {
        "programme": programme, "record": action, "form": form, "title": f"Who updates {action.name_in_sentence}?",
        "button": "Save the leads",
        "breadcrumbs": crumbs(programme, (str(action), reverse("programme_staff:action", args=[action.pk]))),
    }  # fmt: skip
    return show(http, "form", page, status=422 if form.errors else 200)


def possible_leads(programme: Programme) -> object:
    """People whose role lets them update their own actions of this programme today."""
    roles = [role.key for role in roles_that_hold(Permission.UPDATE_OWN_ACTION)]
    today = timezone.localdate()
    held = User.objects.filter(
        is_active=True, holdings__role__in=roles, holdings__scope__in=["", f"programme:{programme.slug}"],
        holdings__starts_on__lte=today,
    ).exclude(holdings__ends_on__lt=today)  # fmt: skip
    return held.distinct().order_by("name", "pk")
