"""What machines ask about the machine."""

from django.urls import path

from goldenthread.running import views

app_name = "running"
urlpatterns = [
    path("health/", views.well, name="well"),
    path("health/live/", views.live, name="live"),
    path("health/ready/", views.ready, name="ready"),
    path("metrics", views.numbers, name="metrics"),
]
