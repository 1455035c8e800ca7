"""Paths of support plans, named by what a person does; one file a subject."""

from provision.urls.plans import urlpatterns as plans
from provision.urls.school import urlpatterns as school
from provision.urls.writing import urlpatterns as writing

app_name = "provision"
urlpatterns = [*plans, *writing, *school]
