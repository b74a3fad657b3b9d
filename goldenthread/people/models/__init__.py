"""Children and young people, and those around them."""

from goldenthread.people.models.adult import Adult
from goldenthread.people.models.child import Capacity, Child
from goldenthread.people.models.household import Address, Household, Residence, Withholding
from goldenthread.people.models.relationship import Relationship
from goldenthread.people.models.schooling import Schooling

__all__ = [
    "Address", "Adult", "Capacity", "Child", "Household", "Relationship", "Residence", "Schooling", "Withholding",
]  # fmt: skip
