"""Class digests, who has read them, and links for cover teachers."""

from django.urls import path

from provision.views import digest, digest_cover, digest_readings

urlpatterns = [
    path("classes/", digest.classes, name="classes"),
    path("classes/not-read/", digest_readings.not_read, name="not_read"),
    path("classes/not-read/remind/", digest_readings.send_reminders, name="send_reminders"),
    path("classes/<uuid:pk>/", digest.digest, name="digest"),
    path("classes/<uuid:pk>/digest.pdf", digest.pdf, name="digest_pdf"),
    path("classes/<uuid:pk>/read/", digest.confirm, name="confirm_changes"),
    path("classes/<uuid:pk>/cover/", digest_cover.cover_links, name="cover_links"),
    path("cover/<uuid:pk>/revoke/", digest_cover.revoke, name="revoke_cover"),
    path(
        "accounts/cover/<str:token>/", digest_cover.open_link, name="open_cover"
    ),  # under /accounts/: nobody acts here
]
