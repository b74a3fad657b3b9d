"""What families should know, by which ways it reaches them, and whether it did."""

from django.apps import AppConfig


class CommunicationConfig(AppConfig):
    name = "goldenthread.communication"
    default_auto_field = "django.db.models.BigAutoField"
