"""Views of the register under a name of one's own."""

import pytest
from django.urls import reverse

from register.models import SavedView
from tests.factories import as_owner, person

pytestmark = pytest.mark.django_db
KEEP, VIEWS, RESTORE = (reverse(f"register:{name}") for name in ("keep_view", "saved_views", "restore_view"))


@pytest.fixture
def senco():
    return person("senco")


@pytest.fixture
def office(acting, senco):
    return acting(senco)


def keep(office, name="Year 7", query="year=7&page=2&status="):
    return office.post(KEEP, {"name": name, "query": query})


def kept(of):
    with as_owner():
        return list(SavedView.objects.filter(membership=of).values_list("name", "query"))


def one(of):
    with as_owner():
        return SavedView.objects.get(membership=of)


def test_a_view_keeps_filters_and_opens_them(office, senco):
    assert keep(office).url == f"{reverse('register:register')}?year=7"
    assert kept(senco) == [("Year 7", "year=7")]
    assert "?year=7" in office.get(reverse("register:register")).content.decode()


def test_the_same_name_again_replaces(office, senco):
    keep(office)
    keep(office, query="year=8")
    assert kept(senco) == [("Year 7", "year=8")]


def test_a_name_is_needed(office, senco):
    answer = keep(office, name="")
    assert answer.status_code == 422 and "Fill in" in answer.content.decode()
    assert kept(senco) == []


def test_renaming(office, senco):
    keep(office)
    keep(office, name="Other")
    with as_owner():
        view = SavedView.objects.get(name="Other")
    url = reverse("register:rename_view", args=[view.pk])
    assert "already" in office.post(url, {"name": "Year 7"}).content.decode()
    office.post(url, {"name": "Mine"})
    assert [name for name, _query in kept(senco)] == ["Mine", "Year 7"]


def test_deleting_and_bringing_back(office, senco):
    keep(office)
    office.post(reverse("register:delete_view", args=[one(senco).pk]))
    assert kept(senco) == []
    office.post(RESTORE)
    assert kept(senco) == [("Year 7", "year=7")]
    assert "no deleted view" in office.post(RESTORE, follow=True).content.decode()


def test_bringing_back_overwrites_nothing_that_was_made_since(office, senco):
    keep(office)
    office.post(reverse("register:delete_view", args=[one(senco).pk]))
    keep(office, query="year=8")
    assert "“Year 7 (2)” is back" in office.post(RESTORE, follow=True).content.decode()
    assert kept(senco) == [("Year 7", "year=8"), ("Year 7 (2)", "year=7")]


def test_at_the_limit_bringing_back_waits_until_there_is_room(office, senco):
    keep(office)
    office.post(reverse("register:delete_view", args=[one(senco).pk]))
    with as_owner():
        views = [
            SavedView(school=senco.school, membership=senco, name=f"V{n}", query="year=8") for n in range(50)
        ]
        SavedView.objects.bulk_create(views)
    answer = office.post(RESTORE, follow=True)
    assert answer.status_code == 200 and "You have 50 saved views" in answer.content.decode()
    with as_owner():
        SavedView.objects.filter(name="V0").delete()
    assert "“Year 7” is back" in office.post(RESTORE, follow=True).content.decode()


def test_another_persons_view_is_not_found(acting, office, senco):
    keep(office)
    view = one(senco)
    colleague = acting(person("senco", at=senco.school))
    assert colleague.get(reverse("register:rename_view", args=[view.pk])).status_code == 404
    assert colleague.post(reverse("register:delete_view", args=[view.pk])).status_code == 404
    assert "Year 7" not in colleague.get(VIEWS).content.decode()
    assert kept(senco) == [("Year 7", "year=7")]


def test_teachers_have_none(acting):
    assert acting(person("teacher")).get(VIEWS).status_code == 403


def test_submissions_are_never_links(office, senco):
    keep(office)
    assert office.get(reverse("register:delete_view", args=[one(senco).pk])).status_code == 405
    assert office.get(RESTORE).status_code == 405
    assert office.post(VIEWS).status_code == 405


def test_without_views_it_says_how_to_make_one(office):
    assert "No views yet" in office.get(VIEWS).content.decode()
