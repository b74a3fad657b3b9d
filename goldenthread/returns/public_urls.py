"""How we compare: what anybody may read."""

from django.urls import path

from goldenthread.returns.views import compare

app_name = "compare"
urlpatterns = [
    path("", compare.measures, name="measures"),
    path("<slug:key>/", compare.measure, name="measure"),
    path("<slug:key>/figures.csv", compare.download, name="download"),
    path("<slug:key>/<slug:kind>.svg", compare.drawing, name="drawing"),
]
