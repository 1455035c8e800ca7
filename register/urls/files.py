"""Files about a pupil."""

from django.urls import path

from register.views import files

urlpatterns = [
    path("pupils/<uuid:pk>/files/", files.files, name="files"),
    path("pupils/<uuid:pk>/files/add/", files.add, name="add_files"),
    path("files/<uuid:pk>/", files.file, name="file"),
    path("files/<uuid:pk>/thumb/", files.file_thumbnail, name="file_thumbnail"),
    path("files/<uuid:pk>/details/", files.edit_file, name="edit_file"),
    path("files/<uuid:pk>/remove/", files.remove, name="remove_file"),
    path("files/<uuid:pk>/restore/", files.restore, name="restore_file"),
]
