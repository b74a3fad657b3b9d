"""The kit: components that every page is made of. It knows nothing of what the pages are about."""

from django.apps import AppConfig


class KitConfig(AppConfig):
    """Fields, tables, threads, clocks, charts and the words on them."""

    name = "goldenthread.kit"
    label = "kit"
    verbose_name = "Components"
