"""The public pages of the improvement programme."""

from django.urls import path

from goldenthread.programme.views import charts, open_data, papers, public

app_name = "programme"
urlpatterns = [
    path("", public.progress, name="progress"),
    path("areas/<int:area>/", public.area, name="area"),
    path("changes/", public.changes, name="changes"),
    path("timeline/", public.timeline, name="timeline"),
    path("strategy/", public.strategy, name="strategy"),
    path("record/", public.record, name="record"),
    path("versions/<int:publication>/", public.version, name="version"),
    path("progress.json", open_data.as_json, name="json"),
    path("progress.csv", open_data.as_csv, name="csv"),
    path("feed/", open_data.feed, name="feed"),
    path("charts/areas.svg", charts.areas_over_time, name="areas_chart"),
    path("paper/<slug:programme>.pdf", papers.pdf, name="paper_pdf"),
    path("paper/<slug:programme>.docx", papers.docx, name="paper_docx"),
]
