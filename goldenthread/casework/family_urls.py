"""The pages of those who follow a case."""

from django.urls import include, path

from goldenthread.casework import plan_urls
from goldenthread.casework.views import delivery, family, own, reviews

app_name = "case"
urlpatterns = [
    path("", family.followed, name="followed"),
    path("ask/", family.ask, name="ask"),
    path("join/", own.join, name="join"),
    path("contact/", own.contact, name="contact"),
    path("questions/", include(plan_urls.schools)),
    path("<uuid:case>/plan/", include(plan_urls.family)),
    path("<uuid:case>/", family.follow, name="follow"),
    path("<uuid:case>/letters/<uuid:letter>/", own.letter, name="letter"),
    path("<uuid:case>/letters/<uuid:letter>/letter.pdf", own.letter_pdf, name="letter_pdf"),
    path("<uuid:case>/messages/", own.messages, name="messages"),
    path("<uuid:case>/support/", delivery.delivery, name="delivery"),
    path("<uuid:case>/review/", reviews.school_review, name="review"),
    path("<uuid:case>/review/send/", reviews.school_send, name="send_report"),
    path("<uuid:case>/correct/", own.correct, name="correct"),
    path("<uuid:case>/papers/<uuid:paper>/", own.paper, name="paper"),
]
