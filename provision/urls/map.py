"""The provision map."""

from django.urls import path

from provision.views import map as views

urlpatterns = [
    path("map/", views.provision_map, name="map"),
    path("map/export/<slug:kind>/", views.export_map, name="export_map"),
    path("pupils/<uuid:pk>/provision/", views.pupil_provision, name="pupil_provision"),
]
