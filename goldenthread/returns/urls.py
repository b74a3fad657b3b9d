"""Returns and figures, for staff."""

from django.urls import path

from goldenthread.returns.views import figures, releases

app_name = "returns"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("releases/", releases.releases, name="releases"),
    path("releases/<int:number>/", releases.release, name="release"),
]
