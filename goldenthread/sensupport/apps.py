"""SEN support in schools and settings: who is on the register, what is tried, whether it helps, and what comes next."""

from django.apps import AppConfig


class SenSupportConfig(AppConfig):
    name = "goldenthread.sensupport"
    default_auto_field = "django.db.models.BigAutoField"
