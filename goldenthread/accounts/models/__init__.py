"""People who sign in, and the roles they hold."""

from goldenthread.accounts.models.role_holding import RoleHolding
from goldenthread.accounts.models.user import User

__all__ = ["RoleHolding", "User"]
