from django.apps import AppConfig, apps
from django.db.models.signals import post_migrate


class AccessConfig(AppConfig):
    name = "senco.access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from senco.access.sealing import seal_history

        # Sent once, after every migration has run. Django sends nothing for apps without models, as this one is.
        keeper = apps.get_app_config("pghistory")
        post_migrate.connect(seal_history, sender=keeper, dispatch_uid="seal_history")
