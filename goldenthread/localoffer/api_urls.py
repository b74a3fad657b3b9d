"""Open Referral UK 3.0: every endpoint of levels 1 and 2, at one stub."""

from django.urls import path

from goldenthread.localoffer.views import open_referral as api

app_name = "openreferral"
LISTS = {
    "services": (api.services, api.service), "service_at_locations": (api.places, api.place),
    "organizations": (api.organizations, api.organization), "taxonomies": (api.taxonomies, api.taxonomy),
    "taxonomy_terms": (api.terms, api.term),
}  # fmt: skip
urlpatterns = [
    path("", api.about, name="about"),
    path("openapi.json", api.openapi, name="openapi"),
    *(path(f"{name}", views[0], name=name) for name, views in LISTS.items()),
    *(path(f"{name}/<uuid:key>", views[1], name=f"{name}_one") for name, views in LISTS.items()),
]
