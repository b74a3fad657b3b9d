"""The pages of professionals who are asked for advice: with an account, or by a link."""

from django.urls import path

from goldenthread.casework.views import advising, linked

app_name = "advice"
urlpatterns = [
    path("", advising.asked, name="asked"),
    path("<int:access>/", advising.request, name="request"),
    path("<int:access>/write/", advising.write, name="own_write"),
    path("<int:access>/check/", advising.check, name="own_check"),
    path("link/<str:secret>/", linked.start, name="link"),
    path("link/<str:secret>/code/", linked.code, name="code"),
    path("link/<str:secret>/write/", linked.write, name="write"),
    path("link/<str:secret>/check/", linked.check, name="check"),
]
