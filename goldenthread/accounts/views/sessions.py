"""Where somebody is signed in, and ending what they do not know."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.actions.unused import end_session
from goldenthread.accounts.gate import signed_in
from goldenthread.accounts.sessions import note, sessions_of
from goldenthread.accounts.standing import reader


@signed_in
def where(http: HttpRequest) -> HttpResponse:
    """Every browser in which the reader is signed in; one's own and all others can be ended, nobody else's."""
    note(http, timezone.now())
    held = sessions_of(reader(http))
    if http.method == "POST":
        wanted = http.POST.get("end", "")
        others = [one for one in held if one.key != http.session.session_key]
        chosen = [one for one in others if wanted in ("all", str(one.pk))]
        for one in chosen:
            end_session(session=one, by=reader(http))
        messages.success(http, "Signed out there." if chosen else "That one had ended already.")
        return redirect("accounts_where")
    page = {"sessions": held, "here": http.session.session_key, "others": len(held) > 1}
    return render(http, "accounts/where.html", page)
