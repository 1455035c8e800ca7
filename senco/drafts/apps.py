from django.apps import AppConfig

from senco.core.navigation import site


class DraftsConfig(AppConfig):
    name = "senco.drafts"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        site.add_place("drafts", "drafts:keep", "drafts.keep_draft")
        site.add_place("unsent", "drafts:unsent", "drafts.keep_draft")
