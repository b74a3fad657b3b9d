"""The pages of those who send waiting times and of those who buy services together."""

from django.urls import path

from goldenthread.commissioning.queries.statements import BUDGET, OUTTURN
from goldenthread.commissioning.views import (
    joint,
    lines,
    money,
    money_files,
    portal,
    returns,
    scenarios,
    sending,
    shared,
)

app_name = "commissioning"
urlpatterns = [
    path("", joint.home, name="home"),
    path("section-26/<slug:key>/", joint.cover, name="cover"),
    path("register/add/", joint.add_service, name="add_service"),
    path("register/<int:service>/", joint.service, name="service"),
    path("register/<int:service>/money/", joint.money, name="money"),
    path("register/<int:service>/measure/", returns.measure, name="measure"),
    path("measures/<int:measure>/return/", returns.returned, name="returned"),
    path("register/<int:service>/sign/", joint.sign, name="sign"),
    path("register/<int:service>/contract/", joint.contract, name="contract"),
    path("register/<int:service>/review/", joint.review, name="review"),
    path("money/", money.home, name="finance"),
    path("money/forecast-<int:year>.csv", money.download, name="forecast_csv"),
    path("money/bands/add/", money.add_band, name="add_band"),
    path("money/bands/change/", money.uprate, name="uprate"),
    path("money/lines/add/", money.add_line, name="add_line"),
    path("money/lines/<int:line>/ledger/", money.ledger, name="ledger"),
    path("money/forum-<int:year>/", money_files.forum, name="forum"),
    *(
        path(f"money/forum-<int:year>.{kind}", money_files.forum_file, {"kind": kind}, name=f"forum_{kind}")
        for kind in ("pdf", "docx", "csv")
    ),
    *(
        path(
            f"money/statement-<int:year>-{kind}.csv",
            money_files.statement,
            {"kind": kind},
            name=f"statement_{kind}",
        )
        for kind in (BUDGET, OUTTURN)
    ),
    path("money/management-plan.csv", money_files.management_plan, name="management_plan"),
    path("money/scenarios-<int:year>/", scenarios.compare, name="scenarios"),
    path("money/scenarios/add/", scenarios.add, name="add_scenario"),
    path("money/scenarios/<int:scenario>/change/", scenarios.change, name="change_scenario"),
    path("money/scenarios/<int:scenario>/sign/", scenarios.sign, name="sign_scenario"),
    path("shared/", shared.costs, name="shared"),
    path("shared/add/", shared.add_cost, name="add_shared"),
    path("shared/<int:cost>/terms/", shared.terms, name="terms"),
    path("shared/<int:cost>/dispute/", shared.dispute_cost, name="dispute_cost"),
    path("register/<int:service>/dispute/", shared.dispute_service, name="dispute"),
    path("disputes/", shared.all_disputes, name="disputes"),
    path("disputes/<int:dispute>/settle/", shared.settle, name="settle"),
    path("budgets/", money.budgets, name="budgets"),
    path("budgets/add/", money.add_budget, name="add_budget"),
    path("budgets/<int:budget>/review/", money.review_budget, name="review_budget"),
    path("need/add/", joint.need, name="need"),
    path("contracts/", portal.contracts, name="contracts"),
    path("contracts/<int:service>/", portal.contract, name="own_contract"),
    path("contracts/measures/<int:measure>/<slug:ends>/", portal.send_return, name="send_return"),
    path("waits/", lines.month, name="waits"),
    path("waits/open/", lines.open_one, name="open_line"),
    path("waits/services/<slug:line>/", lines.line, name="line"),
    path("waits/services/<slug:line>/words/", lines.words, name="line_words"),
    path("waits/send/", sending.start, name="send"),
    path("waits/send/form/<slug:line>.csv", sending.form_file, name="send_form"),
    path("waits/sent/<uuid:upload>/", sending.upload, name="upload"),
    path("waits/sent/<uuid:upload>/confirm/", sending.confirm, name="upload_confirm"),
]
