"""The contact log, and what parents ask for and tell."""

from django.urls import path

from senco.liaison.views import calls, details, log, told

app_name = "liaison"
urlpatterns = [
    path("contact-log/", log.contact_log, name="contact_log"),
    path("pupils/<uuid:pk>/log/", log.pupil_log, name="pupil_log"),
    path("pupils/<uuid:pk>/log/add/", log.log, name="log_contact"),
    path("children/<uuid:pk>/call/", calls.ask, name="ask_for_call"),
    path("children/<uuid:pk>/tell/", told.tell, name="tell"),
    path("children/<uuid:pk>/details/", details.details, name="details"),
    path("notes/<uuid:pk>/read/", told.read, name="note_read"),
    path("details/<uuid:pk>/", details.settle, name="settle_details"),
    path("calls/<uuid:pk>/withdraw/", calls.withdraw, name="withdraw_call"),
    path("calls/<uuid:pk>/close/", calls.close, name="close_call"),
    path("calls/<uuid:pk>/open/", calls.open_again, name="open_call"),
    path("contact-log/<uuid:pk>/", log.correct, name="correct_contact"),
    path("contact-log/<uuid:pk>/remove/", log.remove, name="remove_contact"),
    path("contact-log/<uuid:pk>/bring-back/", log.bring_back, name="bring_contact_back"),
    path("contact-log/<uuid:pk>/done/", log.done, name="follow_up_done"),
    path("contact-log/<uuid:pk>/open/", log.open_again, name="open_follow_up"),
]
