"""Plans as files. Kinds are "pdf", "large" (a PDF in large type) and "docx"."""

from django.urls import path

from provision.views import documents, documents_many

urlpatterns = [
    path("plans/print/", documents_many.print_plans, name="print_plans"),
    path("plans/<uuid:pk>/files/", documents.plan_files, name="plan_files"),
    path("plans/<uuid:pk>/draft/<slug:kind>/", documents.draft_file, name="draft_file"),
    path("plan-versions/<uuid:pk>/<slug:kind>/", documents.version_file, name="version_file"),
    path("shared-plans/<uuid:pk>/file/<slug:kind>/", documents.family_file, name="family_file"),
]
