"""Frameworks, and what their stages ask for."""

from django.urls import path

from register.views import duties, framework, stage_letters

urlpatterns = [
    path("school/framework/", framework.frameworks, name="frameworks"),
    path("school/framework/<slug:code>/", framework.choose, name="choose_framework"),
    path("duties/", duties.duties, name="duties"),
    path("duties/<uuid:pk>/", duties.duty, name="duty"),
    path("duties/<uuid:pk>/done/", duties.record, name="record_duty"),
    path("duties/<uuid:pk>/done/back/", duties.take_back_done, name="take_back_record"),
    path("duties/<uuid:pk>/waive/", duties.waive_duty, name="waive_duty"),
    path("duties/<uuid:pk>/waive/back/", duties.take_back_waived, name="take_back_waiver"),
    path("duties/<uuid:pk>/hand-over/", duties.hand_over_duty, name="hand_over_duty"),
    path(
        "pupils/<uuid:pk>/status/<uuid:status_pk>/letter/<slug:reader>/",
        stage_letters.letter,
        name="stage_letter",
    ),
]
