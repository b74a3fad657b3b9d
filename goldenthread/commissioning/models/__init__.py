"""What is bought together, and how long people wait for it."""

from goldenthread.commissioning.models.advice import AdviceQuarter
from goldenthread.commissioning.models.joint import (
    Contract,
    ContractReview,
    DutyCover,
    JointService,
    MoneySignature,
    NeedFigure,
    YearMoney,
)
from goldenthread.commissioning.models.line import ServiceLine
from goldenthread.commissioning.models.money import (
    Band,
    BandRate,
    BudgetReview,
    ForecastLine,
    PersonalBudget,
    Provision,
)
from goldenthread.commissioning.models.month import WaitMonth, WaitMonthVersion
from goldenthread.commissioning.models.returns import MeasureReturn, ReturnStep, Rhythm, ServiceMeasure, Step
from goldenthread.commissioning.models.scenario import Effect, Scenario, ScenarioChange, ScenarioSignature
from goldenthread.commissioning.models.shared import Dispute, SharedCost, SharedTerms
from goldenthread.commissioning.models.upload import WaitsUpload

__all__ = [
    "AdviceQuarter",
    "Band",
    "BandRate",
    "BudgetReview",
    "Contract",
    "ContractReview",
    "Dispute",
    "DutyCover",
    "Effect",
    "ForecastLine",
    "JointService",
    "MeasureReturn",
    "MoneySignature",
    "NeedFigure",
    "PersonalBudget",
    "Provision",
    "ReturnStep",
    "Rhythm",
    "Scenario",
    "ScenarioChange",
    "ScenarioSignature",
    "ServiceLine",
    "ServiceMeasure",
    "SharedCost",
    "SharedTerms",
    "Step",
    "WaitMonth",
    "WaitMonthVersion",
    "WaitsUpload",
    "YearMoney",
]
