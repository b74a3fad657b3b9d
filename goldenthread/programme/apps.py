from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "goldenthread.programme"
    default_auto_field = "django.db.models.BigAutoField"
