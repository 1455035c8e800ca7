"""Background work of the accounts, as the bare login role: the only one that may touch sessions."""

from importlib import import_module

from allauth.usersessions.models import UserSession
from celery import shared_task
from django.conf import settings
from django.contrib.sessions.models import Session


@shared_task
def clear_sessions() -> None:
    """Nightly: sessions that are over, with the messages and forms that waited in them, and their lines in people's lists."""
    import_module(settings.SESSION_ENGINE).SessionStore.clear_expired()
    UserSession.objects.exclude(session_key__in=Session.objects.values("session_key")).delete()
