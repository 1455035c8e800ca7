from django.apps import AppConfig


class LiaisonConfig(AppConfig):
    name = "senco.liaison"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # URLs are named, models are asked: only once everything is loaded
        from senco.liaison import happenings  # noqa: F401  its happenings stand in every chronology
        from senco.liaison.navigation import offer

        offer()
