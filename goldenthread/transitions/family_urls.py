"""A move, and the way to adult life, as the young person, the family and the school read it."""

from django.urls import path

from goldenthread.transitions.views import goals, moves, profiles

app_name = "moves"
urlpatterns = [
    path("<uuid:case>/", moves.family, name="family"),
    path("<uuid:case>/profile/", profiles.own_profile, name="profile"),
    path("<uuid:case>/profile/write/", profiles.profile_write, name="profile_write"),
    path("<uuid:case>/adulthood/", goals.own_goals, name="goals"),
    path("<uuid:case>/adulthood/add/", goals.goal_add, name="goal_add"),
    path("<uuid:case>/adulthood/<uuid:goal>/", goals.goal, name="goal"),
]
