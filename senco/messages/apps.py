from django.apps import AppConfig


class MessagesConfig(AppConfig):
    name = "senco.messages"
    label = "outbox"  # Django's own messages framework holds the label "messages"
    default_auto_field = "django.db.models.BigAutoField"
