"""A school's SEN register."""

from django.urls import path

from goldenthread.sensupport.views import (
    area,
    certificates,
    comparison,
    cycles,
    pack,
    register,
    roll,
    workforce,
)

app_name = "sensupport"
urlpatterns = [
    path("", register.home, name="home"),
    path("add/", register.add, name="add"),
    path("list/", register.bring, name="bring"),
    path("inclusion/", roll.inclusion, name="inclusion"),
    path("inclusion/list/", roll.bring_roll, name="bring_roll"),
    path("compare/", comparison.compare, name="compare"),
    path("people/facts/", comparison.facts, name="facts"),
    path("area/", area.area, name="area"),
    path("people/", workforce.home, name="people"),
    path("people/senco/", workforce.senco, name="senco"),
    path("people/senco/<int:post>/", workforce.qualification, name="qualification"),
    path("people/champion/", workforce.champion, name="champion"),
    path("people/training/", workforce.add_training, name="add_training"),
    path("people/training/<uuid:training>/", workforce.training, name="training"),
    path("people/training/<uuid:training>/certificates/", certificates.issue, name="issue_certificates"),
    path(
        "people/certificates/<uuid:certificate>/certificate.pdf", certificates.printed, name="certificate_pdf"
    ),
    path(
        "people/certificates/<uuid:certificate>/withdraw/", certificates.withdraw, name="withdraw_certificate"
    ),
    path("<uuid:pupil>/", register.pupil, name="pupil"),
    path("<uuid:pupil>/provision/", register.provision, name="provision"),
    path("<uuid:pupil>/pack.<str:kind>", pack.pack, name="pack"),
    path("<uuid:pupil>/cycle/", cycles.start, name="start"),
    path("cycles/<uuid:cycle>/review/", cycles.review, name="review"),
]
