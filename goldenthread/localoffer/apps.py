from django.apps import AppConfig


class LocalOfferConfig(AppConfig):
    name = "goldenthread.localoffer"
    default_auto_field = "django.db.models.BigAutoField"
