"""Loading: only where it may, all or nothing, with history, with the grants that the school's groups and families give."""

from io import StringIO

import pytest
from django.core.management import CommandError, call_command
from django.db import connection
from django.urls import reverse

from register.actions.access import derive_access
from register.models import Concern, Pupil, PupilAccess, SenStatus
from senco.accounts.models import Membership, School, User
from senco.accounts.queries import memberships_of
from senco.demo.accounts import PASSWORD, SIGN_INS
from senco.governance.models import FigureRelease
from tests.factories import as_owner, school

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def demo_mode(settings):
    settings.DEMO, settings.SECOND_FACTOR_REQUIRED = True, False


def load(**options) -> str:
    """The command as the owner runs it; what it wrote."""
    out = StringIO()
    with as_owner():
        call_command("load_demo", stdout=out, **{"pupils": 60} | options)
    return out.getvalue()


def test_every_sign_in_opens_its_home_with_the_published_password(client):
    assert PASSWORD in load()
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
    load()
    with as_owner():
        open_accounts = [user.email for user in User.objects.all() if user.has_usable_password()]
    assert sorted(open_accounts) == sorted(f"{sign_in.name}@larkfield.example" for sign_in in SIGN_INS)


def test_the_teacher_can_switch_to_being_a_parent():
    load()
    with as_owner():
        teacher = User.objects.get(email="teacher@larkfield.example")
    assert [member.role for member in memberships_of(teacher)] == ["teacher", "parent"]


def test_access_is_what_groups_and_families_give():
    load()
    with as_owner():
        assert PupilAccess.objects.count() > 300
        assert derive_access(school=School.objects.get()) == (0, 0)


def test_one_share_with_the_professional_is_live_and_one_has_ended():
    load()
    with as_owner():
        shares = PupilAccess.objects.filter(
            source="share", membership__email="professional@larkfield.example"
        )
        assert shares.count() == 2
        assert shares.live().count() == 1


@pytest.mark.parametrize("seed", [15, 16])
def test_a_small_school_without_the_right_pupils_shares_the_nearest(seed):
    load(seed=seed)
    with as_owner():
        shared = PupilAccess.objects.filter(source="share").values_list("content_object", flat=True)
        assert len(set(shared)) == 2


def test_the_planner_knows_the_tables_at_once():
    load()
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select reltuples from pg_class where relname = 'register_concern'")
        assert cursor.fetchone()[0] == Concern.objects.count() > 0


def test_governors_have_something_to_read():
    load(pupils=300)  # of a much smaller school nothing can be told without telling of a child
    with as_owner():
        [release] = FigureRelease.objects.all()
        assert release.released_by.role == "head"


def test_the_first_school_has_history_and_the_others_do_without():
    load(schools=2)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute(
            "select s.laestab, count(p.id), count(e.pgh_id) from accounts_school s join register_pupil p on p.school_id = s.id"
            " left join register_pupilevent e on e.pgh_obj_id = p.id group by 1 order by 1"
        )
        first, second = cursor.fetchall()
    assert first[0] == "9994001" and first[1] == first[2] > 0
    assert second[1] > 0 and second[2] == 0


def test_after_loading_without_history_triggers_work_again():
    load(schools=2)
    with as_owner(), connection.cursor() as cursor:
        cursor.execute("select count(*) from pg_trigger where tgenabled = 'D'")
        assert cursor.fetchone() == (0,)
        status = SenStatus.objects.filter(school__laestab="9994002").first()
        SenStatus.objects.filter(pk=status.pk).update(criteria="Changed")
        cursor.execute("select count(*) from register_senstatusevent where pgh_obj_id = %s", [status.pk])
        assert cursor.fetchone() == (1,)


def test_a_school_without_pupils_has_its_staff():
    load(pupils=0)
    with as_owner():
        assert School.objects.get().name == "Larkfield Academy"
        assert Membership.objects.filter(user__isnull=False).count() == 6
        assert not Pupil.objects.exists()


@pytest.mark.parametrize(
    ("options", "words"),
    [
        ({"pupils": 12}, "between 60"),
        ({"pupils": 99_999}, "between 60"),
        ({"schools": 0}, "between 1"),
        ({"schools": 1000}, "between 1"),
    ],
)
def test_wrong_numbers_are_refused_in_words(options, words):
    with pytest.raises(CommandError, match=words):
        load(**options)
    assert_nothing_loaded()


def test_it_is_refused_outside_demo_mode(settings):
    settings.DEMO = False
    with pytest.raises(CommandError, match="demo mode only"):
        load()
    assert_nothing_loaded()


def test_it_is_refused_where_a_school_is_already():
    school(name="Real School")
    with pytest.raises(CommandError, match="Real School"):
        load()
    with as_owner():
        assert School.objects.count() == 1 and not User.objects.exists()


def assert_nothing_loaded():
    with as_owner():
        assert not School.objects.exists() and not User.objects.exists()
