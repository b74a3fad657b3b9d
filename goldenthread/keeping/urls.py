"""What is kept and removed: pages of those who look after it."""

from django.urls import path

from goldenthread.keeping.views import holding, removing

app_name = "keeping"
urlpatterns = [
    path("", removing.home, name="home"),
    path("proposals/", removing.proposals, name="proposals"),
    path("proposals/<uuid:removal>/", removing.decline, name="decline"),
    path("removed/", removing.removed, name="removed"),
    path("holds/", holding.holds, name="holds"),
    path("holds/add/", holding.add_hold, name="add_hold"),
    path("holds/<uuid:held>/", holding.hold, name="hold"),
    path("years/", holding.years, name="years"),
]
