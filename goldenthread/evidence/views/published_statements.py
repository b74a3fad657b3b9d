"""Position statements that all partners signed, for anybody."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse
from django.shortcuts import render
from django.utils import timezone

from goldenthread.accounts.gate import public
from goldenthread.evidence.models import StatementVersion
from goldenthread.evidence.queries.statements import statement_held, statements_held
from goldenthread.kit.caching import for_everybody
from goldenthread.programme.queries.areas import programmes


@public
@for_everybody
def statements(http: HttpRequest) -> HttpResponse:
    """The statements that stand today, of the programme that is asked for or the first."""
    asked = http.GET.get("programme")
    programme = next((one for one in programmes() if asked in (None, "", one.slug)), None)
    if programme is None:
        raise Http404("There is no programme here yet.")
    today = timezone.localdate()
    standing = StatementVersion.objects.filter(statement__programme=programme).standing_on(today)
    page = {
        "programme": programme,
        "statements": statements_held(standing.select_related("statement"), today),
    }
    return render(http, "evidence/public_statements.html", page)


@public(version=StatementVersion)
@for_everybody
def statement(http: HttpRequest, version: StatementVersion) -> HttpResponse:
    """A signed statement: what it says, what each sentence rests on, who signed, and whether it still holds."""
    held = statement_held(version, timezone.localdate())
    later = version.statement.versions.exclude(stands_from=None).filter(number__gt=version.number).last()
    earlier = version.statement.versions.exclude(stands_from=None).filter(number__lt=version.number)
    page = {"version": version, "held": held, "later": later, "earlier": earlier}
    return render(http, "evidence/public_statement.html", page)
