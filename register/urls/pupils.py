"""One pupil's pages and finding pupils."""

from django.urls import path

from register.views import needs, pupils, search, status

urlpatterns = [
    path("pupils/find/", search.pupil_search, name="pupil_search"),
    path("pupils/mine/", search.my_pupils, name="my_pupils"),
    path("pupils/<uuid:pk>/", pupils.pupil, name="pupil"),
    path("pupils/<uuid:pk>/chronology/", pupils.history, name="chronology"),
    path("pupils/<uuid:pk>/details/", pupils.edit, name="edit_pupil"),
    path("pupils/<uuid:pk>/details/undo/<int:before>/<int:after>/", pupils.undo_details, name="undo_details"),
    path("pupils/<uuid:pk>/status/", status.change, name="change_status"),
    path("pupils/<uuid:pk>/status/history/", status.add_past_period, name="add_past_period"),
    path("pupils/<uuid:pk>/status/<uuid:status_pk>/told/", status.tell_parent, name="tell_parent"),
    path(
        "pupils/<uuid:pk>/status/undo/<int:before>/<int:after>/<int:needs_before>/<int:needs_after>/",
        status.undo,
        name="undo_status",
    ),
    path("pupils/<uuid:pk>/needs/", needs.change, name="set_needs"),
    path("pupils/<uuid:pk>/needs/undo/<int:before>/<int:after>/", needs.undo, name="undo_needs"),
    path("pupils/<uuid:pk>/characteristics/", needs.facts, name="set_facts"),
    path("shared/<uuid:pk>/", pupils.shared_pupil, name="shared_pupil"),
]
