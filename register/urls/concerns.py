"""Concerns: raised by staff and parents, triaged by the SENCO; views of teachers; pupils being watched."""

from django.urls import path

from register.views import asked_views, concerns, decisions, monitoring, my_concerns, triage, triage_steps

urlpatterns = [
    path("concerns/", triage.queue, name="concerns"),
    path("concerns/new/", concerns.log_concern, name="log_concern"),
    path("concerns/new/pupil/", concerns.find_pupil, name="find_concern_pupil"),
    path("concerns/raise/", concerns.raise_own, name="raise_concern"),
    path("concerns/mine/", my_concerns.my_concerns, name="my_concerns"),
    path("concerns/mine/<uuid:pk>/", my_concerns.my_concern, name="my_concern"),
    path("concerns/mine/<uuid:pk>/sent/", my_concerns.concern_sent, name="concern_sent"),
    path("concerns/mine/<uuid:pk>/withdraw/", my_concerns.withdraw_concern, name="withdraw_concern"),
    path("concerns/<uuid:pk>/", triage.concern, name="concern"),
    path("concerns/<uuid:pk>/assign/", triage_steps.assign, name="assign_concern"),
    path("concerns/<uuid:pk>/note/", triage_steps.observe, name="observe_concern"),
    path("concerns/<uuid:pk>/ask/", triage_steps.ask_views, name="ask_views"),
    path("concerns/<uuid:pk>/ask/<uuid:step_pk>/undo/", triage_steps.unask_views, name="unask_views"),
    path("concerns/<uuid:pk>/remind/", triage_steps.remind, name="remind_views"),
    path("concerns/<uuid:pk>/undo/", decisions.undo, name="undo_decision"),
    path("concerns/<uuid:pk>/decide/<slug:decision>/", decisions.decide, name="decide_concern"),
    path("concerns/<uuid:pk>/tell/", decisions.tell, name="tell_about_concern"),
    path("concerns/<uuid:pk>/tell/<uuid:step_pk>/undo/", decisions.keep_back, name="keep_back"),
    path("concerns/<uuid:pk>/close/", triage_steps.close_untold, name="close_concern"),
    path("concerns/<uuid:pk>/reopen/", triage_steps.reopen, name="reopen_concern"),
    path("views/", asked_views.views_asked, name="views_asked"),
    path("views/<uuid:pk>/", asked_views.give_view, name="give_view"),
    path("views/<uuid:pk>/cancel/", triage_steps.cancel_view, name="cancel_view"),
    path("watched/", monitoring.monitoring, name="monitoring"),
    path("watched/<uuid:pk>/extend/", monitoring.extend_monitoring, name="extend_monitoring"),
    path("watched/<uuid:pk>/end/", monitoring.end_monitoring, name="end_monitoring"),
]
