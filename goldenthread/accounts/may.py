"""What the reader may do with a record, for templates: `may.edit_plan`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest

from goldenthread.accounts.permissions import Permission
from goldenthread.accounts.standing import standing


class May:
    """What the reader may do with a record. Asked only when a page wants to know."""

    def __init__(self, http: HttpRequest, record: Any) -> None:
        self._standing, self._record = standing(http), record

    def __getitem__(self, name: str) -> bool:
        try:
            permission = Permission[name.upper()]
        except KeyError:
            raise LookupError(f"There is no permission {name}.") from None
        return self._standing.may(permission, self._record)
