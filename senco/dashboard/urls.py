from django.urls import path

from senco.dashboard import views

app_name = "dashboard"
urlpatterns = [
    path("", views.home, name="home"),
    path("to-do/", views.to_do, name="to_do"),
    path("children/<uuid:pk>/", views.child, name="child"),
]
