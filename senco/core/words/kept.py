"""What is kept word for word is worded in the system's own language, whoever keeps it."""

from django.conf import settings
from django.utils import translation


def as_kept(function):
    """Decorator. Everybody reads the same record then, and two versions differ only where what they say does."""
    return translation.override(settings.LANGUAGE_CODE)(function)
