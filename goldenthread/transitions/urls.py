"""Moves, for those who plan them and for settings."""

from django.urls import path

from goldenthread.transitions.views import (
    cohorts,
    deciding,
    destinations,
    early,
    goals,
    internships,
    moves,
    profiles,
)

app_name = "transitions"
urlpatterns = [
    path("", cohorts.cohorts, name="cohorts"),
    path("no-date/", cohorts.undated, name="undated"),
    path("no-date/<int:undated>/", cohorts.settle, name="settle"),
    path("cases/<uuid:case>/", moves.plan, name="plan"),
    path("cases/<uuid:case>/year/", moves.year, name="year"),
    path("received/", moves.received, name="received"),
    path("adulthood/", goals.adulthood, name="adulthood"),
    path("adulthood/<uuid:case>/", goals.goals, name="goals"),
    path("adulthood/<uuid:case>/add/", goals.goal_add, name="goal_add"),
    path("adulthood/<uuid:case>/<uuid:goal>/", goals.goal, name="goal"),
    path("destinations/", destinations.destinations, name="destinations"),
    path("destinations/list.csv", destinations.destinations_csv, name="destinations_csv"),
    path("destinations/bring/", destinations.destinations_bring, name="destinations_bring"),
    path("destinations/<uuid:case>/", destinations.destination, name="destination"),
    path("employers/", internships.employers, name="employers"),
    path("employers/add/", internships.employer_add, name="employer_add"),
    path("employers/<uuid:employer>/", internships.employer, name="employer"),
    path("internships/", internships.internships, name="internships"),
    path("internships/begin/<uuid:case>/", internships.internship_begin, name="internship_begin"),
    path("internships/<uuid:internship>/", internships.internship, name="internship"),
    path("early/", early.early, name="early"),
    path("early/cases/<uuid:case>/", early.notice, name="notice"),
    path("early/<uuid:notice>/", early.early_one, name="early_one"),
    path("decides/<uuid:case>/", deciding.decides, name="decides"),
    path("profiles/<uuid:case>/", profiles.profile, name="profile"),
    path("profiles/<uuid:case>/write/", profiles.profile_write, name="profile_write"),
    path("<uuid:move>/", moves.move, name="move"),
    path("<uuid:move>/setting/", moves.at_setting, name="at_setting"),
]
