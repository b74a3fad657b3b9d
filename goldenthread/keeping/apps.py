"""What is kept no longer, what is told to whoever asks, who looked where nobody should, and what works when nothing does."""

from django.apps import AppConfig


class KeepingConfig(AppConfig):
    name = "goldenthread.keeping"
    default_auto_field = "django.db.models.BigAutoField"
