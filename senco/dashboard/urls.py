from django.urls import path

from senco.dashboard import calendar_views, search_views, views

app_name = "dashboard"
urlpatterns = [
    path("", views.home, name="home"),
    path("calendar/", calendar_views.calendar, name="calendar"),
    path("calendar/app/", calendar_views.feed_settings, name="feed_settings"),
    path("calendar/app/end/", calendar_views.stop_feed, name="end_feed"),
    path("accounts/calendar/<slug:token>.ics", calendar_views.feed, name="feed"),
    path("search/", search_views.search, name="search"),
    path("to-do/", views.to_do, name="to_do"),
    path("children/<uuid:pk>/", views.child, name="child"),
]
