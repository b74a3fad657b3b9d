"""Have your say: the public pages."""

from django.urls import path

from goldenthread.participation.views import answering, hearing, reading, texting

app_name = "participation"
urlpatterns = [
    path("", reading.front, name="front"),
    path("by-text/", texting.by_text, name="by_text"),
    path("by-text/<str:secret>/", texting.agree, name="agree_text"),
    path("come-back/", answering.come_back, name="come_back"),
    path("you-said/", reading.said, name="said"),
    path("you-said/<uuid:said>/", reading.one_said, name="one_said"),
    path("together/", reading.together, name="together"),
    path("together/<uuid:activity>/", reading.activity, name="activity"),
    path("groups/", reading.groups, name="groups"),
    path("whom-we-hear/", hearing.whom, name="whom"),
    path("asked-again/", hearing.again, name="again"),
    path("asked-again/<slug:survey>/<int:number>/chart.svg", hearing.again_chart, name="again_chart"),
    path("about/<slug:survey>/", reading.survey, name="survey"),
    path("about/<slug:survey>/start/", answering.start, name="start"),
    path("about/<slug:survey>/question/<int:number>/", answering.question, name="question"),
    path("about/<slug:survey>/check/", answering.check, name="check"),
    path("about/<slug:survey>/later/", answering.later, name="later"),
    path("about/<slug:survey>/sent/", answering.sent, name="sent"),
    path("about/<slug:survey>/results/", reading.results, name="results"),
    path("about/<slug:survey>/paper/", reading.paper, name="paper"),
]
