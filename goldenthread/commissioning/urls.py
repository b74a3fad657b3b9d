"""Waiting times: what anybody may read."""

from django.urls import path

from goldenthread.commissioning.views import public

app_name = "waits"
urlpatterns = [
    path("", public.services, name="services"),
    path("<slug:line>/", public.service, name="service"),
    path("<slug:line>/waiting.svg", public.drawing, name="drawing"),
    path("<slug:line>/waiting-times.csv", public.csv_file, name="csv"),
    path("<slug:line>/waiting-times.json", public.json_file, name="json"),
]
