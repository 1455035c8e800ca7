"""The delivery ledger."""

from django.urls import path

from provision.views.sessions import away, delivery, register

SESSION = "<uuid:pk>/<slug:day>/<slug:at>"

urlpatterns = [
    path("my-day/", register.day, name="my_day"),
    path(f"sessions/{SESSION}/", register.register, name="session"),
    path("sessions/<uuid:pk>/extra/", register.extra, name="extra_session"),
    path("sessions/<uuid:pk>/take-back/", register.take_back, name="take_session_back"),
    path("sessions/<uuid:pk>/put-back/", register.put_back, name="put_session_back"),
    path("delivery/", delivery.delivery, name="delivery"),
    path("delivery/export/<slug:kind>/", delivery.export, name="export_delivery"),
    path("pupils/<uuid:pk>/delivery/", delivery.pupils_delivery, name="pupils_delivery"),
    path("pupils/<uuid:pk>/support/", delivery.family_support, name="family_support"),
    path("away/", away.adults_away, name="adults_away"),
    path("away/<uuid:pk>/", away.absence, name="absence"),
    path("away/<uuid:pk>/here/", away.take_absence, name="take_absence_back"),
    path("away/<uuid:pk>/away/", away.put_absence, name="put_absence_back"),
    path("away/<uuid:pk>/none-run/", away.none_run, name="none_run"),
    path("away/<uuid:pk>/none-run/undo/", away.undo_none_run, name="undo_none_run"),
    path("away/<uuid:pk>/cover/<uuid:group>/<slug:day>/<slug:at>/", away.cover, name="cover_session"),
    path("away/<uuid:pk>/undo/<uuid:session>/", away.undo_cover, name="undo_cover"),
]
