"""What the accounts hold about people."""

from goldenthread.audit.personal_data import Held

_ADMINISTRATORS = "administrators, and the person"
_AFTER = "2 years after they leave"

PERSONAL = {
    "User.public_id": Held("account", seen_by=_ADMINISTRATORS, kept="as long as the audit"),
    "User.name": Held("identity", seen_by="staff", kept="as long as the record of their work"),
    "User.email": Held("contact", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "User.password": Held("account", seen_by="nobody: a hash", kept="until they leave"),
    "User.last_login": Held("account", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "User.created_at": Held("account", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "User.suspended_on": Held("account", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "User.let_in_again_at": Held("account", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "OpenSession.key": Held("account", seen_by="nobody", kept="until the session ends"),
    "OpenSession.user": Held("account", seen_by="the person", kept="until the session ends"),
    "OpenSession.browser": Held("account", seen_by="the person", kept="until the session ends"),
    "OpenSession.began_at": Held("account", seen_by="the person", kept="until the session ends"),
    "OpenSession.seen_at": Held("account", seen_by="the person", kept="until the session ends"),
    "User.signed_out": Held("account", seen_by="nobody: a count", kept=_AFTER),
    "RoleHolding.user": Held("work", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "RoleHolding.starts_on": Held("work", seen_by=_ADMINISTRATORS, kept=_AFTER),
    "RoleHolding.ends_on": Held("work", seen_by=_ADMINISTRATORS, kept=_AFTER),
}
NOT_PERSONAL = {"RoleHolding": "scope", "Remembered": "key value until"}
