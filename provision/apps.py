from django.apps import AppConfig


class ProvisionConfig(AppConfig):
    name = "provision"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # URLs are named, models are asked: only once everything is loaded
        from provision.navigation import offer
        from provision.queries.evidence import offer_evidence

        offer()
        offer_evidence()
