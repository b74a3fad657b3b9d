"""What every school does, for anybody to read and search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import public
from goldenthread.kit.caching import for_everybody
from goldenthread.sensupport.choices import Age, Area, Layer
from goldenthread.sensupport.strategies import book, changes, find


@public
@for_everybody
def strategies(http: HttpRequest) -> HttpResponse:
    """The strategies, by area; with words, those that have them."""
    words = http.GET.get("q", "").replace("\0", "").strip()[:100]
    area = http.GET.get("area", "") if http.GET.get("area") in Area.values else ""
    layer = http.GET.get("layer", "") if http.GET.get("layer") in Layer.values else ""
    age = http.GET.get("age", "") if http.GET.get("age") in Age.values else ""
    shown, newest = book(http.GET.get("version", "")), book()
    found = find(words, area, layer, age, shown.version)
    groups = [(one.label, [each for each in found if each.area == one]) for one in Area]
    page = {
        "book": shown, "newest": newest, "changes": changes(), "groups": [group for group in groups if group[1]],
        "total": len(found), "words": words, "area": area, "areas": Area.choices, "layer": layer, "layers": Layer.choices,
        "age": age, "ages": Age.choices,
    }  # fmt: skip
    return render(http, "sensupport/strategies.html", page)
