"""Who is writing where: two people, and nobody else."""

import time

import pytest
from django.core.cache import cache
from django.urls import resolve

from provision.actions.presence import announce
from provision.queries.presence import KEPT, key_of
from senco.accounts.middleware import SEEN
from tests.factories import as_owner
from tests.provision.writing.conftest import at, text_of

pytestmark = pytest.mark.django_db


def test_two_people_see_each_other_and_not_themselves(acting, cast, begun):
    made = begun()
    assert text_of(acting(cast.teacher).get(at("writers", made))).strip() == ""
    alone = text_of(acting(cast.other).post(at("write_here", made), {"code": "outcomes"}))
    assert alone.strip() == ""
    assert f"{cast.other.name} is editing Outcomes" in text_of(acting(cast.teacher).get(at("writers", made)))
    assert text_of(acting(cast.other).get(at("writers", made))).strip() == ""
    both = text_of(acting(cast.teacher).post(at("write_here", made), {"code": "outcomes"}))
    assert f"{cast.other.name} is writing here too" in both
    elsewhere = text_of(acting(cast.senco).post(at("write_here", made), {"code": "strengths"}))
    assert elsewhere.strip() == ""
    page = text_of(acting(cast.ta).get(at("writers", made)))
    assert page.index("Ms") and all(
        f"{who.name} is editing {part}" in page
        for who, part in ((cast.senco, "Strengths"), (cast.teacher, "Outcomes"), (cast.other, "Outcomes"))
    )


def test_a_note_ends_by_itself_and_on_saving(acting, cast, begun, monkeypatch):
    made = begun()
    acting(cast.other).post(at("write_here", made), {"code": "strengths"})
    with as_owner():
        section = made.sections.get(code="strengths")
    acting(cast.other).post(at("write_section", section), {"text": "Done.", "version": 1})
    assert text_of(acting(cast.teacher).get(at("writers", made))).strip() == ""
    acting(cast.other).post(at("write_here", made), {"code": "strengths"})
    assert cast.other.name in text_of(acting(cast.teacher).get(at("writers", made)))
    later = time.time() + KEPT + 1
    monkeypatch.setattr("provision.queries.presence.time.time", lambda: later)
    assert text_of(acting(cast.teacher).get(at("writers", made))).strip() == ""


def test_the_cache_holds_keys_alone_and_for_seconds(cast, begun):
    made = begun()
    announce(plan_id=made.pk, code="outcomes", by=cast.teacher)
    kept = cache.get(key_of(made.pk, "outcomes"))
    assert set(kept) == {str(cast.teacher.pk)} and all(isinstance(value, float) for value in kept.values())
    left = cache._cache.get_client().ttl(cache.make_key(key_of(made.pk, "outcomes")))
    assert 0 < left <= KEPT


def test_only_readers_of_the_plan_see_it_and_only_writers_of_the_part_announce(acting, cast, begun):
    made = begun()
    for who, status in (("stranger", 404), ("parent", 403), ("head", 200), ("ta", 200)):
        assert acting(getattr(cast, who)).get(at("writers", made)).status_code == status
    for who, status in (("stranger", 404), ("parent", 403), ("head", 403), ("ta", 403), ("teacher", 200)):
        answer = acting(getattr(cast, who)).post(at("write_here", made), {"code": "strategies"})
        assert answer.status_code == status, who
    browser = acting(cast.teacher)
    assert browser.get(at("write_here", made)).status_code == 405
    for code in ("nowhere", "", "a" * 500, "<b>"):
        assert browser.post(at("write_here", made), {"code": code}).status_code == 404


def test_pages_ask_with_scripts_alone(acting, cast, begun):
    made = begun()
    page = text_of(acting(cast.teacher).get(made.get_absolute_url()))
    assert f'hx-get="{at("writers", made)}" hx-trigger="load, every 20s"' in page
    assert at("writers", made) not in page.replace(f'hx-get="{at("writers", made)}"', "")


def test_asking_keeps_no_session_alive(acting, cast, begun):
    made = begun()
    browser = acting(cast.teacher)
    for address, ask in ((at("writers", made), browser.get), (made.get_absolute_url(), browser.get)):
        session = browser.session
        session[SEEN] = int(time.time()) - 600
        session.save()
        ask(address)
        noted = browser.session[SEEN] > time.time() - 60
        assert noted == (not getattr(resolve(address).func, "in_passing", False))
    session[SEEN] = int(time.time()) - 31 * 60
    session.save()
    assert browser.get(at("writers", made)).status_code in (204, 302)  # and an idle one is over
