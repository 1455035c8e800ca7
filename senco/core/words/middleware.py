"""The language of a page: as its reader chose, else as their browser asks (Django's LocaleMiddleware)."""

from django.utils import translation

from senco.core.reading.settings import reading_of


class ChosenLanguage:
    """After sign-in is known: a choice that is kept on the account, or in this browser for guests, goes before the browser's."""

    def __init__(self, get_response):
        self.get_response = get_response

    def __call__(self, request):
        if chosen := reading_of(request).chosen_language:
            translation.activate(chosen)
            request.LANGUAGE_CODE = translation.get_language()
        return self.get_response(request)
