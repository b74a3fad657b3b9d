"""Measures, evidence and statements, for staff."""

from django.urls import path

from goldenthread.evidence.views import (
    boards,
    claims,
    closing,
    figures,
    measures,
    packs,
    publications,
    statements,
    strategy,
)

app_name = "evidence"
urlpatterns = [
    path("board/<slug:programme>/", boards.board, name="board"),
    path("figures/", figures.figures, name="figures"),
    path("measures/", measures.measures, name="measures"),
    path("measures/<int:measure>/", measures.measure, name="measure"),
    path("measures/<int:measure>/run.svg", measures.chart, name="measure_chart"),
    path("measures/<int:measure>/tie/", measures.tie, name="tie"),
    path("measures/<int:measure>/freeze/", measures.freeze, name="freeze"),
    path("frozen/<int:frozen>/", measures.frozen, name="frozen"),
    path("statements/<slug:programme>/", statements.statements, name="statements"),
    path("statements/<slug:programme>/begin/", statements.begin, name="statement_begin"),
    path("statement/<uuid:version>/", statements.statement, name="statement"),
    path("statement/<uuid:version>/offer/", statements.offer, name="statement_offer"),
    path("statement/<uuid:version>/sign/", statements.sign, name="statement_sign"),
    path("statement/<uuid:version>/give-up/", statements.give_up, name="statement_give_up"),
    path("statement/<uuid:version>/add/", claims.add, name="claim_add"),
    path("sentences/<int:claim>/", claims.change, name="claim"),
    path("sentences/<int:claim>/remove/", claims.remove, name="claim_remove"),
    path("closing/<int:area>/", closing.closing, name="closing"),
    path("closing/<int:area>/answer/", closing.answer, name="answer"),
    path("items/<int:evidence>/", closing.item, name="item"),
    path("items/<int:evidence>/newer/", closing.replace, name="item_newer"),
    path("items/<int:evidence>/gone/", closing.gone, name="item_gone"),
    path("packs/<slug:programme>/", packs.packs, name="packs"),
    path("pack/<uuid:pack>/", packs.pack, name="pack"),
    path("pack/<uuid:pack>/file/", packs.download, name="pack_file"),
    path("strategy/<int:plan>/", strategy.strategy, name="strategy"),
    path("strategy/reviews/<int:review>/", strategy.review, name="strategy_review"),
    path("strategy/reviews/<int:review>/judge/", strategy.judge, name="strategy_judge"),
    path("frozen/<int:frozen>/use/", closing.reading, name="frozen_use"),
    path("documents/<slug:programme>/", publications.documents, name="documents"),
    path("documents/<slug:programme>/prepare/", publications.prepare, name="document_prepare"),
    path("drafts/<uuid:draft>/", publications.draft, name="document_draft"),
    path("drafts/<uuid:draft>/let-through/", publications.let_through, name="document_let_through"),
    path("drafts/<uuid:draft>/publish/", publications.publish, name="document_publish"),
    path("drafts/<uuid:draft>/give-up/", publications.give_up, name="document_give_up"),
]
