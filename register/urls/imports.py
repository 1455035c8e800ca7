"""Importing from the MIS, and what goes back to it: the census check and the transfer file for leavers."""

from django.urls import path

from register.views import census, transfer
from register.views.imports import columns, preview, questions, runs

urlpatterns = [
    path("imports/", runs.imports, name="imports"),
    path("imports/<uuid:pk>/", preview.preview, name="import"),
    path("imports/<uuid:pk>/progress/", runs.progress, name="import_progress"),
    path("imports/<uuid:pk>/columns/", columns.columns, name="import_columns"),
    path("imports/<uuid:pk>/columns/forget/", columns.forget, name="forget_columns"),
    path("imports/<uuid:pk>/needs/", questions.needs, name="import_needs"),
    path("imports/<uuid:pk>/decisions/", questions.settle_all, name="settle_all"),
    path("imports/<uuid:pk>/parked.csv", questions.parked_file, name="parked_rows"),
    path("imports/<uuid:pk>/lines/<uuid:line_pk>/", questions.settle, name="settle_line"),
    path("imports/<uuid:pk>/apply/", preview.apply, name="apply_import"),
    path("imports/<uuid:pk>/undo/", runs.undo, name="undo_import"),
    path("imports/<uuid:pk>/again/", runs.try_again, name="retry_import"),
    path("imports/<uuid:pk>/discard/", runs.discard_run, name="discard_import"),
    path("census/", census.census, name="census"),
    path("census/file/<slug:kind>/", census.census_file, name="census_file"),
    path("leavers/transfer/", transfer.transfer, name="transfer"),
]
