"""Groups, their rows, and timetables."""

from django.urls import path

from provision.views.groups import groups, rows, terms

KINDS = ("time", "adult", "place")

urlpatterns = [
    path("groups/", groups.groups, name="groups"),
    path("groups/new/", groups.new, name="new_group"),
    path("groups/begin/<uuid:pk>/", groups.begin, name="begin_group"),
    path("groups/copy/", terms.copy, name="copy_groups"),
    path("groups/deployment/", terms.deployed, name="deployment"),
    path("groups/adults/<uuid:pk>/", terms.adults_timetable, name="adults_timetable"),
    path("pupils/<uuid:pk>/support-timetable/", terms.pupils_timetable, name="pupils_timetable"),
    path("groups/<uuid:pk>/", groups.group, name="group"),
    path("groups/<uuid:pk>/edit/", groups.edit, name="edit_group"),
    path("groups/<uuid:pk>/remove/", groups.remove, name="remove_group"),
    path("groups/<uuid:pk>/back/", groups.bring_back, name="bring_back_group"),
    path("groups/<uuid:pk>/times/new/", rows.add_time, name="add_time"),
    path("groups/<uuid:pk>/adults/new/", rows.add_adult, name="add_adult"),
    path("groups/<uuid:pk>/pupils/new/", rows.add_pupils, name="add_pupils"),
    path("groups/times/<uuid:pk>/", rows.change_time, name="change_time"),
    path("groups/places/<uuid:pk>/", rows.edit_place, name="edit_place"),
    *(path(f"groups/{kind}s/<uuid:pk>/end/", rows.end, {"kind": kind}, name=f"end_{kind}") for kind in KINDS),
    *(path(f"groups/{kind}s/<uuid:pk>/reopen/", rows.reopen, {"kind": kind}, name=f"reopen_{kind}") for kind in KINDS),
    *(path(f"groups/{kind}s/<uuid:pk>/remove/", rows.remove, {"kind": kind}, name=f"remove_{kind}") for kind in KINDS),
    *(path(f"groups/{kind}s/<uuid:pk>/back/", rows.bring_back, {"kind": kind}, name=f"bring_back_{kind}") for kind in KINDS),
]  # fmt: skip
