from django.urls import path

from senco.governance import views

app_name = "governance"
urlpatterns = [
    path("", views.figures, name="figures"),
    path("preview/", views.preview, name="preview"),
    path("release/", views.release_now, name="release_figures"),
    path("<uuid:pk>/", views.release, name="release"),
    path("<uuid:pk>/take-back/", views.take_back_release, name="take_back"),
    path("<uuid:pk>/file/<slug:kind>/", views.export, name="export_figures"),
]
