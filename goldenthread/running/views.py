"""What machines ask: does the program answer, can it serve, is all well, and the numbers. No detail to strangers."""

from __future__ import annotations

from django.http import Http404, HttpRequest, HttpResponse, JsonResponse
from django.views.decorators.cache import never_cache

from goldenthread.accounts.gate import public
from goldenthread.running import metrics, strangers
from goldenthread.running.checks.finding import Check, State
from goldenthread.running.checks.register import NEEDED, WATCHED, look_at


@public
@never_cache
def live(http: HttpRequest) -> HttpResponse:
    """The process answers. It asks nothing of the database: a process is not restarted for another's trouble."""
    return JsonResponse({"status": "well"})


@public
@never_cache
def ready(http: HttpRequest) -> HttpResponse:
    """Whether pages and forms can be answered here: a balancer sends people elsewhere on 503."""
    return _told(http, NEEDED)


@public
@never_cache
def well(http: HttpRequest) -> HttpResponse:
    """Whether anything is broken for which somebody should be called: the worker too."""
    return _told(http, WATCHED)


def _told(http: HttpRequest, checks: tuple[Check, ...]) -> HttpResponse:
    found = list(look_at(checks))
    is_well = all(one.state is not State.BROKEN for one in found)
    said: dict[str, object] = {"status": "well" if is_well else "not well"}
    if strangers.may_see(http):
        said["checks"] = [
            {"name": one.name, "state": one.state, "found": one.found, "remedy": one.remedy} for one in found
        ]
    return JsonResponse(said, status=200 if is_well else 503)


@public
@never_cache
def numbers(http: HttpRequest) -> HttpResponse:
    """The numbers, in the words of Prometheus; to strangers there is no such page."""
    if not strangers.may_see(http):
        raise Http404
    return HttpResponse(metrics.page(), content_type=metrics.KIND)
