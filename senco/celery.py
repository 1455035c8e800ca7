"""The Celery application. Tasks carry ids only; each opens `acting_as` for the person or system it works for."""

import os

from celery import Celery

os.environ.setdefault("DJANGO_SETTINGS_MODULE", "senco.settings")
app = Celery("senco")
app.config_from_object("django.conf:settings", namespace="CELERY")
app.autodiscover_tasks()
