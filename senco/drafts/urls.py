from django.urls import path

from senco.drafts import views

app_name = "drafts"
urlpatterns = [
    path("", views.keep, name="keep"),
    path("unsent/", views.unsent, name="unsent"),
    path("<uuid:pk>/discard/", views.discard, name="discard"),
    path("<uuid:pk>/back/", views.bring_back, name="bring_back"),
]
