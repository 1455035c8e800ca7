from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        from register.navigation import offer  # URLs are named, models may be counted: only once everything is loaded

        offer()
