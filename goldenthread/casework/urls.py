"""The staff pages of casework."""

from django.urls import path

from goldenthread.casework.views import case, home, letters, opening, outbox, talking, team

app_name = "casework"
urlpatterns = [
    path("", home.home, name="home"),
    path("cases/", home.cases, name="cases"),
    path("requests/enter/", opening.start, name="start"),
    path("team/", team.team, name="team"),
    path("team/figures/", team.figures, name="figures"),
    path("team/figures/<int:year>/<int:number>/", team.month, name="month"),
    path("team/give/", team.give, name="give"),
    path("letters/", outbox.letters, name="letters"),
    path("letters/words/", outbox.kinds, name="letter_kinds"),
    path("letters/words/<slug:kind>/", outbox.words, name="letter_words"),
    path("letters/services/", outbox.services, name="letter_services"),
    path("messages/", talking.messages, name="messages"),
    path("cases/<uuid:case>/", case.case, name="case"),
    path("cases/<uuid:case>/record/<slug:kind>/", case.record, name="record"),
    path("cases/<uuid:case>/events/<int:event>/correct/", case.correct, name="correct"),
    path("cases/<uuid:case>/letters/write/<slug:kind>/", letters.write, name="write_letter"),
    path("cases/<uuid:case>/letters/<uuid:letter>/", letters.letter, name="letter"),
    path("cases/<uuid:case>/letters/<uuid:letter>/send/", letters.send, name="send_letter"),
    path("cases/<uuid:case>/letters/<uuid:letter>/discard/", letters.discard, name="discard_letter"),
    path("cases/<uuid:case>/letters/<uuid:letter>/posted/", letters.posted, name="letter_posted"),
    path("cases/<uuid:case>/letters/<uuid:letter>/letter.pdf", letters.pdf, name="letter_pdf"),
    path("cases/<uuid:case>/letters/<uuid:letter>/letter.docx", letters.docx, name="letter_docx"),
    path("cases/<uuid:case>/contact/", talking.contact, name="contact"),
    path("cases/<uuid:case>/contact/log/", talking.log, name="log_contact"),
    path("cases/<uuid:case>/contact/<uuid:message>/answer/", talking.answer, name="answer"),
    path("cases/<uuid:case>/papers/<uuid:paper>/", talking.paper, name="paper"),
    path("cases/<uuid:case>/invite/", talking.invite, name="invite"),
]
