"""What is bought together, and how long people wait for it."""

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
from goldenthread.commissioning.models.month import WaitMonth, WaitMonthVersion
from goldenthread.commissioning.models.upload import WaitsUpload

__all__ = [
    "Contract",
    "ContractReview",
    "DutyCover",
    "JointService",
    "MoneySignature",
    "NeedFigure",
    "ServiceLine",
    "WaitMonth",
    "WaitMonthVersion",
    "WaitsUpload",
    "YearMoney",
]
