"""The Local Offer's public pages."""

from django.urls import path

from goldenthread.localoffer.views import (
    cards,
    commenting,
    mapping,
    newsletters,
    papers,
    providers,
    reading,
    search,
    suggesting,
)

app_name = "localoffer"
urlpatterns = [
    path("", search.front, name="front"),
    path("search/", search.results, name="results"),
    path("search.json", search.json, name="json"),
    path("map/", mapping.places, name="map"),
    path("services/<uuid:service>/", reading.service, name="service"),
    path("services/<uuid:service>/card.pdf", cards.card, name="card"),
    path("guide/", reading.guide, name="guide"),
    path("guide/<slug:page>/large-print.pdf", papers.page_in_large_print, name="page_in_large_print"),
    path(
        "services/<uuid:service>/large-print.pdf",
        papers.service_in_large_print,
        name="service_in_large_print",
    ),
    path("files/<uuid:attachment>/", papers.attachment, name="attachment"),
    path("guide/<slug:page>/", reading.guide_page, name="page"),
    path("events/", reading.events, name="events"),
    path("newsletter/", newsletters.archive, name="news"),
    path("newsletter/join/", newsletters.join, name="join_news"),
    path("newsletter/asked/", newsletters.asked, name="news_asked"),
    path("newsletter/confirm/<str:secret>/", newsletters.confirm, name="confirm_news"),
    path("newsletter/leave/<str:secret>/", newsletters.leave, name="leave_news"),
    path("newsletter/<uuid:newsletter>/", newsletters.newsletter, name="newsletter"),
    path("shortlist/", reading.shortlist, name="shortlist"),
    path("suggest/", suggesting.suggest, name="suggest"),
    path("comment/", commenting.comment, name="comment"),
    path("comment/sent/", commenting.thanks, name="thanks"),
    path("update/<str:secret>/", providers.update, name="update"),
    path("mine/", providers.mine, name="mine"),
    path("mine/<uuid:service>/", providers.my_entry, name="my_entry"),
    path("you-said/", commenting.said, name="said"),
]
