"""What every page has around it: the area's name, the way about, and the day that it is read as at."""

from __future__ import annotations

from typing import Any

from django.conf import settings
from django.http import HttpRequest
from django.urls import NoReverseMatch, reverse

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing
from goldenthread.commissioning.models import ServiceLine
from goldenthread.programme.models import Programme

PUBLIC = (
    ("Find help", "localoffer:front"),
    ("Guide", "localoffer:guide"),
    ("In school", "school_support:strategies"),
    ("Waiting times", "waits:services"),
    ("Have your say", "participation:front"),
    ("Progress", "programme:progress"),
    ("What changed", "programme:changes"),
    ("How we compare", "compare:measures"),
)
STAFF_ADDRESSES = (
    "/work/",
    "/casework/",
    "/advice/",
    "/transitions/",
    "/sen/",
    "/returns/",
    "/evidence/",
    "/local-offer/keep/",
    "/local-offer/mine/",
    "/commissioning/",
    "/keeping/",
    "/voice/",
    "/communication/",
    "/our-group/",
    "/account/people/",
    "/account/audit/",
    "/design/",
)
OF_A_PROGRAMME = (
    ("Board", "programme_staff:board"),
    ("Actions", "programme_staff:actions"),
    ("Risks", "programme_staff:risks"),
    ("Reviews", "programme_staff:reviews"),
    ("Plans", "programme_staff:plans"),
    ("What changed", "programme_staff:changes"),
    ("Measures", "evidence:board"),
    ("Statements", "evidence:statements"),
    ("Documents", "evidence:documents"),
)
OF_CASES = (
    ("My cases", "casework:home", Permission.VIEW_CASE),
    ("All cases", "casework:cases", Permission.VIEW_CASE),
    ("Messages", "casework:messages", Permission.VIEW_CASE),
    ("Letters", "casework:letters", Permission.VIEW_CASE),
    ("Advice", "casework:chase", Permission.WORK_CASE),
    ("Panels", "casework:panels", Permission.READ_PANEL_PAPERS),
    ("My teams", "casework:team", Permission.MANAGE_CASES),
    ("Reviews", "casework:backlog", Permission.MANAGE_CASES),
    ("Figures", "casework:figures", Permission.MANAGE_CASES),
    ("Codes and plans", "website:codes_and_plans", Permission.MANAGE_CASES),
    ("Enter a request", "casework:start", Permission.START_CASE),
    ("In an emergency", "keeping:glass", Permission.WORK_CASE),
    ("Bring in cases", "casework:import", Permission.IMPORT_CASES),
    ("Asked of me", "advice:asked", Permission.GIVE_ADVICE),
    ("Moves", "transitions:cohorts", Permission.PLAN_MOVES),
    ("Adult life", "transitions:adulthood", Permission.SET_GOALS),
    ("After year 11", "transitions:destinations", Permission.KEEP_DESTINATIONS),
    ("Internships", "transitions:internships", Permission.KEEP_INTERNSHIPS),
    ("Early list", "transitions:early", Permission.READ_EARLY_LIST),
    ("SEN register", "sensupport:home", Permission.KEEP_SEN_REGISTER),
    ("Children who come to us", "transitions:received", Permission.ACKNOWLEDGE_MOVE),
    ("Cases I follow", "case:followed", Permission.FOLLOW_CASE),
)
OF_THE_AREA = (
    ("Local Offer", "offer_staff:home", Permission.KEEP_OFFER),
    ("My entries", "localoffer:mine", Permission.KEEP_OWN_ENTRY),
    ("Guide", "offer_staff:pages", Permission.KEEP_OFFER),
    ("Joint commissioning", "commissioning:home", Permission.VIEW_COMMISSIONING),
    ("My contracts", "commissioning:contracts", Permission.SEND_RETURNS),
    ("Waiting times", "commissioning:waits", Permission.READ_WAITS),
    ("Have your say", "voice:home", Permission.RUN_SURVEYS),
    ("Messages", "communication:home", Permission.PLAN_MESSAGES),
    ("Our group", "our_group:home", Permission.KEEP_GROUP_PAPERS),
    ("Answers to sort", "voice:to_sort", Permission.SORT_WORDS),
    ("Stopped for you", "voice:held", Permission.SCREEN_WORDS),
    ("Figures of the area", "returns:figures", Permission.VIEW_FIGURES),
    ("SENCOs and training", "sensupport:people", Permission.KEEP_WORKFORCE),
    ("SEN support", "sensupport:area", Permission.VIEW_FIGURES),
    ("Live measures", "evidence:measures", Permission.VIEW_PROGRAMME),
    ("SEN2 return", "returns:drafts", Permission.SIGN_RETURNS),
    ("Lists for inspectors", "returns:lists", Permission.BUILD_RETURNS),
    ("Answers in numbers", "returns:answers", Permission.BUILD_RETURNS),
    ("Published statistics", "returns:releases", Permission.LOAD_STATISTICS),
    ("Kept and removed", "keeping:home", Permission.REMOVE_BY_RULE),
    ("When it is down", "keeping:continuity", Permission.TAKE_CONTINUITY),
    ("On duty", "keeping:alerts", Permission.STAND_DUTY),
    ("People", "accounts_people", Permission.MANAGE_USERS),
    ("Audit", "accounts_audit", Permission.VIEW_AUDIT),
)
FOOTER = (
    {"text": "Accessibility", "href": "/accessibility/"},
    {"text": "Privacy", "href": "/privacy/"},
)
DEMONSTRATION_NOTICE = (
    "This is a demonstration. The people in it are invented; rows marked illustrative are too."
)


