from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "provision"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from provision.navigation import offer  # URLs are named: only once everything is loaded

        offer()
