"""Measures, evidence and statements, for staff."""

from django.urls import path

from goldenthread.evidence.views import figures

app_name = "evidence"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
]
