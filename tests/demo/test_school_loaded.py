"""One small school in the database: sign-ins, access, shares, plans, each as the demo promises."""

import pytest
from django.db import connection
from django.urls import reverse

from provision.models import Plan, PlanVersion
from register.actions.access import derive_access
from register.models import Concern, PupilAccess
from senco.access.context import acting_as
from senco.accounts.models import School, User
from senco.accounts.queries import memberships_of
from senco.demo.accounts import PASSWORD, SIGN_INS
from tests.demo.loading import member
from tests.factories import as_owner

pytestmark = pytest.mark.django_db


@pytest.fixture(scope="module", autouse=True)
def demo(load_once):
    """What the command wrote."""
    return load_once()


def test_every_sign_in_opens_its_home_with_the_published_password(client, demo):
    assert PASSWORD in demo
    for sign_in in SIGN_INS:
        client.logout()
        answer = client.post(
            reverse("account_login"), {"login": f"{sign_in.name}@larkfield.example", "password": PASSWORD}
        )
        assert answer.status_code == 302, sign_in.name
        home = client.get("/")
        assert home.status_code == 200, sign_in.name
        assert home.context["membership"].role == sign_in.role


def test_other_accounts_have_no_password():
    with as_owner():
        open_accounts = [user.email for user in User.objects.all() if user.has_usable_password()]
    assert sorted(open_accounts) == sorted(f"{sign_in.name}@larkfield.example" for sign_in in SIGN_INS)


def test_the_teacher_can_switch_to_being_a_parent():
    with as_owner():
        teacher = User.objects.get(email="teacher@larkfield.example")
    assert [member.role for member in memberships_of(teacher)] == ["teacher", "parent"]


def test_access_is_what_groups_and_families_give():
    with as_owner():
        assert PupilAccess.objects.count() > 300
        assert derive_access(school=School.objects.get()) == (0, 0)


def test_one_share_with_the_professional_is_live_and_one_has_ended():
    with as_owner():
        shares = PupilAccess.objects.filter(
            source="share", membership__email="professional@larkfield.example"
        )
        assert shares.count() == 2
        assert shares.live().count() == 1


def test_the_planner_knows_the_tables_at_once():
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select reltuples from pg_class where relname = 'register_concern'")
        assert cursor.fetchone()[0] == Concern.objects.count() > 0


def test_rows_of_plans_have_their_first_event():
    with as_owner(), connection.cursor() as cursor:
        for table in ("plan", "outcome", "planversion", "seen"):
            cursor.execute(
                f"select (select count(*) from provision_{table}), (select count(*) from provision_{table}event)"
            )
            rows, events = cursor.fetchone()
            assert rows == events > 0, table


def test_the_parent_reads_one_plan_that_waits_and_one_before():
    parent = member("parent", "parent")
    with as_owner():
        numbers = dict(Plan.objects.values_list("pk", "number"))
    with acting_as(parent):
        versions = list(PlanVersion.objects.visible_to(parent).order_by("at"))
    assert {version.audience for version in versions} == {"family"}
    kinds = [
        [version.kind for version in versions if numbers[version.plan_id] == number] for number in (1, 2)
    ]
    assert kinds[0][0] == "shared" and kinds[0][-1] == "reviewed"
    assert kinds[1] == ["shared"]
