"""A school's SEN register."""

from django.urls import path

from goldenthread.sensupport.views import area, cycles, register

app_name = "sensupport"
urlpatterns = [
    path("", register.home, name="home"),
    path("add/", register.add, name="add"),
    path("list/", register.bring, name="bring"),
    path("area/", area.area, name="area"),
    path("<uuid:pupil>/", register.pupil, name="pupil"),
    path("<uuid:pupil>/provision/", register.provision, name="provision"),
    path("<uuid:pupil>/cycle/", cycles.start, name="start"),
    path("cycles/<uuid:cycle>/review/", cycles.review, name="review"),
]
