"""The pages of the plan: for those who write and check it, and for those who read and answer it."""

from django.urls import path

from goldenthread.casework.views import (
    consulting,
    plan_answers,
    plan_checks,
    plan_files,
    plan_reading,
    plan_thread,
    plan_versions,
    planning,
)

staff = [
    path("", planning.plan, name="plan"),
    path("begin/", planning.begin, name="begin_plan"),
    path("sections/<slug:section>/", planning.section, name="plan_section"),
    path("sections/<slug:section>/why-empty/", planning.explain, name="plan_explain"),
    path("sections/<slug:section>/add/", planning.add, name="plan_add"),
    path("sections/<slug:section>/words/<slug:line>/", planning.words, name="plan_words"),
    path("lines/<slug:line>/", planning.line, name="plan_line"),
    path("lines/<slug:line>/move/", planning.move, name="plan_move"),
    path("lines/<slug:line>/remove/", planning.remove, name="plan_remove"),
    path("lines/<slug:line>/lock/", plan_checks.lock, name="plan_lock"),
    path("lines/<slug:line>/picture/", plan_files.add, name="add_plan_picture"),
    path("pictures/<uuid:picture>/", plan_files.picture, name="plan_picture"),
    path("checks/", plan_checks.findings, name="plan_findings"),
    path("checks/<slug:check>/set-aside/", plan_checks.aside, name="plan_aside"),
    path("checks/set-aside/<int:number>/take-back/", plan_checks.take_back, name="plan_take_back"),
    path("send/", plan_versions.issue, name="plan_issue"),
    path("versions/", plan_versions.versions, name="plan_versions"),
    path("versions/difference/", plan_versions.difference, name="plan_difference"),
    path("versions/<int:version>/", plan_versions.version, name="plan_version"),
    path("versions/<int:version>/<str:kind>", plan_files.file, name="plan_file"),
    path("comments/", plan_answers.comments, name="plan_comments"),
    path("comments/<uuid:comment>/", plan_answers.comment, name="plan_comment"),
    path("schools/", plan_answers.asked_schools, name="plan_schools"),
    path("schools/ask/", plan_answers.ask_school, name="plan_ask_school"),
    path("schools/<uuid:consultation>/", plan_answers.school_answer, name="plan_school"),
    path("thread/", plan_thread.thread, name="plan_thread"),
]
family = [
    path("", plan_reading.plan, name="plan"),
    path("say/", plan_reading.say, name="plan_say"),
    path("thread/", plan_thread.own_thread, name="plan_thread"),
    path("pictures/<uuid:picture>/", plan_files.own_picture, name="plan_picture"),
    path("<int:version>/", plan_reading.version, name="plan_version"),
    path("<int:version>/comment/", plan_reading.comment, name="plan_comment"),
    path("<int:version>/checks/", plan_reading.findings, name="plan_findings"),
    path("<int:version>/<str:kind>", plan_files.own_file, name="plan_file"),
]
schools = [
    path("", consulting.questions, name="questions"),
    path("<uuid:consultation>/", consulting.question, name="question"),
]
