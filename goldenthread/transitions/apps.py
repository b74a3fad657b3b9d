"""Moves between phases of education: who moves when, how each move is prepared, and whether the next setting knows."""

from django.apps import AppConfig


class TransitionsConfig(AppConfig):
    name = "goldenthread.transitions"
    default_auto_field = "django.db.models.BigAutoField"
