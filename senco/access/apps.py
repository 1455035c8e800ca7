from django.apps import AppConfig


class AccessConfig(AppConfig):
    name = "senco.access"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from senco.access.addresses import listen  # models: only once everything is loaded

        listen()
