"""The Local Offer's public pages."""

from django.urls import path

from goldenthread.localoffer.views import cards, commenting, providers, reading, search, suggesting

app_name = "localoffer"
urlpatterns = [
    path("", search.front, name="front"),
    path("search/", search.results, name="results"),
    path("search.json", search.json, name="json"),
    path("services/<uuid:service>/", reading.service, name="service"),
    path("services/<uuid:service>/card.pdf", cards.card, name="card"),
    path("guide/", reading.guide, name="guide"),
    path("guide/<slug:page>/", reading.guide_page, name="page"),
    path("events/", reading.events, name="events"),
    path("shortlist/", reading.shortlist, name="shortlist"),
    path("suggest/", suggesting.suggest, name="suggest"),
    path("comment/", commenting.comment, name="comment"),
    path("comment/sent/", commenting.thanks, name="thanks"),
    path("update/<str:secret>/", providers.update, name="update"),
    path("you-said/", commenting.said, name="said"),
]
