"""The pages of those who keep the Local Offer."""

from django.urls import path

from goldenthread.localoffer.views import keeping, writing

app_name = "offer_staff"
urlpatterns = [
    path("", keeping.home, name="home"),
    path("services/", keeping.services, name="services"),
    path("services/<uuid:service>/", keeping.service, name="service"),
    path("changes/<int:version>/", keeping.change, name="change"),
    path("comments/<uuid:comment>/", keeping.comment, name="comment"),
    path("coverage/", keeping.coverage, name="coverage"),
    path("guide/", writing.pages, name="pages"),
    path("guide/<slug:page>/", writing.page, name="page"),
]
