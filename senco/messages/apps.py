from django.apps import AppConfig
from django.conf import settings

from senco.core.navigation import site


class MessagesConfig(AppConfig):
    name = "senco.messages"
    label = "outbox"  # Django's own messages framework holds the label "messages"
    default_auto_field = "django.db.models.BigAutoField"

    def ready(self):
        site.add_place("undelivered", "outbox:undelivered", "outbox.decide_mail")
        if settings.DEMO:
            site.add_place("kept_mail", "outbox:kept_mail")
