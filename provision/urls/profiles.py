"""Profiles of pupils, their alerts, and prints of many profiles."""

from django.urls import path

from provision.views import profiles, profiles_alerts, profiles_list, profiles_print, profiles_shared

urlpatterns = [
    path("profiles/", profiles_list.profiles, name="profiles"),
    path("profiles/print/", profiles_print.print_profiles, name="print_profiles"),
    path("profiles/print/<uuid:pk>/", profiles_print.print_job, name="print_job"),
    path("profiles/print/<uuid:pk>/file/", profiles_print.print_file, name="print_file"),
    path("profiles/print/<uuid:pk>/cancel/", profiles_print.cancel, name="cancel_print"),
    path("profiles/<uuid:pk>/", profiles_shared.shared, name="shared_profile"),
    path("profiles/<uuid:pk>/<slug:size>.pdf", profiles_shared.shared_pdf, name="shared_profile_pdf"),
    path("pupils/<uuid:pk>/profile/", profiles.pupil_profile, name="pupil_profile"),
    path("pupils/<uuid:pk>/profile/write/", profiles.write, name="write_profile"),
    path("pupils/<uuid:pk>/profile/agree/", profiles.agree, name="agree_profile"),
    path("pupils/<uuid:pk>/profile/publish/", profiles.publish, name="publish_profile"),
    path("pupils/<uuid:pk>/profile/take-down/", profiles.take_down, name="take_down_profile"),
    path("pupils/<uuid:pk>/profile/read/", profiles.confirm, name="confirm_profile"),
    path("pupils/<uuid:pk>/profile/history/", profiles.history, name="profile_history"),
    path("pupils/<uuid:pk>/profile/<slug:size>.pdf", profiles.pdf, name="profile_pdf"),
    path("pupils/<uuid:pk>/profile/alerts/", profiles_alerts.alerts, name="alerts"),
    path("pupils/<uuid:pk>/profile/alerts/new/", profiles_alerts.add, name="add_alert"),
    path("alerts/<uuid:pk>/", profiles_alerts.edit, name="edit_alert"),
    path("alerts/<uuid:pk>/end/", profiles_alerts.end, name="end_alert"),
]
