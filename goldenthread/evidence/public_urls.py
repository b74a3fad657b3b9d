"""What was published, for anybody."""

from django.urls import path

from goldenthread.evidence.views import following, published, published_statements, strategy

app_name = "published"
urlpatterns = [
    path("", published.versions, name="versions"),
    path("feed/", published.feed, name="feed"),
    path("follow/", following.follow, name="follow"),
    path("follow/asked/", following.asked, name="follow_asked"),
    path("follow/confirm/<str:secret>/", following.confirm, name="confirm_following"),
    path("follow/leave/<str:secret>/", following.leave, name="leave_following"),
    path("statements/", published_statements.statements, name="statements"),
    path("statements/<uuid:version>/", published_statements.statement, name="statement"),
    path("strategy/<int:review>/", strategy.agreed, name="strategy_review"),
    path("<uuid:version>/", published.version, name="version"),
    path("<uuid:version>/<slug:kind>/", published.download, name="file"),
]
