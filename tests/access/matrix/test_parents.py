"""Parents who live apart, a court order, a young person: each opens and writes what was decided for them, by each lock alone."""

from unittest import mock

import pytest
from django.urls import reverse
from django.utils import timezone

from register.models import Pupil, PupilAccess
from register.models.access import PupilAccessQuerySet
from reviews.models import OfferedTime, TimeOffer
from senco.accounts.roles import may
from tests.access.matrix.judging import ANSWERED, browser_of, undone, views
from tests.access.matrix.locks import LOCKS
from tests.access.matrix.parents import CHILD, LEVEL, build_family, may_read, opens
from tests.access.matrix.routes import ROWS
from tests.access.matrix.rows import Row
from tests.access.matrix.test_forms import written_about
from tests.access.matrix.tokens import TOKEN
from tests.factories import as_owner

FILES = (Row("register:file", "all_file"), Row("register:file", "family_file"))
NONE_HERE = (
    "register:file_thumbnail",
    "provision:shared_profile_pdf",
)  # this world has neither a picture nor a profile


@pytest.fixture
def family(db):
    return build_family()


def rows_of(family) -> list[Row]:
    """The routes of parents, about what this world has."""
    parents = [row for row in ROWS if may("parent", views()[row.name].permission)]
    return [row for row in (*parents, *FILES) if not row.kind or row.kind in family.things]


def leaked(who: str, text: str) -> set[tuple[str, str]]:
    return {(key.lower(), kind.lower()) for key, kind in TOKEN.findall(text)} - may_read(who)


def fault_of(who: str, row: Row, key: str, method: str, family, client) -> str | None:
    client.raise_request_exception = False
    with undone():
        response = getattr(client, method)(row.url(family, key))
    wanted = {404} if row.kind and not opens(who, row.kind, key) else ANSWERED
    if method == "post" and LEVEL.get(who) != "comment":
        wanted = wanted | {403, 404}
    if row.may_miss or row.name in NONE_HERE:
        wanted = wanted | {404}
    if response.status_code not in wanted:
        return f"{who} {method} {row.name} ({key}): {response.status_code}, not {sorted(wanted)}"
    found = leaked(who, response.content.decode("utf-8", "replace") + str(dict(response.headers)))
    return f"{who} {method} {row.name} ({key}): leaked {sorted(found)}" if found else None


def faults_of(who: str, family, client) -> list[str]:
    browser_of(client, family.people[who])
    return [
        fault
        for row in rows_of(family)
        for key in (CHILD if row.kind else [who])
        for method in ("get", "post")
        if method.upper() in views()[row.name].methods
        and (fault := fault_of(who, row, key, method, family, client))
    ]


@pytest.mark.parametrize("lock", LOCKS)
@pytest.mark.parametrize("who", CHILD)
def test_each_opens_what_was_decided_and_nobody_reads_what_is_another_parents(family, client, who, lock):
    with LOCKS[lock]():
        faults = faults_of(who, family, client)
    assert not faults, "\n".join(faults)


def test_the_world_is_as_it_says(family):
    with as_owner():
        live = PupilAccess.objects.live()
        held = {
            who: live.filter(membership=family.people[who]).values_list("level", flat=True) for who in CHILD
        }
        assert {who: list(levels) for who, levels in held.items() if levels} == {
            who: [level.value] for who, level in LEVEL.items()
        }


def test_control_without_both_locks_the_father_reads_what_is_the_mothers(family, client):
    with LOCKS["orm"](), LOCKS["rls"]():
        faults = faults_of("father", family, client)
    assert any("leaked" in fault and "mother" in fault for fault in faults)
    assert any("register:file (mother)" in fault for fault in faults)


# What a parent sends --------------------------------------------------------------------------------------------------------

NOTE = "01a22191-73a7-744c-beb9-26fdfaaa9f7f"
VIEWS_GIVEN = {"w-well": "She reads at home.", "version": "1"}


def sendings(family, who: str) -> dict[str, tuple[str, dict]]:
    """Name → (address, form) of everything a parent can send, each of which would write."""
    key = {kind: keys.get(who) for kind, keys in family.things.items()}
    with as_owner():
        batch = TimeOffer.objects.get(pk=key["offer_of_parent"]).batch
        time = OfferedTime.objects.get(batch=batch)
    concern = {
        "key": "01a22191-73a7-744c-beb9-26fdfaaa9f7e", "pupil": key["pupil"], "seen": "reading", "what_happened": "She hides her book.",
        "since": "weeks", "tried": "",
    }  # fmt: skip
    return {
        "concern": (reverse("register:raise_concern"), concern),
        "withdrawal": (reverse("register:withdraw_concern", args=[key["concern_of_parent"]]), {}),
        "answer to a plan": (reverse("provision:family_plan", args=[key["version"]]), {"answer": "yes", "words": ""}),
        "answer to an invitation": (reverse("reviews:answer", args=[key["asked_of_parent"]]), {"answer": "coming", "words": ""}),
        "time": (reverse("reviews:choose_time", args=[key["offer_of_parent"]]), {"time": str(time.pk)}),
        "views": (reverse("reviews:contribute", args=[key["views_of_parent"]]), VIEWS_GIVEN),
        "note": (reverse("liaison:tell", args=[key["pupil"]]), {"key": NOTE, "text": "She sleeps badly.", "for_staff": "staff"}),
        "call": (reverse("liaison:withdraw_call", args=[key["call_of_parent"]]), {}),
    }  # fmt: skip


SENT = (
    "concern",
    "withdrawal",
    "answer to a plan",
    "answer to an invitation",
    "time",
    "views",
    "note",
    "call",
)


def written_by(who: str, name: str, family, client) -> int:
    """How many records one sending writes about the child."""
    client.raise_request_exception = False
    browser_of(client, family.people[who])
    address, form = sendings(family, who)[name]
    child = family.things["pupil"][who]
    with undone():
        before = written_about(child)
        client.post(address, form)
        return written_about(child) - before


def unchecked():
    """The first lock on writing taken out: every grant passes for one that lets a parent write."""
    return mock.patch.object(PupilAccessQuerySet, "to_write", lambda self: self)


@pytest.mark.parametrize("name", SENT)
def test_who_reads_sends_nothing(family, client, name):
    assert written_by("mother", name, family, client), "the control: whoever may write does"
    assert not written_by("father", name, family, client)
    with LOCKS["orm"]():
        assert not written_by("father", name, family, client)
    with LOCKS["rls"](), unchecked():
        assert not written_by("father", name, family, client)
    with LOCKS["orm"](), unchecked():
        assert written_by("father", name, family, client), "the control: without both locks it is written"


def test_a_young_person_writes_as_parents_do_and_the_father_reads(family, client):
    assert written_by("young", "answer to a plan", family, client)
    assert not written_by("dad", "answer to a plan", family, client)
    with as_owner():
        sam = Pupil.objects.get(pk=family.things["pupil"]["young"])
        assert sam.rights_passed.get().passed_on == timezone.localdate()
