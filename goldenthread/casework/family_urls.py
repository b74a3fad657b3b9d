"""The pages of those who follow a case."""

from django.urls import path

from goldenthread.casework.views import family

app_name = "case"
urlpatterns = [
    path("", family.followed, name="followed"),
    path("ask/", family.ask, name="ask"),
    path("<uuid:case>/", family.follow, name="follow"),
]
