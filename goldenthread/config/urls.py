"""Which room answers which address."""

from django.urls import include, path

from goldenthread.casework.views import brief
from goldenthread.communication.views.addresses import go
from goldenthread.communication.views.cards import read as read_card
from goldenthread.keeping.views.alerting import report
from goldenthread.localoffer.views import open_referral
from goldenthread.participation.views import texting

handler404 = "goldenthread.website.views.not_found"
handler403 = "goldenthread.website.views.not_allowed"
handler500 = "goldenthread.website.views.broken"

urlpatterns = [
    path("", include("goldenthread.website.urls")),
    path("", include("goldenthread.running.urls")),
    path("progress/", include("goldenthread.programme.urls")),
    path("work/", include("goldenthread.programme.staff_urls")),
    path("casework/", include("goldenthread.casework.urls")),
    path("calendar/<str:secret>.ics", brief.feed, name="calendar"),
    path("advice/", include("goldenthread.casework.advice_urls")),
    path("sen/", include("goldenthread.sensupport.urls")),
    path("school-support/", include("goldenthread.sensupport.public_urls")),
    path("transitions/", include("goldenthread.transitions.urls")),
    path("my/moves/", include("goldenthread.transitions.family_urls")),
    path("my/", include("goldenthread.casework.family_urls")),
    path("open-referral", open_referral.about, name="open_referral"),
    path("open-referral/", include("goldenthread.localoffer.api_urls")),
    path("local-offer/keep/", include("goldenthread.localoffer.staff_urls")),
    path("local-offer/", include("goldenthread.localoffer.urls")),
    path("communication/", include("goldenthread.communication.urls")),
    path("card/<slug:card>/", read_card, name="communication_card"),
    path("go/<str:key>/", go, name="communication_go"),
    path("have-your-say/", include("goldenthread.participation.urls")),
    path("s/<str:key>/", texting.short, name="say_short"),
    path("stop/<str:secret>/", texting.stop, name="say_stop"),
    path("our-group/", include("goldenthread.participation.group_urls")),
    path("voice/", include("goldenthread.participation.staff_urls")),
    path("how-we-compare/", include("goldenthread.returns.public_urls")),
    path("report/", report, name="report_a_breach"),
    path("keeping/", include("goldenthread.keeping.urls")),
    path("returns/", include("goldenthread.returns.urls")),
    path("evidence/", include("goldenthread.evidence.urls")),
    path("published/", include("goldenthread.evidence.public_urls")),
    path("waiting-times/", include("goldenthread.commissioning.urls")),
    path("commissioning/", include("goldenthread.commissioning.staff_urls")),
    path("account/", include("goldenthread.accounts.urls")),
]
