"""Costs of provision."""

from django.urls import path

from provision.views.costs import pupils, records, school

RATE, BUDGET, TOP_UP = {"kind": "rate"}, {"kind": "budget"}, {"kind": "top-up"}

urlpatterns = [
    path("costs/", school.costs, name="costs"),
    path("costs/export/<slug:kind>/", school.export, name="export_costs"),
    path("costs/what-if/", school.what_if, name="what_if"),
    path("costs/settings/", records.settings, name="cost_settings"),
    path("costs/rates/", records.rates, name="rates"),
    path("costs/rates/new/", records.add_rate, name="add_rate"),
    path("costs/rates/<uuid:pk>/", records.edit_rate, name="edit_rate"),
    path("costs/rates/<uuid:pk>/remove/", records.remove, RATE, name="remove_rate"),
    path("costs/rates/<uuid:pk>/back/", records.bring_back, RATE, name="bring_back_rate"),
    path("costs/budgets/", records.budgets, name="budgets"),
    path("costs/budgets/new/", records.add_budget, name="add_budget"),
    path("costs/budgets/<uuid:pk>/", records.edit_budget, name="edit_budget"),
    path("costs/budgets/<uuid:pk>/remove/", records.remove, BUDGET, name="remove_budget"),
    path("costs/budgets/<uuid:pk>/back/", records.bring_back, BUDGET, name="bring_back_budget"),
    path("pupils/<uuid:pk>/costs/", pupils.costs, name="pupil_costs"),
    path("pupils/<uuid:pk>/costs/map/<slug:kind>/", pupils.costed_map_file, name="costed_map"),
    path("pupils/<uuid:pk>/costs/top-ups/new/", pupils.add_top_up, name="add_top_up"),
    path("costs/top-ups/<uuid:pk>/", pupils.edit_top_up, name="edit_top_up"),
    path("costs/top-ups/<uuid:pk>/remove/", records.remove, TOP_UP, name="remove_top_up"),
    path("costs/top-ups/<uuid:pk>/back/", records.bring_back, TOP_UP, name="bring_back_top_up"),
    path("costs/places/<uuid:pk>/carry/", pupils.carry, name="carry_cost"),
]
