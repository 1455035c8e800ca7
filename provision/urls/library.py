"""The library of interventions."""

from django.urls import path

from provision.views import library

urlpatterns = [
    path("library/", library.library, name="library"),
    path("library/starter/", library.starter, name="starter_library"),
    path("library/add/", library.add, name="add_intervention"),
    path("library/upload/", library.upload, name="upload_library"),
    path("library/upload/add/", library.add_all, name="add_uploaded_library"),
    path("library/interventions.<slug:kind>", library.export, name="export_library"),
    path("library/<uuid:pk>/", library.intervention, name="intervention"),
    path("library/<uuid:pk>/edit/", library.edit, name="edit_intervention"),
    path("library/<uuid:pk>/retire/", library.retire, name="retire_intervention"),
    path("library/<uuid:pk>/back/", library.bring_back, name="bring_back_intervention"),
    path("library/<uuid:pk>/needs/add/", library.add_resource, name="add_resource"),
    path("library/needs/<uuid:pk>/", library.edit_resource, name="edit_resource"),
    path("library/needs/<uuid:pk>/remove/", library.remove_resource, name="remove_resource"),
    path("library/needs/<uuid:pk>/back/", library.bring_back_resource, name="bring_back_resource"),
]
