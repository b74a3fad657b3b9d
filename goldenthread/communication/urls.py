"""Communication: the pages of those who plan messages and print addresses."""

from django.urls import path

from goldenthread.communication.views import addresses, messages

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
]
