"""What families and professionals read."""

from django.urls import path

from provision.views import families

urlpatterns = [
    path("shared/<uuid:pk>/plans/", families.family_plans, name="family_plans"),
    path("shared-plans/<uuid:pk>/", families.family_plan, name="family_plan"),
    path("shared-plans/<uuid:pk>/thanks/", families.answered, name="answered"),
]
