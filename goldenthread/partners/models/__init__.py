"""Organisations, the bodies that govern, and who belongs to them."""

from goldenthread.partners.models.body import Body, BodyName, Meeting
from goldenthread.partners.models.membership import Membership, Team
from goldenthread.partners.models.organisation import Organisation, Succession

__all__ = ["Body", "BodyName", "Meeting", "Membership", "Organisation", "Succession", "Team"]
