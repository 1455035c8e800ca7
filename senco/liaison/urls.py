"""The contact log."""

from django.urls import path

from senco.liaison import calls, views

app_name = "liaison"
urlpatterns = [
    path("contact-log/", views.contact_log, name="contact_log"),
    path("pupils/<uuid:pk>/log/", views.pupil_log, name="pupil_log"),
    path("pupils/<uuid:pk>/log/add/", views.log, name="log_contact"),
    path("children/<uuid:pk>/call/", calls.ask, name="ask_for_call"),
    path("calls/<uuid:pk>/withdraw/", calls.withdraw, name="withdraw_call"),
    path("calls/<uuid:pk>/close/", calls.close, name="close_call"),
    path("calls/<uuid:pk>/open/", calls.open_again, name="open_call"),
    path("contact-log/<uuid:pk>/", views.correct, name="correct_contact"),
    path("contact-log/<uuid:pk>/remove/", views.remove, name="remove_contact"),
    path("contact-log/<uuid:pk>/bring-back/", views.bring_back, name="bring_contact_back"),
    path("contact-log/<uuid:pk>/done/", views.done, name="follow_up_done"),
    path("contact-log/<uuid:pk>/open/", views.open_again, name="open_follow_up"),
]
