"""What every school does, for anybody to read and search."""

from __future__ import annotations

from django.http import HttpRequest, HttpResponse
from django.shortcuts import render

from goldenthread.accounts.gate import public
from goldenthread.sensupport.choices import Area, Layer
from goldenthread.sensupport.strategies import book, find


@public
def strategies(http: HttpRequest) -> HttpResponse:
    """The strategies, by area; with words, those that have them."""
    words = http.GET.get("q", "").replace("\0", "").strip()[:100]
    area = http.GET.get("area", "") if http.GET.get("area") in Area.values else ""
    layer = http.GET.get("layer", "") if http.GET.get("layer") in Layer.values else ""
    found = find(words, area, layer)
    groups = [(one.label, [each for each in found if each.area == one]) for one in Area]
    page = {
        "book": book(), "groups": [group for group in groups if group[1]], "total": len(found), "words": words, "area": area,
        "layer": layer, "areas": Area.choices, "layers": Layer.choices, "layer_words": dict(Layer.choices),
    }  # fmt: skip
    return render(http, "sensupport/strategies.html", page)
