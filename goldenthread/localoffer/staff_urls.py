"""The pages of those who keep the Local Offer."""

from django.urls import path

from goldenthread.localoffer.views import (
    attaching,
    covering,
    entering,
    events,
    importing,
    keeping,
    newsletters,
    writing,
)

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
    path("coverage/", covering.overview, name="coverage"),
    path("coverage/<slug:duty>/", covering.duty, name="duty"),
    path("gaps/", covering.gap, name="gaps"),
    path("cards/", covering.cards, name="cards"),
    path("services/<uuid:service>/cards/", covering.place, name="place_cards"),
    path("guide/<slug:page>/forms/", attaching.of_page, name="forms_of_page"),
    path("services/<uuid:service>/forms/", attaching.of_service, name="forms_of_service"),
    path("newsletter/", newsletters.kept, name="newsletters"),
    path("newsletter/add/", newsletters.add, name="add_newsletter"),
    path("newsletter/<uuid:newsletter>/", newsletters.edit, name="newsletter"),
    path("events/", events.kept, name="events"),
    path("events/add/", events.add, name="add_event"),
    path("events/<uuid:event>/", events.edit, name="event"),
    path("links/", keeping.links, name="links"),
    path("guide/", writing.pages, name="pages"),
    path("guide/add/", writing.add, name="add_page"),
    path("guide/<slug:page>/", writing.page, name="page"),
]
