"""Communication: the pages of those who plan messages and print addresses."""

from django.urls import path

from goldenthread.communication.views import addresses, cards, messages, printing

app_name = "communication"
urlpatterns = [
    path("", messages.home, name="home"),
    path("messages/add/", messages.add, name="add"),
    path("messages/<uuid:message>/", messages.message, name="message"),
    path("messages/<uuid:message>/edit/", messages.edit, name="edit"),
    path("addresses/", addresses.kept, name="addresses"),
    path("addresses/visits.csv", addresses.as_csv, name="visits_csv"),
    path("addresses/add/", addresses.add, name="add_address"),
    path("addresses/<slug:address>/", addresses.address, name="address"),
    path("cards/", cards.kept, name="cards"),
    path("cards/add/", cards.add, name="add_card"),
    path("cards/runs/<int:run>/back/", printing.bring_back, name="bring_back"),
    path("cards/<slug:card>/", cards.card, name="card"),
    path("cards/<slug:card>/card.pdf", printing.as_pdf, name="card_pdf"),
    path("cards/<slug:card>/edit/", cards.word, name="word_card"),
    path("cards/<slug:card>/place/", printing.add_place, name="add_place"),
    path("cards/<slug:card>/printed/", printing.add_run, name="add_run"),
    path("cards/<slug:card>/in/<slug:language>/", cards.translate, name="translate_card"),
]
