"""What the partners' rooms hold about people: who belongs to what."""

from goldenthread.audit.personal_data import Held

_STAFF = "staff"
_AFTER = "2 years after they leave"

PERSONAL = {
    "Membership.user": Held("work", seen_by=_STAFF, kept=_AFTER),
    "Membership.title": Held("work", seen_by=_STAFF, kept=_AFTER),
    "Membership.starts_on": Held("work", seen_by=_STAFF, kept=_AFTER),
    "Membership.ends_on": Held("work", seen_by=_STAFF, kept=_AFTER),
}
NOT_PERSONAL = {
    "Organisation": "name short_name began_on ended_on sources certainty",
    "Succession": "on note sources certainty",
    "Body": "name role frequency began_on ended_on sources certainty",
    "BodyName": "name from_on until_on sources certainty",
    "Meeting": "held_on title sources certainty",
    "Team": "name began_on ended_on",
    "Setting": "urn",
}
