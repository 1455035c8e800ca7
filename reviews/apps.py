from django.apps import AppConfig


class ReviewsConfig(AppConfig):
    name = "reviews"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        # URLs are named, models are asked: only once everything is loaded
        from reviews import happenings  # noqa: F401  its happenings stand in every chronology
        from reviews.evidence import offer_evidence
        from reviews.navigation import offer

        offer()
        offer_evidence()
