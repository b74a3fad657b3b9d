"""What was published, for anybody."""

from django.urls import path

from goldenthread.evidence.views import published

app_name = "published"
urlpatterns = [
    path("", published.versions, name="versions"),
    path("feed/", published.feed, name="feed"),
    path("<uuid:version>/", published.version, name="version"),
    path("<uuid:version>/<slug:kind>/", published.download, name="file"),
]
