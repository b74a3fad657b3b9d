"""The pages of those who send waiting times and of those who buy services together."""

from django.urls import path

from goldenthread.commissioning.views import lines, sending

app_name = "commissioning"
urlpatterns = [
    path("waits/", lines.month, name="waits"),
    path("waits/open/", lines.open_one, name="open_line"),
    path("waits/services/<slug:line>/", lines.line, name="line"),
    path("waits/services/<slug:line>/words/", lines.words, name="line_words"),
    path("waits/send/", sending.start, name="send"),
    path("waits/send/form/<slug:line>.csv", sending.form_file, name="send_form"),
    path("waits/sent/<uuid:upload>/", sending.upload, name="upload"),
    path("waits/sent/<uuid:upload>/confirm/", sending.confirm, name="upload_confirm"),
]
