"""Paths of support plans, named by what a person does; one file a subject."""

from provision.urls.costs import urlpatterns as costs
from provision.urls.cycles import urlpatterns as cycles
from provision.urls.digest import urlpatterns as digest
from provision.urls.documents import urlpatterns as documents
from provision.urls.families import urlpatterns as families
from provision.urls.groups import urlpatterns as groups
from provision.urls.library import urlpatterns as library
from provision.urls.map import urlpatterns as provision_map
from provision.urls.plans import urlpatterns as plans
from provision.urls.profiles import urlpatterns as profiles
from provision.urls.progress import urlpatterns as progress
from provision.urls.reports import urlpatterns as reports
from provision.urls.school import urlpatterns as school
from provision.urls.sessions import urlpatterns as sessions
from provision.urls.steps import urlpatterns as steps
from provision.urls.writing import urlpatterns as writing

app_name = "provision"
urlpatterns = [
    *plans, *writing, *cycles, *steps, *families, *school, *profiles, *digest, *documents, *reports,
    *costs, *groups, *sessions, *library, *progress,
    *provision_map,
]  # fmt: skip
