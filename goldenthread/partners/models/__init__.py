"""Organisations, the bodies that govern, and who belongs to them."""

from goldenthread.partners.models.body import Body, BodyName, Meeting
from goldenthread.partners.models.membership import Membership, Team
from goldenthread.partners.models.organisation import Organisation, Succession
from goldenthread.partners.models.setting import Setting

__all__ = ["Body", "BodyName", "Meeting", "Membership", "Organisation", "Setting", "Succession", "Team"]