def shell(http: HttpRequest) -> dict[str, Any]:
    """Context for the templates' shells. Navigation is worked out only if the template asks for it."""
    return {
        "area_name": settings.AREA_NAME,
        "product_name": settings.SERVICE_NAME,
        "notice": DEMONSTRATION_NOTICE if settings.DEMONSTRATION else "",
        "sign_in_href": "" if http.user.is_authenticated else reverse("account_login"),
        "footer_links": lambda: footer(http.resolver_match.view_name if http.resolver_match else ""),
        "navigation": lambda: _staff(http) if http.path.startswith(STAFF_ADDRESSES) else _public(http),
        "has_waiting_times": lambda: ServiceLine.objects.open_to_public().exists(),
        "follows_cases": lambda: http.user.is_authenticated and standing(http).may(Permission.FOLLOW_CASE),
        **_reader(http),
    }


def footer(page: str = "") -> tuple[dict[str, str], ...]:
    """What stands at the foot: last the button that calls the people on duty.

    It says which page it was by its name, never by its address; on a page that is not found it says nothing, for the name
    would give away what is hidden.
    """
    href = f"{reverse('report_a_breach')}?page={page}"
    return (*FOOTER, {"text": "I can see someone else’s information", "href": href})


def _reader(http: HttpRequest) -> dict[str, str]:
    """Who is reading, for the staff pages' header."""
    if not http.user.is_authenticated:
        return {}
    return {"signed_in_as": str(http.user), "sign_out_href": reverse("account_logout")}


def _entry(http: HttpRequest, text: str, name: str, *arguments: str) -> dict[str, Any] | None:
    try:
        href = reverse(name, args=arguments)
    except NoReverseMatch:
        return None
    return {"text": text, "href": href, "current": http.path == href}


def _public(http: HttpRequest) -> list[dict[str, Any]]:
    entries = [_entry(http, text, name) for text, name in PUBLIC]
    return [entry for entry in entries if entry]


def _staff(http: HttpRequest) -> list[dict[str, Any]]:
    if not http.user.is_authenticated:
        return []
    may = standing(http).may
    named = http.resolver_match.kwargs.get("programme") if http.resolver_match else None
    slug = getattr(named, "slug", None)
    entries = [_entry(http, "My work", "programme_staff:my_work")]
    entries += [_entry(http, text, name) for text, name, permission in OF_CASES if may(permission)]
    if may(Permission.VIEW_PROGRAMME) and (slug := slug or _first_programme(http)):
        entries += [_entry(http, text, name, slug) for text, name in OF_A_PROGRAMME]
    entries += [_entry(http, text, name) for text, name, permission in OF_THE_AREA if may(permission)]
    return [entry for entry in entries if entry]


def _first_programme(http: HttpRequest) -> str | None:
    within = Programme.objects.within(standing(http).reach(Permission.VIEW_PROGRAMME))
    slug: str | None = within.order_by("pk").values_list("slug", flat=True).first()
    return slug
