"""Returns to government, and the published figures of all authorities beside our own."""

from django.apps import AppConfig


class ReturnsConfig(AppConfig):
    name = "goldenthread.returns"
    default_auto_field = "django.db.models.BigAutoField"
