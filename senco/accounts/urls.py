from django.urls import path

from senco.accounts.views import reauthentication, school, you

app_name = "accounts"
urlpatterns = [
    path("you/", you.show, name="you"),
    path("you/role/", you.switch_role, name="switch_role"),
    path("accounts/password/set/", you.set_password, name="set_password"),  # before allauth's own
    path("accounts/reauthenticate/code/", reauthentication.by_code, name="reauthenticate_by_code"),
    path("school/", school.settings, name="school"),
]
