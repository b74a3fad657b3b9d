"""What is held about children, young people and the adults around them."""

from goldenthread.audit.personal_data import Held

_CASE = "those with a part in the case"
_WORKERS = "the case’s workers"
_KEPT = "until 31 years after the child’s birth, or the years that the council chose"

PERSONAL = {
    "Child.public_id": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.given_names": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.family_name": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.known_as": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.pronouns": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.born_on": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.ethnicity": Held("child", seen_by=f"{_WORKERS}, and who builds returns", kept=_KEPT),
    "Child.upn": Held("child", seen_by=_WORKERS, kept=_KEPT),
    "Child.uln": Held("child", seen_by=_WORKERS, kept=_KEPT),
    "Child.first_language": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.communication": Held("child", seen_by=_CASE, kept=_KEPT),
    "Child.telephone": Held("contact", seen_by=f"{_WORKERS}, and the young person", kept=_KEPT),
    "Child.user": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "Capacity.basis": Held("health", seen_by=_WORKERS, kept=_KEPT),
    "Adult.public_id": Held("identity", seen_by=_WORKERS, kept=_KEPT),
    "Adult.name": Held("identity", seen_by="the case’s workers, and the adult", kept=_KEPT),
    "Adult.email": Held("contact", seen_by="the case’s workers, and the adult", kept=_KEPT),
    "Adult.telephone": Held("contact", seen_by="the case’s workers, and the adult", kept=_KEPT),
    "Adult.first_language": Held("identity", seen_by="the case’s workers, and the adult", kept=_KEPT),
    "Adult.user": Held("account", seen_by=_WORKERS, kept=_KEPT),
    "Household.label": Held("contact", seen_by=_WORKERS, kept=_KEPT),
    "Address.lines": Held("contact", seen_by="the case’s workers, and who lives there", kept=_KEPT),
    "Address.postcode": Held("contact", seen_by="the case’s workers, and who lives there", kept=_KEPT),
    "Withholding.reason": Held("free text", seen_by=_WORKERS, kept=_KEPT),
    "Relationship.order": Held("free text", seen_by=_WORKERS, kept=_KEPT),
    "*.starts_on": Held("identity", seen_by=_WORKERS, kept=_KEPT),
    "*.ends_on": Held("identity", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_at": Held("work", seen_by=_WORKERS, kept=_KEPT),
    "*.recorded_by": Held("work", seen_by=_WORKERS, kept=_KEPT),
}
NOT_PERSONAL: dict[str, str] = {}
