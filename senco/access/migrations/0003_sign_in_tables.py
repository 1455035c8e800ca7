"""The tables of Django and allauth that sign-in needs. The bare login role works on them; no scoped role does."""

from django.db import migrations

from senco.access.protect import GrantPlain


class Migration(migrations.Migration):
    dependencies = [
        ("access", "0002_accounts"),
        ("sessions", "0001_initial"),
        ("account", "__latest__"),
        ("mfa", "__latest__"),
        ("usersessions", "__latest__"),
        ("auth", "__latest__"),
        ("contenttypes", "__latest__"),
    ]

    operations = [
        GrantPlain("django_session", login="SIUD"),
        GrantPlain("account_emailaddress", login="SIUD", system="SIU"),
        GrantPlain("account_emailconfirmation", login="SIUD"),
        GrantPlain("mfa_authenticator", login="SIUD"),
        GrantPlain("usersessions_usersession", login="SIUD"),
        GrantPlain("django_content_type", login="S", school="S", system="S"),
        GrantPlain("auth_permission", login="S", school="S", system="S"),
        GrantPlain("django_migrations", login="S"),
    ]
