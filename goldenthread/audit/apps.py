from typing import Any

from django.apps import AppConfig
from django.conf import settings
from django.db import connections
from django.db.models.signals import post_migrate


class AuditConfig(AppConfig):
    name = "goldenthread.audit"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let a test's database be emptied between tests; everywhere else the database refuses it."""
        if settings.TESTING:
            post_migrate.connect(_let_tests_empty_tables, sender=self)


def _let_tests_empty_tables(using: str, **_: Any) -> None:
    connection = connections[using]
    if not str(connection.settings_dict["NAME"]).startswith("test_"):
        return
    with connection.cursor() as cursor:
        cursor.execute("ALTER TABLE audit_event DISABLE TRIGGER audit_event_table_stays")
