from django.apps import AppConfig


class ProgrammeConfig(AppConfig):
    name = "goldenthread.programme"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self) -> None:
        """Let roles be given for one programme as well as for the whole area."""
        from goldenthread.accounts import places
        from goldenthread.programme.queries.areas import places_for_roles

        places.register(places_for_roles)
