"""What a school makes its own about plans: banks, templates, settings."""

from django.urls import path

from provision.choices import BankName
from provision.views import bank_files, banks, entries, settings, templates

STRATEGIES, STEMS = {"bank": BankName.STRATEGIES}, {"bank": BankName.STEMS}

urlpatterns = [
    path("planning/", banks.strategies, name="strategies"),
    path("planning/stems/", banks.stems, name="stems"),
    path("planning/strategies/add/", entries.add, STRATEGIES, name="add_strategy"),
    path("planning/stems/add/", entries.add, STEMS, name="add_stem"),
    path("planning/strategies/<uuid:pk>/", entries.edit, STRATEGIES, name="edit_strategy"),
    path("planning/stems/<uuid:pk>/", entries.edit, STEMS, name="edit_stem"),
    path("planning/strategies/<uuid:pk>/retire/", entries.retire, STRATEGIES, name="retire_strategy"),
    path("planning/stems/<uuid:pk>/retire/", entries.retire, STEMS, name="retire_stem"),
    path("planning/strategies/<uuid:pk>/back/", entries.bring_back, STRATEGIES, name="bring_back_strategy"),
    path("planning/stems/<uuid:pk>/back/", entries.bring_back, STEMS, name="bring_back_stem"),
    path("planning/strategies/<slug:code>/hide/", entries.hide, STRATEGIES, name="hide_strategy"),
    path("planning/stems/<slug:code>/hide/", entries.hide, STEMS, name="hide_stem"),
    path("planning/strategies/<slug:code>/show/", entries.show, STRATEGIES, name="show_strategy"),
    path("planning/stems/<slug:code>/show/", entries.show, STEMS, name="show_stem"),
    path("planning/strategies/own.<slug:kind>", bank_files.export, STRATEGIES, name="export_strategies"),
    path("planning/stems/own.<slug:kind>", bank_files.export, STEMS, name="export_stems"),
    path("planning/strategies/upload/", bank_files.upload, STRATEGIES, name="upload_strategies"),
    path("planning/stems/upload/", bank_files.upload, STEMS, name="upload_stems"),
    path("planning/strategies/upload/add/", bank_files.add_all, STRATEGIES, name="add_strategies"),
    path("planning/stems/upload/add/", bank_files.add_all, STEMS, name="add_stems"),
    path("planning/templates/", templates.templates, name="templates"),
    path("planning/templates/add/", templates.add_kind, name="add_kind"),
    path("planning/templates/<slug:code>/", templates.template, name="template"),
    path("planning/templates/<slug:code>/preview/", templates.preview, name="preview_template"),
    path("planning/templates/<slug:code>/rename/", templates.rename_kind, name="rename_kind"),
    path("planning/templates/<slug:code>/retire/", templates.retire, name="retire_template"),
    path("planning/templates/<slug:code>/back/", templates.bring_back, name="bring_back_template"),
    path("planning/templates/<slug:code>/undo/<int:version>/", templates.undo, name="undo_template"),
    path("planning/templates/<slug:code>/sections/add/", templates.add_section, name="add_section"),
    path("planning/templates/<slug:code>/sections/<slug:section>/", templates.edit_section, name="edit_section"),
    path("planning/templates/<slug:code>/sections/<slug:section>/up/", templates.move_up, name="move_section_up"),
    path("planning/templates/<slug:code>/sections/<slug:section>/down/", templates.move_down, name="move_section_down"),
    path("planning/templates/<slug:code>/sections/<slug:section>/remove/", templates.remove_section, name="remove_section"),
    path("planning/settings/", settings.settings, name="settings"),
]  # fmt: skip
