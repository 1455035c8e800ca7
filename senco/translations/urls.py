"""Translations of what families read."""

from django.urls import path

from senco.translations import views

app_name = "translations"
urlpatterns = [
    path("translations/", views.translations, name="translations"),
    path("translations/ask/<uuid:pk>/<slug:original>/", views.ask, name="ask"),
    path("translations/<uuid:pk>/", views.translation, name="translation"),
    path("translations/<uuid:pk>/approve/", views.approve, name="approve"),
    path("translations/<uuid:pk>/send-back/", views.send_back, name="send_back"),
    path("translations/<uuid:pk>/people/", views.people, name="people"),
    path("translations/<uuid:pk>/take-back/", views.take_back, name="take_back"),
    path("translations/<uuid:pk>/read/", views.read, name="read"),
    path("translations/<uuid:pk>/read/<slug:kind>/", views.read_file, name="read_file"),
]
