from django.apps import AppConfig


class RegisterConfig(AppConfig):
    name = "register"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # URLs are named, models may be counted: only once everything is loaded
        from register.concern_navigation import offer_concerns
        from register.navigation import offer, offer_ladder
        from register.people_navigation import offer_people
        from register.queries.evidence import offer_evidence

        offer()
        offer_ladder()
        offer_concerns()
        offer_people()
        offer_evidence()
