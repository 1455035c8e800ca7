"""Paths of support plans, named by what a person does; one file a subject."""

from provision.urls.plans import urlpatterns as plans
from provision.urls.school import urlpatterns as school

app_name = "provision"
urlpatterns = [*plans, *school]
