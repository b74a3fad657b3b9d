"""What is kept and removed: pages of those who look after it."""

from django.urls import path

from goldenthread.keeping.views import alerting, continuity, disclosing, holding, removing, taking

app_name = "keeping"
urlpatterns = [
    path("", removing.home, name="home"),
    path("proposals/", removing.proposals, name="proposals"),
    path("proposals/<uuid:removal>/", removing.decline, name="decline"),
    path("removed/", removing.removed, name="removed"),
    path("holds/", holding.holds, name="holds"),
    path("holds/add/", holding.add_hold, name="add_hold"),
    path("holds/<uuid:held>/", holding.hold, name="hold"),
    path("asked/", disclosing.asked, name="asked"),
    path("asked/add/", disclosing.receive, name="receive"),
    path("asked/<uuid:disclosure>/", disclosing.disclosure, name="disclosure"),
    path("take/<str:secret>/", taking.taking, name="take"),
    path("alerts/", alerting.alerts, name="alerts"),
    path("alerts/<uuid:alert>/", alerting.alert, name="alert"),
    path("canaries/", alerting.canaries, name="canaries"),
    path("shut/", alerting.close, name="close"),
    path("emergency/", alerting.glass, name="glass"),
    path("continuity/", continuity.continuity, name="continuity"),
    path("continuity/<uuid:pack>/", continuity.take, name="continuity_take"),
    path("years/", holding.years, name="years"),
]
