"""A pupil's plans, and one plan."""

from django.urls import path

from provision.views import plans

urlpatterns = [
    path("pupils/<uuid:pk>/plans/", plans.pupil_plans, name="pupil_plans"),
    path("plans/<uuid:pk>/", plans.plan, name="plan"),
]
