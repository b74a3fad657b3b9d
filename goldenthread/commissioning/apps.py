from django.apps import AppConfig


class CommissioningConfig(AppConfig):
    name = "goldenthread.commissioning"
    default_auto_field = "django.db.models.BigAutoField"
