"""The public home, the design gallery, and whether the system is well."""

from django.urls import path

from goldenthread.website import asking, codes, gaps, views

app_name = "website"
urlpatterns = [
    path("", views.home, name="home"),
    path("sen/<uuid:pupil>/ask/", asking.ask_for_pupil, name="ask_for_pupil"),
    path("sen/codes/", codes.codes_of_school, name="codes_of_school"),
    path("casework/team/codes/", codes.codes_and_plans, name="codes_and_plans"),
    path("commissioning/need/", gaps.gaps, name="gaps"),
    path("design/", views.design, name="design"),
    path("accessibility/", views.accessibility, name="accessibility"),
    path("privacy/", views.privacy, name="privacy"),
]
