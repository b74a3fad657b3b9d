"""A group's own room."""

from django.urls import path

from goldenthread.participation.views import workspace

app_name = "our_group"
urlpatterns = [
    path("", workspace.home, name="home"),
    path("write/", workspace.write, name="write"),
    path("members/", workspace.members, name="members"),
    path("papers/<uuid:paper>/", workspace.paper, name="paper"),
]
