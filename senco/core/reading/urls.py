from django.urls import path

from senco.core.reading import views

urlpatterns = [
    path("reading/", views.change, name="reading_settings"),
    path("language/", views.speak, name="language"),
    path("accessibility/", views.accessibility, name="accessibility"),
]
