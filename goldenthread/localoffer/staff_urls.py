"""The pages of those who keep the Local Offer."""

from django.urls import path

from goldenthread.localoffer.views import entering, importing, keeping, writing

app_name = "offer_staff"
urlpatterns = [
    path("", keeping.home, name="home"),
    path("services/", keeping.services, name="services"),
    path("services/add/", entering.add, name="add_service"),
    path("services/<uuid:service>/edit/", entering.edit, name="edit_service"),
    path("suggestions/<uuid:suggestion>/", entering.suggestion, name="suggestion"),
    path("services/<uuid:service>/", keeping.service, name="service"),
    path("changes/<int:version>/", keeping.change, name="change"),
    path("comments/<uuid:comment>/", keeping.comment, name="comment"),
    path("import/", importing.start, name="import"),
    path("import/<uuid:upload>/", importing.upload, name="upload"),
    path("import/<uuid:upload>/confirm/", importing.confirm, name="upload_confirm"),
    path("alike/", importing.alike, name="alike"),
    path("coverage/", keeping.coverage, name="coverage"),
    path("links/", keeping.links, name="links"),
    path("guide/", writing.pages, name="pages"),
    path("guide/add/", writing.add, name="add_page"),
    path("guide/<slug:page>/", writing.page, name="page"),
]
