"""The pages of professionals who are asked for advice."""

from django.urls import path

from goldenthread.casework.views import advising

app_name = "advice"
urlpatterns = [
    path("", advising.asked, name="asked"),
    path("<int:access>/", advising.request, name="request"),
]
