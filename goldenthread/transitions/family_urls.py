"""A move as the family reads it."""

from django.urls import path

from goldenthread.transitions.views import moves

app_name = "moves"
urlpatterns = [path("<uuid:case>/", moves.family, name="family")]
