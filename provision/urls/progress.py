"""Progress, scales and impact."""

from django.urls import path

from provision.views.progress import files, groups, impact, pupils, scales

urlpatterns = [
    path("pupils/<uuid:pk>/progress/", pupils.progress, name="pupil_progress"),
    path("pupils/<uuid:pk>/progress/add/", pupils.add, name="add_measure"),
    path("pupils/<uuid:pk>/progress/<slug:kind>/", pupils.export, name="export_progress"),
    path("progress/<uuid:pk>/", pupils.edit, name="edit_measure"),
    path("progress/<uuid:pk>/remove/", pupils.remove, name="remove_measure"),
    path("progress/<uuid:pk>/back/", pupils.bring_back, name="bring_back_measure"),
    path("progress/upload/", files.upload, name="upload_progress"),
    path("progress/upload/add/", files.add_all, name="add_uploaded_progress"),
    path("groups/<uuid:pk>/measures/", groups.group_measures, name="group_measures"),
    path("scales/", scales.scales, name="scales"),
    path("scales/take-over/", scales.take_over, name="take_scales"),
    path("scales/add/", scales.add, name="add_scale"),
    path("scales/<uuid:pk>/", scales.edit, name="edit_scale"),
    path("scales/<uuid:pk>/retire/", scales.retire, name="retire_scale"),
    path("scales/<uuid:pk>/back/", scales.bring_back, name="bring_back_scale"),
    path("impact/", impact.impact, name="impact"),
    path("impact/export/<slug:kind>/", impact.export, name="export_impact"),
    path("impact/to-measure/", impact.measures_due, name="measures_due"),
    path("impact/advice/", impact.advice_due, name="advice_due"),
    path("impact/<uuid:pk>/", impact.impact_of, name="impact_of"),
]
