"""All plans, and the next cycle of one pupil or of many."""

from django.urls import path

from provision.views import cycles

urlpatterns = [
    path("plans/", cycles.plans, name="plans"),
    path("plans/export/<slug:kind>/", cycles.export_plans, name="export_plans"),
    path("plans/<uuid:pk>/next/", cycles.next_cycle, name="next_cycle"),
    path("next-cycles/", cycles.next_cycles, name="next_cycles"),
    path("next-cycles/<uuid:pk>/", cycles.cycle_run, name="cycle_run"),
    path("next-cycles/<uuid:pk>/undo/", cycles.undo_cycle_run, name="undo_cycle_run"),
]
