from django.urls import path

from senco.core.reading import views

urlpatterns = [
    path("reading/", views.change, name="reading_settings"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
