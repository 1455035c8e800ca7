from django.apps import AppConfig


class CoreConfig(AppConfig):
    name = "senco.core"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from senco import celery  # noqa: F401  the application that tasks are sent through
        from senco.core.navigation import site

        site.add_place("accessibility", "accessibility")
