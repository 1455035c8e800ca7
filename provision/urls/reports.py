"""Reports of needs and provision, as files of the kinds "pdf", "large" and "docx"."""

from django.urls import path

from provision.views import reports

urlpatterns = [
    path("pupils/<uuid:pk>/report/", reports.needs_report, name="needs_report"),
    path("pupils/<uuid:pk>/report/keep/", reports.keep, name="keep_report"),
    path("reports/<uuid:pk>/", reports.kept_report, name="kept_report"),
    path("reports/<uuid:pk>/file/<slug:kind>/", reports.report_file, name="report_file"),
    path("reports/<uuid:pk>/take-back/", reports.take_back, name="take_back_report"),
]
