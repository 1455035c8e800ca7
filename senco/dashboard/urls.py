from django.urls import path

from senco.dashboard import calendar_views, views

app_name = "dashboard"
urlpatterns = [
    path("", views.home, name="home"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("to-do/", views.to_do, name="to_do"),
    path("children/<uuid:pk>/", views.child, name="child"),
]
