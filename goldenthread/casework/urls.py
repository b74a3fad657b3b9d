"""The staff pages of casework."""

from django.urls import path

from goldenthread.casework.views import case, home, opening, team

app_name = "casework"
urlpatterns = [
    path("", home.home, name="home"),
    path("cases/", home.cases, name="cases"),
    path("requests/enter/", opening.start, name="start"),
    path("team/", team.team, name="team"),
    path("team/figures/", team.figures, name="figures"),
    path("team/figures/<int:year>/<int:number>/", team.month, name="month"),
    path("team/give/", team.give, name="give"),
    path("cases/<uuid:case>/", case.case, name="case"),
    path("cases/<uuid:case>/record/<slug:kind>/", case.record, name="record"),
    path("cases/<uuid:case>/events/<int:event>/correct/", case.correct, name="correct"),
]
