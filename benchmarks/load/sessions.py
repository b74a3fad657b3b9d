"""Print sessions of the demonstration's people, by what they may do: {"family": […], "staff": […]}. For this machine only."""

from __future__ import annotations

import json
import os
import sys

import django

PLAYED = {"family": ("family",), "staff": ("caseworker", "casework-manager", "programme-lead")}
EACH = 5


def main() -> int:
    """Sign in up to five people of each kind."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "goldenthread.config.settings")
    django.setup()
    from django.conf import settings
    from django.test import Client

    from goldenthread.accounts.models import RoleHolding
    from tests.readers import sign_in

    if not settings.DEMONSTRATION:
        print("Only for the demonstration: set DEMONSTRATION=1.", file=sys.stderr)
        return 2
    found = {}
    for kind, roles in PLAYED.items():
        held = RoleHolding.objects.filter(role__in=roles).select_related("user").order_by("role", "pk")
        people = list(dict.fromkeys(one.user for one in held))[:EACH]
        found[kind] = [sign_in(Client(), one).cookies["sessionid"].value for one in people]
    print(json.dumps(found))
    return 0


if __name__ == "__main__":
    sys.exit(main())
