"""Asking the SENCO for advice."""

from django.urls import path

from register.views import advice

urlpatterns = [
    path("advice/", advice.advice_threads, name="advice"),
    path("advice/ask/", advice.ask_advice, name="ask_advice"),
    path("advice/ask/pupil/", advice.find_advice_pupil, name="find_advice_pupil"),
    path("advice/<uuid:pk>/", advice.advice_thread, name="advice_thread"),
    path("advice/<uuid:pk>/reply/", advice.reply_to_advice, name="reply_to_advice"),
    path("advice/<uuid:pk>/close/", advice.close_advice, name="close_advice"),
    path("advice/<uuid:pk>/reopen/", advice.reopen_advice, name="reopen_advice"),
]
