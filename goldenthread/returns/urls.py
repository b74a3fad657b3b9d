"""Returns and figures, for staff."""

from django.urls import path

from goldenthread.returns.views import answers, drafts, figures, lists, releases, signing

app_name = "returns"
urlpatterns = [
    path("figures/", figures.figures, name="figures"),
    path("releases/", releases.releases, name="releases"),
    path("releases/files/<uuid:upload>/", releases.upload, name="release_upload"),
    path("releases/<int:number>/", releases.release, name="release"),
    path("answers/", answers.answers, name="answers"),
    path("answers/ask/", answers.ask, name="answer_ask"),
    path("answers/<uuid:answer>/", answers.answer, name="answer"),
    path("answers/<uuid:answer>/<slug:kind>/", answers.answer_file, name="answer_file"),
    path("lists/", lists.lists, name="lists"),
    path("lists/files/<slug:kind>/", lists.download, name="list_file"),
    path("sen2/", drafts.drafts, name="drafts"),
    path("sen2/make/", drafts.ask, name="draft_ask"),
    path("sen2/<uuid:draft>/", drafts.draft, name="draft"),
    path("sen2/<uuid:draft>/findings/", drafts.findings, name="draft_findings"),
    path("sen2/<uuid:draft>/cases/<int:number>/", drafts.case, name="draft_case"),
    path("sen2/<uuid:draft>/left-out/", drafts.left_out, name="draft_left_out"),
    path("sen2/<uuid:draft>/changes/", drafts.changes, name="draft_changes"),
    path("sen2/<uuid:draft>/sign/", signing.sign, name="draft_sign"),
    path("sen2/<uuid:draft>/files/<slug:kind>/", signing.download, name="draft_file"),
]
