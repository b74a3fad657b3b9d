"""Which room answers which address."""

from django.urls import include, path

urlpatterns = [
    path("", include("goldenthread.website.urls")),
    path("", include("goldenthread.programme.urls")),
    path("account/", include("goldenthread.accounts.urls")),
]
