"""Have your say: the pages of those who run surveys, sort answers and keep the ledger."""

from django.urls import path

from goldenthread.participation.views import (
    hearing,
    keeping,
    sorting,
    telling,
    texting,
    translating,
    workspace,
)

app_name = "voice"
urlpatterns = [
    path("", keeping.home, name="home"),
    path("surveys/add/", keeping.add, name="add"),
    path("surveys/<slug:survey>/", keeping.survey, name="survey"),
    path("surveys/<slug:survey>/preview/", keeping.preview, name="preview"),
    path("surveys/<slug:survey>/questions/", keeping.questions, name="questions"),
    path("surveys/<slug:survey>/paper/", keeping.paper, name="paper"),
    path("surveys/<slug:survey>/texts/", texting.texts, name="texts"),
    path("surveys/<slug:survey>/languages/", translating.languages, name="languages"),
    path("surveys/<slug:survey>/languages/<str:tag>/", translating.words, name="words"),
    path("languages/<str:tag>/", translating.pages, name="page_words"),
    path("sort/", sorting.to_be_sorted, name="to_sort"),
    path("sort/<slug:survey>/<int:number>/", sorting.sort, name="sort"),
    path("held/", sorting.held, name="held"),
    path("held/<uuid:words>/", sorting.one_held, name="one_held"),
    path("heard/", hearing.dashboard, name="heard"),
    path("heard/people/", hearing.people, name="people"),
    path("heard/plan/", hearing.plan, name="plan_outreach"),
    path("heard/plan/<uuid:outreach>/", hearing.outreach, name="outreach"),
    path("rooms/", workspace.rooms, name="rooms"),
    path("rooms/papers/<uuid:shared>/", workspace.shared, name="shared"),
    path("together/add/", telling.add_activity, name="add_activity"),
    path("said/add/", telling.add_said, name="add_said"),
    path("said/<uuid:said>/", telling.said, name="said"),
]
