"""Writing a plan and carrying it out. What stands under plans/ is named before the key of a plan."""

from django.urls import path

from provision.views.writing import concerns, listing, outcomes, plans, presence, rows, sections, seen

urlpatterns = [
    path("pupils/<uuid:pk>/plans/begin/", plans.begin, name="begin_plan"),
    path("plans/<uuid:pk>/facts/", plans.describe, name="describe_plan"),
    path("plans/<uuid:pk>/writers/", presence.writers, name="writers"),
    path("plans/<uuid:pk>/writers/here/", presence.write_here, name="write_here"),
    path("plans/<uuid:pk>/outcomes/add/", outcomes.add, name="add_outcome"),
    path("plans/<uuid:pk>/provision/add/", rows.add_provision, name="add_provision"),
    path("plans/<uuid:pk>/scores/add/", rows.add_score, name="add_score"),
    path("plans/sections/<uuid:pk>/write/", sections.write, name="write_section"),
    path("plans/sections/<uuid:pk>/share/", sections.share, name="share_section"),
    path("plans/sections/<uuid:pk>/keep/", sections.keep, name="keep_section"),
    path("plans/sections/<uuid:pk>/items/", rows.add_items_to, name="add_items"),
    path("plans/sections/<uuid:pk>/concerns/", concerns.pull, name="pull_concerns"),
    path("plans/outcomes/<uuid:pk>/", outcomes.change, name="edit_outcome"),
    path("plans/items/<uuid:pk>/", rows.change_item, name="edit_item"),
    path("plans/provision/<uuid:pk>/", rows.change_provision, name="edit_provision"),
    path("plans/scores/<uuid:pk>/", rows.change_score, name="edit_score"),
    path("plans/rows/<uuid:pk>/<slug:kind>/up/", listing.move_up, name="move_row_up"),
    path("plans/rows/<uuid:pk>/<slug:kind>/down/", listing.move_down, name="move_row_down"),
    path("plans/rows/<uuid:pk>/<slug:kind>/remove/", listing.remove, name="remove_row"),
    path("plans/rows/<uuid:pk>/<slug:kind>/back/", listing.bring_back, name="bring_row_back"),
    path("plans/concerns/<uuid:pk>/remove/", concerns.remove, name="take_concern_out"),
    path("plans/concerns/<uuid:pk>/back/", concerns.bring_back, name="put_concern_back"),
    path("pupils/<uuid:pk>/seen/", seen.pupil_seen, name="pupil_seen"),
    path("plans/outcomes/<uuid:pk>/seen/", seen.outcome_seen, name="outcome_seen"),
    path("plans/outcomes/<uuid:pk>/seen/add/", seen.note, name="note_seen"),
    path("plans/outcomes/<uuid:pk>/seen-today/", seen.seen_today, name="seen_today"),
    path("plans/targets/<uuid:pk>/seen-today/", seen.target_seen_today, name="target_seen_today"),
    path("plans/seen/<uuid:pk>/remove/", seen.remove, name="remove_seen"),
    path("plans/seen/<uuid:pk>/back/", seen.bring_back, name="bring_seen_back"),
]
