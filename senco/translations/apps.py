from django.apps import AppConfig


class TranslationsConfig(AppConfig):
    name = "senco.translations"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # URLs are named, models are asked: only once everything is loaded
        from senco.translations.navigation import offer

        offer()
