from django.apps import AppConfig


class DashboardConfig(AppConfig):
    name = "senco.dashboard"
    default_auto_field = "django.db.models.BigAutoField"
