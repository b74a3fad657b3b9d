"""Where the thread closes: measures that count themselves, evidence, position statements, and what is published from them."""

from django.apps import AppConfig


class EvidenceConfig(AppConfig):
    name = "goldenthread.evidence"
    default_auto_field = "django.db.models.BigAutoField"
