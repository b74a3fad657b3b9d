"""A school beside others, and the facts that say which are like it."""

from __future__ import annotations

from django.contrib import messages
from django.http import HttpRequest, HttpResponse
from django.shortcuts import redirect, render
from django.utils import timezone

from goldenthread.accounts.gate import needs
from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.kit.errors import Refused
from goldenthread.kit.received.tables import UnreadableFile
from goldenthread.kit.table import Column, Table
from goldenthread.sensupport.actions.facts import bring_in_facts
from goldenthread.sensupport.errors import ListRefused
from goldenthread.sensupport.forms.facts import FactsForm
from goldenthread.sensupport.importing.facts import read_facts
from goldenthread.sensupport.models import FactsTable, settings_of
from goldenthread.sensupport.queries.comparison import FEWEST_SCHOOLS, MEASURES, Comparison, Share, comparison
from goldenthread.sensupport.queries.neighbours import RULE
from goldenthread.sensupport.views.register import HOME, school_of


@needs(Permission.KEEP_SEN_REGISTER)
def compare(http: HttpRequest) -> HttpResponse:
    """One's own school, those of its phase, and all others of the area."""
    school = school_of(http)
    seen = [one.pk for one in settings_of(standing(http)) if one != school]
    found = comparison(school, timezone.localdate(), seen) if school else None
    page = {"school": school, "found": found, "table": _table(found) if found else None, "fewest": FEWEST_SCHOOLS, "rule": RULE,
            "breadcrumbs": HOME}  # fmt: skip
    return render(http, "sensupport/compare.html", page)


def _table(found: Comparison) -> Table:
    columns = [
        Column("Pupils"),
        Column("Your school", True),
        Column("Schools like yours", True),
        Column("All other schools", True),
    ]
    rows = []
    for place, label in enumerate(MEASURES):
        groups = [one.shares[place] if one.shares else None for one in (found.alike, found.area)]
        rows.append([label, _own(found.own[place]), *(_others(one) for one in groups)])
    return Table("Your school beside others", columns, rows, is_caption_hidden=True)


def _own(share: Share) -> str:
    return "–" if share.per_cent is None else f"{share.per_cent}% ({share.part} of {share.whole})"


def _others(share: Share | None) -> str:
    return "too few" if share is None else f"{share.per_cent}% of {share.whole:,}"


@needs(Permission.KEEP_WORKFORCE)
def facts(http: HttpRequest) -> HttpResponse:
    """Bring in a table of facts about schools; see those that came before."""
    form = FactsForm(http.POST, http.FILES) if http.method == "POST" else FactsForm()
    troubles: list[tuple[int, str]] = []
    if form.is_bound and form.is_valid():
        given = form.cleaned_data
        try:
            held = bring_in_facts(rows=read_facts(given["file"].read()), as_at=given["as_at"], source=given["source"],
                                  on=timezone.localdate(), by=http.user)  # fmt: skip
        except UnreadableFile as unreadable:
            form.add_error("file", str(unreadable))
        except ListRefused as refused:
            form.refuse(refused)
            troubles = refused.troubles
        except Refused as refused:
            form.refuse(refused)
        else:
            messages.success(
                http, f"Facts of {len(held.facts)} schools are in. An earlier table stays on record."
            )
            return redirect("sensupport:facts")
    page = {"form": form, "troubles": troubles, "tables": FactsTable.objects.all()[:20], "rule": RULE,
            "breadcrumbs": [{"text": "SENCOs and training", "href": "/sen/people/"}]}  # fmt: skip
    return render(http, "sensupport/facts.html", page, status=422 if form.errors else 200)
