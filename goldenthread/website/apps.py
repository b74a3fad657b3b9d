from django.apps import AppConfig


class WebsiteConfig(AppConfig):
    name = "goldenthread.website"
    default_auto_field = "django.db.models.BigAutoField"
