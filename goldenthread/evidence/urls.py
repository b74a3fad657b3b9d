"""Measures, evidence and statements, for staff."""

from django.urls import path

from goldenthread.evidence.views import figures, measures, publications

app_name = "evidence"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<int:measure>/", measures.measure, name="measure"),
    path("measures/<int:measure>/run.svg", measures.chart, name="measure_chart"),
    path("measures/<int:measure>/tie/", measures.tie, name="tie"),
    path("measures/<int:measure>/freeze/", measures.freeze, name="freeze"),
    path("frozen/<int:frozen>/", measures.frozen, name="frozen"),
    path("documents/<slug:programme>/", publications.documents, name="documents"),
    path("documents/<slug:programme>/prepare/", publications.prepare, name="document_prepare"),
    path("drafts/<uuid:draft>/", publications.draft, name="document_draft"),
    path("drafts/<uuid:draft>/let-through/", publications.let_through, name="document_let_through"),
    path("drafts/<uuid:draft>/publish/", publications.publish, name="document_publish"),
    path("drafts/<uuid:draft>/give-up/", publications.give_up, name="document_give_up"),
]
