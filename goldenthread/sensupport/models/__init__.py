"""A school's register of pupils with special educational needs, and what is tried for each."""

from goldenthread.sensupport.models.cycle import Cycle
from goldenthread.sensupport.models.pupil import Provision, Pupil, settings_of

__all__ = ["Cycle", "Provision", "Pupil", "settings_of"]
