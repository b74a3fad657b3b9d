"""A school's register of pupils with special educational needs, what is tried for each, and the people who do it."""

from goldenthread.sensupport.models.asked import Asked
from goldenthread.sensupport.models.cycle import Cycle
from goldenthread.sensupport.models.facts import FactsTable
from goldenthread.sensupport.models.pupil import Provision, Pupil, settings_of
from goldenthread.sensupport.models.roll import Circumstances, RollList
from goldenthread.sensupport.models.workforce import Attendance, Certificate, Champion, SencoPost, Training

__all__ = [
    "Asked",
    "Attendance",
    "Certificate",
    "Champion",
    "Circumstances",
    "Cycle",
    "FactsTable",
    "Provision",
    "Pupil",
    "RollList",
    "SencoPost",
    "Training",
    "settings_of",
]
