"""The SEN register and what is done from it."""

from django.urls import path

from register.views import bulk, key_adult, saved_views, sen_register

urlpatterns = [
    path("register/", sen_register.register, name="register"),
    path("register/print/", sen_register.print_register, name="print_register"),
    path("register/file/<slug:kind>/", sen_register.export, name="export_register"),
    path("register/key-adult/", bulk.set_key_adults, name="set_key_adults"),
    path("register/key-adult/undo/<int:before>/<int:after>/", bulk.undo_key_adults, name="undo_key_adults"),
    path("register/watch/", bulk.watch_pupils, name="watch_pupils"),
    path("register/stop-watching/", bulk.stop_watching, name="stop_watching"),
    path("register/views/", saved_views.saved_views, name="saved_views"),
    path("register/views/keep/", saved_views.keep_view, name="keep_view"),
    path("register/views/restore/", saved_views.restore, name="restore_view"),
    path("register/views/<uuid:pk>/rename/", saved_views.rename, name="rename_view"),
    path("register/views/<uuid:pk>/delete/", saved_views.delete, name="delete_view"),
    path("pupils/<uuid:pk>/key-adult/", key_adult.key_adult, name="key_adult"),
    path("pupils/<uuid:pk>/key-adult/cell/", key_adult.key_adult_cell, name="key_adult_cell"),
]
