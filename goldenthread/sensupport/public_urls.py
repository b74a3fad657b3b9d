"""What every school does, for anybody."""

from django.urls import path

from goldenthread.sensupport.views import certificates, strategies

app_name = "school_support"
urlpatterns = [
    path("", strategies.strategies, name="strategies"),
    path("certificates/<uuid:certificate>/", certificates.verify, name="certificate"),
]
