"""Measures, evidence and statements, for staff."""

from django.urls import path

from goldenthread.evidence.views import figures, measures

app_name = "evidence"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<int:measure>/", measures.measure, name="measure"),
    path("measures/<int:measure>/run.svg", measures.chart, name="measure_chart"),
    path("measures/<int:measure>/tie/", measures.tie, name="tie"),
    path("measures/<int:measure>/freeze/", measures.freeze, name="freeze"),
    path("frozen/<int:frozen>/", measures.frozen, name="frozen"),
]
