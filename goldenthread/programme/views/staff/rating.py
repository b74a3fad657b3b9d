"""The rating key: what each grade means, as at a day, and changing it."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.urls import reverse
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.programme.actions.rating import change_key
from goldenthread.programme.errors import Conflict, Refused
from goldenthread.programme.forms.rating import RatingKeyForm
from goldenthread.programme.models import Programme
from goldenthread.programme.queries.areas import programme_as_known
from goldenthread.programme.rating_key import in_order
from goldenthread.programme.views.as_at import as_at
from goldenthread.programme.views.staff.frame import crumbs, done, show


@needs(Permission.VIEW_PROGRAMME, programme=Programme)
def rating(http: HttpRequest, programme: Programme) -> HttpResponse:
    """The key as it was on a day, and when it changed."""
    at = as_at(http)
    versions = (
        programme.versions.filter(known_from__lte=at.day)
        .select_related("recorded_by")
        .order_by("-known_from", "-pk")
    )
    page = {"programme": programme, **at.for_page(), "key": in_order(programme_as_known(programme, at.day).rating_key),
            "versions": versions, "breadcrumbs": crumbs(programme)}  # fmt: skip
    return show(http, "rating", page)


@needs(Permission.EDIT_PLAN, programme=Programme)
def change_rating(http: HttpRequest, programme: Programme) -> HttpResponse:
    """Change the words, shapes and rules of the grades. A grade that actions have cannot be taken away."""
    now = programme.versions.get(known_until=None)
    form = RatingKeyForm(http.POST if http.method == "POST" else None, key=now.rating_key, version=now.pk)
    if form.is_bound and form.is_valid():
        try:
            change_key(programme=programme, key=form.key, based_on=form.cleaned_data["based_on"],
                       on=timezone.localdate(), reason=form.cleaned_data["reason"], by=http.user)  # fmt: skip
        except Conflict as conflict:
            form.add_error(
                None, f"{conflict.sentence} Their key: {RatingKeyForm.in_words(conflict.theirs.rating_key)}"
            )
            form.read_again(conflict.theirs.pk)
        except Refused as refused:
            form.refuse(refused)
        else:
            return done(http, "The rating key is changed from today.", "rating", programme.slug)
    above = ("Rating key", reverse("programme_staff:rating", args=[programme.slug]))
    page = {"programme": programme, "form": form, "breadcrumbs": crumbs(programme, above)}
    return show(http, "rating_form", page, status=422 if form.errors else 200)
