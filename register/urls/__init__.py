"""Paths named by what a person does; one module a noun."""

from . import advice, concerns, duties, files, imports, people, pupils, sen_register

app_name = "register"
urlpatterns = [
    *sen_register.urlpatterns,
    *pupils.urlpatterns,
    *concerns.urlpatterns,
    *advice.urlpatterns,
    *duties.urlpatterns,
    *files.urlpatterns,
    *people.urlpatterns,
    *imports.urlpatterns,
]
