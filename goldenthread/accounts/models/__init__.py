"""People who sign in, and the roles they hold."""

from goldenthread.accounts.models.open_session import OpenSession
from goldenthread.accounts.models.remembered import Remembered
from goldenthread.accounts.models.role_holding import RoleHolding
from goldenthread.accounts.models.user import User

__all__ = ["OpenSession", "Remembered", "RoleHolding", "User"]
