from django.apps import AppConfig


class ParticipationConfig(AppConfig):
    name = "goldenthread.participation"
    verbose_name = "Have your say"
